import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.support.ui_lists import COLUMNS, FILTERS, Invoices, write_amount
from ui.kit.settings import WindowSettings
from ui.widgets.list_rows import PAGE, Empty
from ui.widgets.list_view import ListView


class Desk:
    def __init__(self, qtbot, count: int = 1_000) -> None:
        self.qtbot = qtbot
        self.store = Invoices(count)
        self.list = ListView(COLUMNS, self.store.fetch, write_amount, FILTERS)
        self.list.resize(900, 500)
        qtbot.addWidget(self.list)
        self.list.show()
        self.list.activateWindow()
        qtbot.waitUntil(self.list.isActiveWindow)

    def begin(self, **more) -> None:
        with self.qtbot.waitSignal(self.list.model.loaded):
            self.list.begin("number", **more)

    def numbers(self) -> list[str]:
        return [row.cells[0] for row in self.list.model.rows]


@pytest.fixture
def desk(qtbot) -> Desk:
    desk = Desk(qtbot)
    desk.begin()
    return desk


class TestU29Rows:
    def test_only_the_first_page_is_fetched(self, desk):
        assert len(desk.store.asked) == 1
        assert len(desk.numbers()) == PAGE

    def test_a_million_rows_cost_what_a_thousand_cost(self, qtbot):
        desks = [Desk(qtbot, count) for count in (1_000, 1_000_000)]
        for desk in desks:
            desk.begin()

        assert [len(desk.store.asked) for desk in desks] == [1, 1]
        assert [desk.list.model.rowCount() for desk in desks] == [PAGE, PAGE]

    def test_scrolling_to_the_end_fetches_the_next_page_by_key(self, qtbot, desk):
        desk.list.table.scrollToBottom()

        qtbot.waitUntil(lambda: desk.list.model.rowCount() == 2 * PAGE)
        assert desk.store.asked[1].after == PAGE + 1
        assert desk.numbers()[PAGE] == f"INV-{PAGE + 1:07}"

    def test_after_the_last_page_nothing_more_is_asked(self, qtbot):
        desk = Desk(qtbot, 3)
        desk.begin()

        assert desk.list.model.is_complete
        assert not desk.list.model.canFetchMore(desk.list.table.rootIndex())


class TestU29SortAndFilter:
    def test_a_click_on_a_title_sorts_in_the_store(self, qtbot, desk):
        header = desk.list.table.horizontalHeader()
        spot = QPoint(header.sectionViewportPosition(3) + 30, 10)
        with qtbot.waitSignal(desk.list.model.loaded):
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

        assert (desk.store.asked[-1].sort, desk.store.asked[-1].descending) == ("total", True)
        assert header.sortIndicatorSection() == 3

    def test_a_column_without_an_index_is_not_sorted(self, desk):
        header = desk.list.table.horizontalHeader()
        spot = QPoint(header.sectionViewportPosition(2) + 30, 10)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

        assert len(desk.store.asked) == 1
        assert header.sortIndicatorSection() == 0

    def test_typing_filters_and_asks_once_per_pause(self, qtbot, desk):
        desk.list.focus_filter()
        with qtbot.waitSignal(desk.list.model.loaded):
            QTest.keyClicks(desk.list.filter_box, "0000042")

        assert desk.numbers() == ["INV-0000042"]
        assert len(desk.store.asked) < 8

    def test_esc_empties_the_filter(self, qtbot, desk):
        desk.list.filter_box.setText("42")
        desk.list.search()
        with qtbot.waitSignal(desk.list.model.loaded):
            QTest.keyClick(desk.list.filter_box, Qt.Key.Key_Escape)

        assert desk.store.asked[-1].text == ""

    def test_down_goes_from_the_filter_into_the_list(self, desk):
        desk.list.focus_filter()
        QTest.keyClick(desk.list.filter_box, Qt.Key.Key_Down)

        assert desk.list.focusWidget() is desk.list.table
        assert desk.list.table.currentIndex().row() == 0

    def test_a_view_chooses_rows(self, qtbot, desk):
        with qtbot.waitSignal(desk.list.model.loaded):
            desk.list.views.tabs.setCurrentIndex(1)

        assert desk.numbers()[:2] == ["INV-0000005", "INV-0000010"]

    def test_a_saved_view_brings_text_order_and_choice_back(self, qtbot, desk):
        desk.list.filter_box.setText("customer")
        desk.list.search()
        desk.list.save_view("Mine")
        desk.list.filter_box.setText("")
        desk.list.search()

        with qtbot.waitSignal(desk.list.model.loaded):
            desk.list.views.tabs.setCurrentIndex(2)

        assert desk.store.asked[-1].text == "customer"
        assert desk.list.filter_box.text() == "customer"


