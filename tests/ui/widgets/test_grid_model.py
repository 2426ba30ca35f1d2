from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from app.kernel.findings import Severity
from ui.widgets.grid_model import GridModel
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Mark, RowKind

COLUMNS = (
    GridColumn("sku", lambda: "SKU", CellKind.LOOKUP),
    GridColumn("name", lambda: "Description", stretch=True),
    GridColumn("quantity", lambda: "Quantity", CellKind.NUMBER),
)


def a_row(key: object, name: str = "Anvil", **more) -> GridRow:
    return GridRow(key, (f"S{key}", name, "1"), **more)


def rows(keys: Sequence[object]) -> list[GridRow]:
    return [a_row(key) for key in keys]


def shown(model: GridModel) -> list[str]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


@pytest.fixture
def model(qapp) -> GridModel:
    return GridModel(COLUMNS)


class TestSetRows:
    def test_obeys_qts_rules_through_every_kind_of_change(self, qtmodeltester: ModelTester, model):
        qtmodeltester.check(model, force_py=True)
        for keys in ("abc", "abcd", "bcd", "bdc", "xbdc", "cxbd", "", "ab"):
            model.set_rows(rows(keys))

        assert shown(model) == ["Sa", "Sb", ""]

    def test_tells_only_of_rows_that_changed(self, model):
        model.set_rows([a_row(key) for key in range(1_000)])
        told: list[tuple[int, int]] = []
        model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
        model.modelReset.connect(lambda: told.append((-1, -1)))

        model.set_rows([a_row(key, "Bolt" if key in (500, 501, 700) else "Anvil") for key in range(1_000)])

        assert told == [(500, 501), (700, 700)]

    def test_the_empty_last_line_becomes_the_first_line_added(self, model):
        model.set_rows(rows("ab"))
        held = QPersistentModelIndex(model.index(2, 0))

        model.set_rows(rows("abc"))

        assert held.row() == 2
        assert held.data() == "Sc"

    def test_lines_added_in_the_middle_push_the_others_down(self, model):
        model.set_rows(rows("ab"))
        held = QPersistentModelIndex(model.index(1, 0))

        model.set_rows(rows("axb"))

        assert held.data() == "Sb"

    def test_a_moved_line_takes_the_cursor_with_it(self, model):
        model.set_rows(rows("abcd"))
        held = QPersistentModelIndex(model.index(0, 0))

        model.set_rows(rows("bcad"))

        assert held.row() == 2
        assert held.data() == "Sa"

    @given(st.lists(st.permutations("abcdef").map(lambda keys: keys[: len(set(keys)) // 2 + 1]), max_size=6))
    def test_shows_what_was_given_whatever_stood_there(self, qapp, sequence):
        model = GridModel(COLUMNS)
        for keys in sequence:
            model.set_rows(rows(keys))
            assert shown(model) == [f"S{key}" for key in keys] + [""]


class TestCells:
    def test_numbers_are_aligned_to_the_right(self, model):
        model.set_rows(rows("a"))

        assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
        assert model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & (
            Qt.AlignmentFlag.AlignRight
        )

    def test_an_editor_starts_with_the_exact_text_where_it_differs(self, model):
        model.set_rows([a_row("a", edit=(("quantity", "1.0005"),))])

        assert model.edit_text(0, 2) == "1.0005"
        assert model.edit_text(0, 1) == "Anvil"

    def test_items_are_numbered_headings_are_not(self, model):
        model.set_rows(
            [a_row("h", kind=RowKind.HEADING), a_row("a"), a_row("t", kind=RowKind.TEXT), a_row("b")]
        )

        titles = [model.headerData(at, Qt.Orientation.Vertical) for at in range(4)]
        assert titles == ["", "1", "", "2"]

    def test_a_blocker_is_shown_before_a_warning(self, model):
        marks = (Mark("sku", Severity.WARNING, "odd"), Mark("sku", Severity.BLOCKER, "wrong"))
        model.set_rows([a_row("a", marks=marks)])

        assert model.mark(0, 0).text == "wrong"

    def test_tips_show_data_as_plain_text(self, model):
        model.set_rows([a_row("a", marks=(Mark("sku", Severity.WARNING, "<img src=file:///x>"),))])

        assert "<img" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    def test_u38_a_cell_says_its_column_its_text_and_what_is_wrong(self, model):
        model.set_rows([a_row("a", marks=(Mark("quantity", Severity.BLOCKER, "too many"),))])

        assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Quantity, 1, too many"


class TestTyping:
    @pytest.mark.parametrize(
        ("kind", "column", "allowed"),
        [
            (RowKind.ITEM, 2, True),
            (RowKind.HEADING, 1, True),
            (RowKind.HEADING, 2, False),
            (RowKind.SUBTOTAL, 1, False),
            (RowKind.TEXT, 1, True),
        ],
    )
    def test_depends_on_the_kind_of_line(self, model, kind, column, allowed):
        model.set_rows([a_row("a", kind=kind)])

        assert model.can_edit(0, column) is allowed

    def test_the_empty_last_line_takes_a_product_or_a_text(self, model):
        assert [model.can_edit(0, column) for column in range(3)] == [True, True, False]

    def test_a_read_only_grid_has_no_empty_line(self, model):
        model.set_rows(rows("a"))
        model.set_editable(False)

        assert model.rowCount() == 1
        assert not model.can_edit(0, 2)

    def test_a_refused_text_stays_until_it_is_forgiven(self, model):
        model.set_rows(rows("a"))
        model.refuse("a", "quantity", "x", "no number")
        assert (model.text(0, 2), model.edit_text(0, 2), model.mark(0, 2).text) == ("x", "x", "no number")

        model.forgive("a", "quantity")
        assert model.text(0, 2) == "1"


def test_children_have_no_rows(model):
    model.set_rows(rows("a"))

    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == 3
