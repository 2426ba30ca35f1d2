from dataclasses import replace
from decimal import Decimal

import pytest

from app.kernel.changes import Ref
from app.services import quotes
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote
from ui.quotes.compare_view import ComparePage
from ui.widgets.state_chip import Chip


@pytest.fixture
def revised(store):
    """A quote whose second revision sells five A-1 more and no B-2."""
    quote = sent(store, a_draft(store, ("A-1", "10"), ("B-2", "25"), ("S-3", "1")))
    with store.writing(an_act()) as uow:
        draft = quotes.revise(uow, an_act(), quote_id=quote.id)
        first, _second, third = draft.lines
        lines = (replace(first, quantity=Decimal(15)), third)
        return quotes.save_draft(uow, an_act(), quote=replace(draft, lines=lines))


@pytest.fixture
def page(window, revised, qtbot):
    open_quote(window, revised, qtbot)
    window.page.compare()
    qtbot.wait_until(lambda: bool(window.page.list.model.rows))
    return window.page


def texts(page) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text if isinstance(cell, Chip) else cell for cell in row.cells)
        for row in page.list.model.rows
    ]


def test_shows_what_changed_by_how_much_and_why(page):
    assert isinstance(page, ComparePage)
    assert texts(page) == [
        ("A-1", "10 pcs   1,000.00", "15 pcs   1,500.00", "+500.00", "Quantity"),
        ("B-2", "25 pcs   8.33", "–", "−8.33", "Removed"),
    ]


def test_says_what_became_of_the_net(page, qtbot):
    qtbot.wait_until(lambda: bool(page._net.text()))

    assert page._net.text() == "Net €1,152.33 → €1,644.00  (+€491.67)"


def test_says_what_each_cause_added(page, qtbot):
    qtbot.wait_until(lambda: bool(page._causes.text()))

    assert page._causes.text() == "Lines added and removed −8.33   Quantity +500.00"


def test_all_lines_can_be_shown(page, qtbot):
    page.list.views.chosen.emit(page.list.model.request._replace(view="all"))

    qtbot.wait_until(lambda: len(page.list.model.rows) == 3)


def test_another_pair_is_compared(page, revised, qtbot):
    page.after.setCurrentIndex(0)
    page.after.value_chosen.emit(page.after.value)

    qtbot.wait_until(lambda: not page.list.model.rows)
    assert page.list.empty_state._title.text() == "Nothing changed"


def test_leads_back_to_the_quote(page, revised):
    assert page.heading().trail[1] == (revised.number, Ref("quote", revised.id))


def test_one_revision_is_not_compared(window, store, qtbot):
    open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

    assert window.page.why_not_compare() == "There is only one revision."