class TestOpening:
    def test_return_opens_the_row(self, qtbot, desk):
        desk.list.table.setFocus()
        desk.list.table.selectRow(2)

        with qtbot.waitSignal(desk.list.opened) as opened:
            QTest.keyClick(desk.list.table, Qt.Key.Key_Return)

        assert opened.args[0].id.int == 3

    def test_tab_leaves_the_table(self, desk):
        desk.list.table.setFocus()
        QTest.keyClick(desk.list.table, Qt.Key.Key_Tab)

        assert desk.list.focusWidget() is not desk.list.table


class TestSelection:
    def test_amounts_of_different_currencies_are_never_added(self, qtbot, desk):
        desk.list.table.selectRow(0)
        with qtbot.waitSignal(desk.list.selection_changed) as chosen:
            QTest.keyClick(desk.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(desk.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

        assert len(chosen.args[0]) == 2
        assert "3 selected" in desk.list._foot.text()
        assert "Total 30.00 EUR + 30.00 USD" in desk.list._foot.text()

    def test_one_row_shows_no_totals(self, desk):
        desk.list.table.selectRow(0)

        assert desk.list._foot.text() == ""


class TestU30Empty:
    def empty(self) -> Empty:
        return Empty("receipt-text", "No invoices yet", "They come from quotes.", "new", "New invoice", True)

    def test_teaches_and_offers_the_one_next_action(self, qtbot):
        desk = Desk(qtbot, 0)
        desk.begin(empty=self.empty)
        assert desk.list.empty_state.isVisible()

        with qtbot.waitSignal(desk.list.empty_wanted) as wanted:
            QTest.mouseClick(desk.list.empty_state._button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(desk.list.sample_wanted):
            QTest.mouseClick(desk.list.empty_state._sample, Qt.MouseButton.LeftButton)

        assert wanted.args == ["new"]

    def test_a_filter_that_finds_nothing_shows_an_empty_table_instead(self, qtbot):
        desk = Desk(qtbot, 5)
        desk.begin(empty=self.empty)
        desk.list.filter_box.setText("zzz")
        with qtbot.waitSignal(desk.list.model.loaded):
            desk.list.search()

        assert not desk.list.empty_state.isVisible()


class TestColumns:
    def test_widths_choice_and_views_are_remembered(self, qtbot, tmp_path, desk):
        settings = WindowSettings(tmp_path / "window.ini")
        desk.list.remember_in(settings, "invoices")
        desk.list.table.setColumnWidth(0, 222)
        desk.list.column_menu().actions()[2].setChecked(False)
        desk.list.save_view("Mine")
        desk.list.remember()
        settings.write()

        later = Desk(qtbot)
        later.list.remember_in(WindowSettings(tmp_path / "window.ini"), "invoices")

        assert later.list.table.columnWidth(0) == 222
        assert later.list.table.isColumnHidden(2)
        assert later.list.views.tabs.tabText(2) == "Mine"

    def test_the_column_that_stretches_cannot_be_hidden(self, desk):
        assert not desk.list.column_menu().actions()[1].isEnabled()


def test_reload_keeps_the_rows_shown_until_the_new_ones_are_there(qtbot, desk):
    desk.list.reload()
    assert len(desk.numbers()) == PAGE

    with qtbot.waitSignal(desk.list.model.loaded):
        pass
    assert len(desk.numbers()) == PAGE


def test_a_fetch_that_fails_says_so(qtbot, desk):
    desk.list.model._fetch = lambda _request: 1 // 0

    with qtbot.waitSignal(desk.list.crashed):
        desk.list.reload()
