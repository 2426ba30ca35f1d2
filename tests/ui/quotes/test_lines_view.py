"""U3 to U7, U9 and U10 on the real grid."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.catalog.reduction import percent_off
from app.quotes.lines import LineKind, LineRole
from tests.support.deals import a_draft, sent
from tests.support.ui_quotes import (
    cell,
    focused,
    open_quote,
    press,
    saved,
    settled,
    stored,
    type_into_cell,
    type_text,
)

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(window, store, qtbot):
    return open_quote(window, a_draft(store, ("A-1", "10"), ("B-2", "25"), ("S-3", "2")), qtbot)


def skus(editor) -> list[str]:
    return [line.sku for line in editor.presenter.quote.lines]


class TestTyping:
    def test_totals_follow_each_keystroke(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "quantity")
        press(Qt.Key.Key_F2)
        focused().selectAll()

        shown = []
        for letter in "123":
            type_text(letter)
            shown.append((cell(editor, 0, "amount"), editor.foot.totals._rows[0][1].text()))

        assert shown == [("100.00", "396.33"), ("1,200.00", "1,496.33"), ("12,300.00", "12,596.33")]

    def test_esc_restores_the_cell(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "quantity")
        press(Qt.Key.Key_F2)
        focused().selectAll()
        type_text("99")

        press(Qt.Key.Key_Escape)

        assert cell(editor, 0, "quantity") == "10"
        assert editor.presenter.quote.lines[0].quantity == Decimal(10)

    def test_what_cannot_be_taken_stays_in_its_cell_with_the_reason(self, editor, qtbot):
        type_into_cell(editor, 0, "quantity", "0")

        model = editor.lines.grid.grid_model
        assert cell(editor, 0, "quantity") == "0"
        assert "above 0" in model.mark(0, model.column("quantity")).text
        assert editor.presenter.quote.lines[0].quantity == Decimal(10)

    def test_sums_are_taken(self, editor, qtbot):
        type_into_cell(editor, 0, "price", "3*49.90")

        assert editor.presenter.quote.lines[0].unit_price == Decimal("149.70")
        assert cell(editor, 0, "amount") == "1,497.00"

    def test_a_discount_is_a_share_or_an_amount(self, editor, qtbot):
        type_into_cell(editor, 0, "discount", "5")
        assert cell(editor, 0, "amount") == "950.00"

        type_into_cell(editor, 0, "discount", "3 EUR")
        assert cell(editor, 0, "amount") == "970.00"

    def test_the_description_is_selected_so_that_typing_replaces_it(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "name")
        press(Qt.Key.Key_F2)

        assert focused().selectedText() == "A-1"

    def test_words_on_the_empty_line_become_a_line_of_text(self, editor, qtbot):
        type_into_cell(editor, 3, "name", "Delivery in May")

        line = editor.presenter.quote.lines[3]
        assert (line.kind, line.name) == (LineKind.TEXT, "Delivery in May")


class TestOrder:
    def test_a_line_is_duplicated_moved_and_kept_so(self, editor, store, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "quantity")

        press(Qt.Key.Key_D, CTRL)
        press(Qt.Key.Key_Down, CTRL_SHIFT)
        press(Qt.Key.Key_S, CTRL)
        saved(editor, qtbot)

        kept = stored(store, editor.presenter.quote.id)
        assert [line.sku for line in kept.lines] == ["A-1", "B-2", "A-1", "S-3"]

    def test_a_deleted_line_comes_back(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(1), "quantity")

        press(Qt.Key.Key_Delete, CTRL)
        after = skus(editor)
        press(Qt.Key.Key_Z, CTRL)

        assert (after, skus(editor)) == (["A-1", "S-3"], ["A-1", "B-2", "S-3"])


class TestPaste:
    def test_rows_become_lines_and_one_undo_removes_them(self, editor, qtbot):
        QGuiApplication.clipboard().setText("B-2\t40\nX-9\t2\t4.50\nA-1\tmany\n")
        editor.lines.grid.go_to(None)

        press(Qt.Key.Key_V, CTRL)
        qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == 6)
        settled(editor, qtbot)
        pasted = editor.presenter.quote.lines[3:]
        undo_text = editor.presenter.document.stack.undoText()
        press(Qt.Key.Key_Z, CTRL)

        assert [(line.kind, line.sku or line.name, line.quantity) for line in pasted] == [
            (LineKind.PRODUCT, "B-2", Decimal(40)),
            (LineKind.PRODUCT, "X-9", Decimal(2)),
            (LineKind.TEXT, "A-1  many", Decimal(1)),
        ]
        assert pasted[1].unit_price == Decimal("4.50")
        assert undo_text == "Paste 3 rows"
        assert skus(editor) == ["A-1", "B-2", "S-3"]

    def test_an_unknown_sku_is_marked_and_said(self, window, editor, qtbot):
        QGuiApplication.clipboard().setText("X-9\t2\n")
        editor.lines.grid.go_to(None)

        press(Qt.Key.Key_V, CTRL)
        qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == 4)
        settled(editor, qtbot)

        model = editor.lines.grid.grid_model
        assert "X-9" in model.mark(3, model.column("sku")).text
        assert window._toasts.text == "1 SKU is not in the catalog; its line is marked."

    def test_rows_come_in_front_of_the_cursors_line(self, editor, qtbot):
        grid = editor.lines.grid
        QGuiApplication.clipboard().setText("B-2\t1\n")
        grid.go_to(grid.grid_model.key(0), "quantity")

        press(Qt.Key.Key_V, CTRL)
        qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == 4)

        assert skus(editor) == ["B-2", "A-1", "B-2", "S-3"]


class TestKinds:
    def test_a_section_sums_its_lines_and_has_a_discount(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "name")

        press(Qt.Key.Key_H, CTRL)
        type_text("Hardware")
        press(Qt.Key.Key_Return)
        editor.lines.discount_wanted.emit(editor.lines.section)
        editor.discount.field.setText("10")
        editor.discount.submit()

        assert editor.presenter.quote.lines[0].name == "Hardware"
        assert editor.presenter.quote.lines[0].discount == percent_off(10)
        assert cell(editor, 0, "amount") == "1,166.69"
        assert cell(editor, 1, "discount") == "(10%)"

    def test_an_optional_line_stays_outside_the_total(self, editor, qtbot):
        before = editor.presenter.priced.totals.net
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "quantity")

        press(Qt.Key.Key_O, CTRL_SHIFT)

        assert editor.presenter.quote.lines[0].role is LineRole.OPTIONAL
        assert editor.presenter.priced.totals.net == before - 100_000
        assert editor.presenter.priced.totals.optional == 100_000

    def test_an_alternative_is_one_too(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(1), "quantity")

        press(Qt.Key.Key_A, CTRL_SHIFT)

        assert editor.presenter.quote.lines[1].role is LineRole.ALTERNATIVE
        assert editor.lines.grid.grid_model.row(1).tag == "Alternative"

    def test_text_and_subtotal_are_lines_of_their_own(self, editor, qtbot):
        editor.lines.grid.go_to(None)

        press(Qt.Key.Key_U, CTRL_SHIFT)
        editor.lines.grid.go_to(None)
        press(Qt.Key.Key_T, CTRL_SHIFT)
        type_text("Thank you")
        press(Qt.Key.Key_Return)

        kinds = [line.kind for line in editor.presenter.quote.lines]
        assert kinds[3:] == [LineKind.SUBTOTAL, LineKind.TEXT]
        assert cell(editor, 3, "amount") == "1,296.33"


class TestCreate:
    def test_a_product_is_made_without_leaving_the_quote(self, editor, store, qtbot):
        editor.lines.grid.go_to(None)
        type_text("Special bracket")
        press(Qt.Key.Key_Return)
        qtbot.wait_until(lambda: editor.creating.dialog is not None)
        dialog = editor.creating.dialog
        dialog.sku.setText("SB-1")
        dialog.price.setText("12.50")
        dialog.submit()
        qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == 4)
        settled(editor, qtbot)

        line = editor.presenter.quote.lines[3]
        assert (line.sku, line.name) == ("SB-1", "Special bracket")
        assert cell(editor, 3, "amount") == "12.50"
        grid = editor.lines.grid
        assert grid.grid_model.columns[grid.currentIndex().column()].key == "quantity"

    def test_a_refusal_keeps_the_dialog_and_what_was_typed(self, editor, qtbot):
        editor.creating.ask_product(None, "Another")
        dialog = editor.creating.dialog
        dialog.sku.setText("A-1")

        dialog.submit()

        qtbot.wait_until(lambda: dialog.problem.isVisibleTo(dialog))
        assert "A-1" in dialog.problem.text()
        assert dialog.name.text() == "Another"
        dialog.reject()


class TestLastItems:
    def test_come_from_the_customers_last_quote(self, window, store, qtbot):
        a_draft(store, ("B-2", "7"), ("A-1", "1"))
        editor = open_quote(window, a_draft(store), qtbot)

        press(Qt.Key.Key_H, CTRL_SHIFT)

        qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == 2)
        assert [(line.sku, line.quantity) for line in editor.presenter.quote.lines] == [
            ("B-2", Decimal(7)),
            ("A-1", Decimal(1)),
        ]

    def test_say_where_there_is_none(self, window, store, qtbot):
        open_quote(window, a_draft(store), qtbot)

        press(Qt.Key.Key_H, CTRL_SHIFT)

        qtbot.wait_until(lambda: window._toasts is not None and bool(window._toasts.text))
        assert window._toasts.text == "This customer has no other quote with lines."


class TestColumns:
    def test_margins_are_shown_on_demand(self, editor, qtbot):
        assert not editor.lines.shows_margin

        press(Qt.Key.Key_G, CTRL_SHIFT)

        assert editor.lines.shows_margin

    def test_the_currency_stands_in_the_title_once(self, editor):
        titles = [column.title() for column in editor.lines.grid.grid_model.columns]

        assert [title for title in titles if "EUR" in title] == ["Net (EUR)"]


def test_a_sent_quote_takes_no_typing(window, store, qtbot):
    editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

    model = editor.lines.grid.grid_model
    assert model.rowCount() == 1
    assert not model.can_edit(0, model.column("quantity"))
    assert not editor.lines.tools.isVisible()


def test_the_words_of_the_tools_give_way_to_their_icons(window, store, qtbot):
    editor = open_quote(window, a_draft(store), qtbot)
    button = editor.lines._buttons["section"]

    editor.lines.resize(300, 400)
    narrow = button.toolButtonStyle()
    editor.lines.resize(1200, 400)

    assert narrow is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
