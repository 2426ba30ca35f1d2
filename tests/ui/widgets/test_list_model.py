import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.support.ui_lists import COLUMNS, Invoices, an_invoice
from ui.widgets.list_model import ListModel
from ui.widgets.list_rows import PAGE, ListRequest


@pytest.fixture
def model(qtbot):
    store = Invoices(450)
    model = ListModel(COLUMNS, store.fetch)
    model.store = store
    with qtbot.waitSignal(model.loaded):
        model.ask(ListRequest(sort="number"))
    return model


def grown(qtbot, model: ListModel) -> None:
    before = model.rowCount()
    model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: model.rowCount() > before)


class TestPaging:
    def test_obeys_qts_rules(self, qtbot, qtmodeltester: ModelTester, model):
        qtmodeltester.check(model, force_py=True)

    def test_every_row_comes_once_in_order(self, qtbot, model):
        while model.canFetchMore(QModelIndex()):
            grown(qtbot, model)

        assert [row.cells[0] for row in model.rows] == [f"INV-{n:07}" for n in range(1, 451)]
        assert model.is_complete

    def test_while_rows_are_on_their_way_none_are_asked_twice(self, qtbot, model):
        model.fetchMore(QModelIndex())
        model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: model.rowCount() == 2 * PAGE)

        assert len(model.store.asked) == 2

    def test_another_request_drops_the_page_under_way(self, qtbot, model):
        model.fetchMore(QModelIndex())
        with qtbot.waitSignal(model.loaded):
            model.ask(ListRequest(sort="number", text="0000007"))

        assert [row.cells[0] for row in model.rows] == ["INV-0000007"]

    def test_reload_brings_back_as_many_rows_as_were_shown(self, qtbot, model):
        grown(qtbot, model)
        with qtbot.waitSignal(model.loaded):
            model.reload()

        assert model.rowCount() == 2 * PAGE


class TestCells:
    def test_a_chip_reads_as_its_word(self, model):
        assert model.index(4, 2).data() == "Overdue"

    def test_numbers_are_aligned_to_the_right(self, model):
        assert model.index(0, 3).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight

    def test_finds_a_row_by_its_key(self, model):
        assert model.place(an_invoice(12).key) == 11
        assert model.place("nobody") == -1
