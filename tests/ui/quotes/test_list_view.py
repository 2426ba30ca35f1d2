"""U27, U29 and U30: the list of quotes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.i18n.formats import formats
from app.kernel.changes import Ref
from app.services import quotes
from tests.support.deals import BIKES, a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import opened_editor, stored
from ui.quotes.everywhere import NEW, actions
from ui.quotes.list_rows import page_of
from ui.widgets.list_rows import ListRequest
from ui.widgets.state_chip import Chip


@pytest.fixture
def page(window, store, qtbot):
    a_draft(store, ("A-1", "1"))
    sent(store, a_draft(store, ("B-2", "100"), customer=BIKES))
    window.open_section("quotes")
    qtbot.wait_until(lambda: len(window.page.list.model.rows) == 2)
    return window.page


def texts(page) -> list[list[str]]:
    return [
        [cell.text if isinstance(cell, Chip) else cell for cell in row.cells] for row in page.list.model.rows
    ]


def test_shows_number_customer_state_dates_and_total(page):
    assert texts(page)[1] == [
        "Q-2026-A0001",
        "Acme AG",
        "Draft",
        "Mar 2, 2026",
        "Apr 1, 2026",
        "100.00",
        "119.00",
        "EUR",
    ]


def test_a_view_shows_one_state_by_the_chips_word(page, qtbot):
    page.list.views.chosen.emit(page.list.model.request._replace(view="sent"))

    qtbot.wait_until(lambda: len(page.list.model.rows) == 1)
    assert texts(page)[0][2] == "Sent"


def test_return_opens_the_quote(window, page, qtbot):
    page.list.opened.emit(page.list.model.rows[0].key)

    assert opened_editor(window, qtbot).presenter.quote.number == "Q-2026-A0002"


def test_a_new_quote_is_begun_from_here(window, page, qtbot):
    page.new()

    qtbot.wait_until(lambda: isinstance(window.navigation.current_key, Ref))
    assert opened_editor(window, qtbot).presenter.quote.number == "Q-2026-A0003"


def test_what_was_written_elsewhere_is_shown(window, store, page, qtbot):
    with store.writing(an_act()) as uow:
        quotes.start(uow, an_act())
        changes = uow.changes

    window.session.touched(changes)

    qtbot.wait_until(lambda: len(page.list.model.rows) == 3)
    assert texts(page)[0][1] == "No customer yet"


def test_an_empty_list_teaches_what_belongs_here(window, qtbot):
    window.open_section("quotes")
    page = window.page

    qtbot.wait_until(page.list.empty_state.isVisible)
    assert page.list.empty_state._title.text() == "No quotes yet"
    page.list.empty_wanted.emit(NEW)
    qtbot.wait_until(lambda: isinstance(window.navigation.current_key, Ref))
    opened_editor(window, qtbot)


def test_pages_are_read_by_key(window, store):
    draft = a_draft(store, ("A-1", "1"))
    for day in range(1, 4):
        with store.writing(an_act()) as uow:
            copy = quotes.clone(uow, an_act(), quote_id=draft.id)
            quotes.save_draft(uow, an_act(), quote=replace(copy, dated=copy.dated + timedelta(days=day)))

    found, after = [], None
    with store.reading() as unit:
        for _page in range(5):
            page = page_of(unit, ListRequest(after, "dated", True, limit=1), formats("en"))
            found += [row.key.id for row in page.rows]
            after = page.next
            if after is None:
                break

    days = [stored(store, one).dated for one in found]
    assert len(set(found)) == 4
    assert days == sorted(days, reverse=True)


def test_a_revision_is_named_in_the_list(window, store, qtbot):
    quote = sent(store, a_draft(store, ("A-1", "1")))
    with store.writing(an_act()) as uow:
        quotes.revise(uow, an_act(), quote_id=quote.id)
    window.open_section("quotes")

    qtbot.wait_until(lambda: len(window.page.list.model.rows) == 1)
    assert texts(window.page)[0][0] == "Q-2026-A0001 · 2"


def test_a_file_that_cannot_be_written_takes_no_new_quote(window):
    window.session.file = replace(window.session.file, read_only="The file is newer.")

    assert [spec.blocked() for spec in actions(window)] == ["The file is newer."]
