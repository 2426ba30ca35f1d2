from datetime import timedelta

import pytest

from app.kernel.changes import Ref
from app.payments.allocation import Share
from app.services import billing
from tests.support.stores import TODAY, an_act
from tests.support.ui_deals import a_booked, an_invoice, cells
from ui.invoices.rows import CREDIT_NOTES, OPEN, OVERDUE


@pytest.fixture
def issued(store):
    """An open one, a paid one, and a credited one with its credit note."""
    still_open = an_invoice(store, ("A-1", "1"))
    paid = an_invoice(store, ("A-1", "2"))
    credited = an_invoice(store, ("A-1", "3"))
    a_booked(store, "238", shares=(Share(paid.id, paid.total),))
    with store.writing(an_act()) as uow:
        note = billing.credit(uow, an_act(), invoice_id=credited.id)
    return still_open, paid, credited, note


def view(desk, name):
    page = desk.section("invoices")
    page.list.model.ask(page.list.model.request._replace(view=name))
    desk.settle()
    return {row[0]: row[2] for row in cells(page.list)}


class TestViews:
    def test_all_shows_every_state_in_its_word(self, desk, issued):
        numbers = [each.number for each in issued]

        assert view(desk, "all") == dict(
            zip(numbers, ["Open", "Paid", "Credited", "Credit note"], strict=True)
        )

    def test_open_shows_what_is_owed(self, desk, issued):
        assert list(view(desk, OPEN)) == [issued[0].number]

    def test_overdue_waits_for_the_day_after_the_due_day(self, desk, issued):
        desk.today = issued[0].due_on
        assert view(desk, OVERDUE) == {}

        desk.today = issued[0].due_on + timedelta(days=1)
        assert view(desk, OVERDUE) == {issued[0].number: "Overdue"}

    def test_credit_notes_stand_alone(self, desk, issued):
        assert list(view(desk, CREDIT_NOTES)) == [issued[3].number]


class TestList:
    def test_credit_notes_take_their_amount_back_in_the_selections_total(self, desk, issued):
        page = desk.section("invoices")

        page.list.table.selectAll()

        assert page.list.totals()["total"] == {"EUR": 119 + 238}
        assert page.list.totals()["open"] == {"EUR": 119}

    @pytest.mark.parametrize("column", ["number", "customer", "issued_on", "due_on", "total"])
    def test_pages_by_every_sortable_column(self, desk, issued, column):
        page = desk.section("invoices")
        model = page.list.model

        model.ask(model.request._replace(sort=column, limit=2))
        desk.settle()
        while model.canFetchMore(model.index(-1, -1)):
            model.fetchMore(model.index(-1, -1))
            desk.settle()

        assert len({row.key for row in model.rows}) == 4

    def test_filters_by_every_word(self, desk, issued):
        page = desk.section("invoices")

        page.list.filter_box.setText(issued[1].number[-3:] + " acme")
        page.list.search()
        desk.settle()

        assert [row[0] for row in cells(page.list)] == [issued[1].number]

    def test_an_empty_list_teaches(self, desk):
        page = desk.section("invoices")

        assert page.list.empty_state.isVisible()

    def test_a_payment_is_booked_for_the_chosen_invoice(self, desk, issued):
        page = desk.section("invoices")
        page.list.table.selectRow(page.list.model.place(Ref("invoice", issued[0].id)))

        desk.act("invoices.book")

        assert desk.page.presenter.typed.sharing.first == issued[0].id

    def test_the_open_list_follows_a_payment(self, desk, store, issued):
        page = desk.section("invoices")
        assert desk.today == TODAY
        desk.open("invoice", issued[0].id)
        desk.act("invoices.book")
        desk.act("payments.book_now")
        desk.section("invoices")

        states = {row[0]: row[2] for row in cells(page.list)}
        assert states[issued[0].number] == "Paid"
