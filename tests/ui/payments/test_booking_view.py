from datetime import date, timedelta

import pytest

from app.payments.payment import PaymentMethod
from app.services import lists
from app.services.lists import PageRequest
from tests.support.deals import ACME, BIKES
from tests.support.stores import TODAY
from tests.support.ui_deals import an_invoice
from ui.payments.opening import open_booking
from ui.widgets.hits import Hit


@pytest.fixture
def owed(store):
    return [an_invoice(store, ("A-1", quantity)) for quantity in ("1", "2")]


def booking(desk, **facts):
    open_booking(desk.window, **facts)
    desk.settle()
    return desk.page


def payments_of(store):
    with store.reading() as unit:
        return lists.payments(unit, PageRequest("number"))


class TestBooking:
    def test_of_an_invoice_proposes_what_is_open_on_it(self, desk, owed):
        page = booking(desk, invoice_id=owed[1].id)

        assert page.customer.text() == "Acme AG"
        assert page.amount.text() == "238.00"
        assert [share.invoice_id for share in page.presenter.typed.sharing.wanted] == [owed[1].id]

    def test_of_a_customer_settles_the_oldest_first(self, desk, owed):
        page = booking(desk, customer_id=ACME)

        desk.type(page.amount, "100+50")

        shares = [edit.text() for edit in page.shares.edits.values()]
        assert shares == ["119.00", "31.00"]

    def test_books_and_comes_back_to_where_one_was(self, desk, store, owed):
        before = desk.open("invoice", owed[0].id)
        page = booking(desk, invoice_id=owed[0].id)
        desk.type(page.reference, "Transfer 5")

        desk.act("payments.book_now")

        assert desk.page is before
        (row,) = payments_of(store)
        assert (row.amount, row.allocated, row.reference) == (11_900, 11_900, "Transfer 5")
        assert before.heading().chip.text == "Paid"

    def test_what_is_still_being_typed_counts(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        page.amount.setFocus()
        desk.qtbot.keyClicks(page.amount, "50")

        desk.qtbot.wait_until(page.amount.hasFocus)
        page.book()
        desk.settle()

        assert [row.amount for row in payments_of(store)] == [5_000]

    def test_what_remains_is_said_and_stays_as_credit(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "400")
        assert page.shares.rest.text() == "€43.00 settles no invoice and stays as credit of Acme AG."

        desk.act("payments.book_now")

        assert [row.free for row in payments_of(store)] == [4_300]

    def test_shares_are_changed_by_hand(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "100")
        first, second = page.shares.edits.values()
        desk.type(first, "0")
        desk.type(second, "100")

        desk.act("payments.book_now")

        with store.reading() as unit:
            assert [str(unit.invoices.settled(each).paid.amount) for each in owed] == ["0.00", "100.00"]

    def test_days_back_and_the_method_are_taken(self, desk, store):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "100")
        desk.type(page.on, "-2")
        page.presenter.take(method=PaymentMethod.CASH)

        desk.act("payments.book_now")

        (row,) = payments_of(store)
        assert (row.paid_on, row.method) == (TODAY - timedelta(days=2), "cash")

    def test_a_day_before_the_invoices_it_settles_is_refused(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "100")
        desk.type(page.on, "-2")

        desk.act("payments.book_now")

        assert f"before invoice {owed[0].number}" in page.notice.text
        assert payments_of(store) == []

    def test_a_picked_customer_brings_their_invoices(self, desk, owed):
        page = booking(desk)
        assert not page.shares.isVisible()

        page.customer.picked.emit(Hit(ACME, "Acme AG"))
        desk.settle()

        assert len(page.shares.edits) == 2

    def test_another_customer_brings_others(self, desk, owed):
        page = booking(desk, customer_id=ACME)

        page.customer.picked.emit(Hit(BIKES, "Bikes"))
        desk.settle()

        assert page.shares.edits == {}


class TestRefusals:
    def test_says_what_is_missing(self, desk):
        page = booking(desk)
        assert desk.why_not("payments.book_now") == "Choose who paid."

        page.customer.picked.emit(Hit(ACME, "Acme AG"))
        desk.settle()
        assert desk.why_not("payments.book_now") == "Enter the amount that came in."

    def test_a_date_after_today_is_refused_on_the_page_and_nothing_is_lost(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "100")
        desk.type(page.on, "+1")

        desk.act("payments.book_now")

        assert page.notice.isVisible()
        assert "after today" in page.notice.text
        assert page.amount.text() == "100.00"
        assert payments_of(store) == []

    def test_more_than_open_is_refused_with_the_invoice_named(self, desk, store, owed):
        page = booking(desk, customer_id=ACME)
        desk.type(page.amount, "200")
        first = next(iter(page.shares.edits.values()))
        desk.type(first, "150")

        desk.act("payments.book_now")

        assert owed[0].number in page.notice.text

    def test_what_is_no_amount_is_marked_at_its_field(self, desk, owed):
        page = booking(desk, customer_id=ACME)

        desk.type(page.amount, "12,x")

        assert page.amount.problem
        assert desk.today == date(2026, 3, 2)
