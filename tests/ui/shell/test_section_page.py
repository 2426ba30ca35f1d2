from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kernel.changes import Changes, Ref
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty, ListColumn, ListKind, ListPage, ListRow

QUOTE = Ref("quote", UUID(int=7))
COLUMNS = (
    ListColumn("number", lambda: "Number", stretch=True),
    ListColumn("total", lambda: "Total", ListKind.NUMBER, summed=True),
)


def teaching() -> Empty:
    return Empty("file-text", "No quotes yet", "Begin one.", "new", "New quote")


class QuoteList(SectionPage):
    """A section's page as a noun makes it."""

    def __init__(self, frame, rows) -> None:
        self.asked = []
        self.begun = 0

        def fetch(request):
            self.asked.append(request)
            return ListPage(tuple(rows))

        super().__init__(
            frame, SectionList("quotes", COLUMNS, fetch, "number", teaching, ("quote",), descending=True)
        )

    def begin_first(self) -> None:
        self.begun += 1


def opened(window, qtbot, *rows) -> QuoteList:
    window.open_page("list", lambda frame: QuoteList(frame, rows))
    qtbot.waitUntil(lambda: bool(window.page.asked) and len(window.page.list.model.rows) == len(rows))
    return window.page


@pytest.fixture
def page(window, qtbot) -> QuoteList:
    row = ListRow(QUOTE, ("Q-1", "1,190.00"), (("total", Decimal("1190")),), "EUR")
    return opened(window, qtbot, row)


def test_begins_in_the_order_the_noun_says_with_the_focus_in_the_rows(page):
    assert (page.asked[0].sort, page.asked[0].descending) == ("number", True)
    assert page.list.table.hasFocus()


def test_asks_again_only_where_something_it_shows_was_written(page, qtbot):
    page.refresh(Changes(frozenset({Ref("customer", UUID(int=1))})))
    assert len(page.asked) == 1

    page.refresh(Changes(frozenset({QUOTE})))
    qtbot.waitUntil(lambda: len(page.asked) == 2)


def test_find_leads_to_the_filter(page):
    action = page.find_action()
    action.run()

    assert (action.id, action.shortcut) == ("quotes.find", "Ctrl+F")
    assert page.list.filter_box.hasFocus()


def test_return_opens_the_document(page, window):
    page.list.table.selectRow(0)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)

    assert window.page is not page


def test_the_sum_of_the_chosen_rows_names_its_currency(page):
    assert page._written(Decimal("1190"), "EUR") == "€1,190.00"


def test_an_empty_list_leads_to_the_first_one(window, qtbot):
    page = opened(window, qtbot)

    page.list.empty_wanted.emit("new")

    assert page.begun == 1


def test_leaving_remembers_the_widths(page, window, settings):
    page.list.table.horizontalHeader().resizeSection(1, 222)
    window.open_section("home")

    assert not settings.state("list-quotes/columns").isEmpty()
