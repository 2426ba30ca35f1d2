from datetime import timedelta

import pytest

from app.kernel.numbers import TooManyDecimals
from app.payments.allocation import AlreadyReversed, MoreThanOpen, Share
from app.payments.payment import AmountNotPositive
from app.services import billing, payments
from app.services.payments import (
    LONGEST_AGO,
    Booking,
    InvoiceOfAnotherCustomer,
    InvoiceOfSomebodyElse,
    NothingOpenOnInvoice,
    PaidBeforeInvoice,
    PaidInTheFuture,
    PaidLongAgo,
)
from app.store.checks import every_check
from app.store.verify import verify
from tests.support.billing import euros
from tests.support.deals import ACME, BIKES, accepted
from tests.support.stores import TODAY, an_act


@pytest.fixture
def owed(store):
    """Two open invoices of Acme: 119 and 238 euros."""
    made = []
    for quantity in ("1", "2"):
        contract = accepted(store, ("A-1", quantity))
        with store.writing(an_act()) as uow:
            made.append(billing.issue(uow, an_act(), contract_id=contract.id))
    return made


def booked(store, amount, *, customer=ACME, key="", on=TODAY, **facts):
    act = an_act(key=key)
    with store.writing(act) as uow:
        return payments.book(uow, act, booking=Booking(customer, euros(amount), on, **facts))


def shares_of(store, invoice, amount="10", *, customer=ACME):
    with store.reading() as unit:
        return payments.shares_of(unit, customer_id=customer, amount=euros(amount), invoice_id=invoice.id)


def open_amounts(store):
    with store.reading() as unit:
        return [str(each.open) for each in payments.open_invoices(unit, ACME)]


class TestBook:
    def test_settles_the_oldest_due_first(self, store, owed):
        booked(store, "150.00")

        assert open_amounts(store) == ["207.00 EUR"]

    def test_settles_the_named_invoices_and_keeps_the_rest_as_credit(self, store, owed):
        payment = booked(store, "300.00", shares=(Share(owed[1].id, euros("238.00")),))

        assert payment.unallocated == euros("62.00")
        assert open_amounts(store) == ["119.00 EUR"]

    def test_comes_back_as_it_was_booked(self, store, owed):
        payment = booked(store, "150.00", reference="Ref 1")

        with store.reading() as unit:
            assert unit.payments.get(payment.id) == payment
            assert unit.payments.by_number("P-2026-00001") == payment

    def test_a_credit_without_any_invoice_is_kept(self, store):
        assert booked(store, "10", customer=BIKES).unallocated == euros("10.00")

    def test_the_same_key_books_once(self, store, owed):
        assert booked(store, "10", key="p1") == booked(store, "10", key="p1")
        assert open_amounts(store) == ["109.00 EUR", "238.00 EUR"]

    @pytest.mark.parametrize("amount", ["0", "-5"])
    def test_refuses_nothing_and_less(self, store, amount):
        with pytest.raises(AmountNotPositive):
            booked(store, amount)

    def test_refuses_fractions_of_a_cent(self, store):
        with pytest.raises(TooManyDecimals):
            booked(store, "0.005")

    def test_refuses_a_day_that_has_not_come(self, store):
        later = Booking(ACME, euros("1"), TODAY + timedelta(days=1))

        with pytest.raises(PaidInTheFuture), store.writing(an_act()) as uow:
            payments.book(uow, an_act(), booking=later)

    def test_takes_a_day_up_to_ten_years_ago_and_none_before(self, store):
        booked(store, "1", on=TODAY - LONGEST_AGO)

        with pytest.raises(PaidLongAgo):
            booked(store, "1", on=TODAY - LONGEST_AGO - timedelta(days=1))

    def test_refuses_a_day_before_the_invoice_it_settles(self, store, owed):
        with pytest.raises(PaidBeforeInvoice):
            booked(store, "10", on=TODAY - timedelta(days=1), shares=(Share(owed[0].id, euros("10")),))

    def test_what_came_in_before_the_invoices_stays_credit(self, store, owed):
        assert booked(store, "10", on=TODAY - timedelta(days=1)).unallocated == euros("10")

    def test_refuses_an_invoice_of_somebody_else(self, store, owed):
        with pytest.raises(InvoiceOfSomebodyElse):
            booked(store, "10", customer=BIKES, shares=(Share(owed[0].id, euros("10")),))

    def test_refuses_more_than_is_open(self, store, owed):
        with pytest.raises(MoreThanOpen):
            booked(store, "500", shares=(Share(owed[0].id, euros("119.01")),))


class TestSharesOf:
    def test_settles_the_named_invoice_as_far_as_it_is_open(self, store, owed):
        assert shares_of(store, owed[0], "100") == (Share(owed[0].id, euros("100")),)
        assert shares_of(store, owed[0], "500") == (Share(owed[0].id, euros("119.00")),)

    def test_refuses_the_invoice_of_another_customer(self, store, owed):
        with pytest.raises(InvoiceOfAnotherCustomer):
            shares_of(store, owed[0], customer=BIKES)

    def test_refuses_an_invoice_with_nothing_open(self, store, owed):
        booked(store, "119.00", shares=shares_of(store, owed[0], "119"))

        with pytest.raises(NothingOpenOnInvoice):
            shares_of(store, owed[0])


class TestAllocate:
    def test_a_credit_settles_a_later_invoice(self, store):
        payment = booked(store, "200.00")
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)
            share = Share(invoice.id, euros("119.00"))
            settled = payments.allocate(uow, an_act(), payment_id=payment.id, shares=(share,))

        assert settled.unallocated == euros("81.00")
        assert open_amounts(store) == []


class TestReverse:
    def test_undoes_exactly_what_the_payment_did(self, store, owed):
        payment = booked(store, "357.00")
        assert open_amounts(store) == []

        with store.writing(an_act()) as uow:
            entry = payments.reverse(uow, an_act(), payment_id=payment.id)

        assert entry.amount == euros("-357.00")
        assert open_amounts(store) == ["119.00 EUR", "238.00 EUR"]
        with store.reading() as unit:
            assert all(verdict.ok for verdict in verify(unit, every_check()))

    def test_happens_once(self, store):
        payment = booked(store, "5")
        with store.writing(an_act()) as uow:
            payments.reverse(uow, an_act(), payment_id=payment.id)

        with pytest.raises(AlreadyReversed), store.writing(an_act()) as uow:
            payments.reverse(uow, an_act(), payment_id=payment.id)


class TestOverview:
    def test_names_what_was_settled_oldest_first(self, store, owed):
        payment = booked(store, "150")

        with store.reading() as unit:
            seen = payments.overview(unit, payment.id)

        assert seen.customer == "Acme AG"
        assert [(each.number, str(each.amount.amount)) for each in seen.settled] == [
            (owed[0].number, "119.00"),
            (owed[1].number, "31.00"),
        ]

    def test_a_reversal_and_what_it_reversed_know_each_other(self, store, owed):
        payment = booked(store, "150")
        with store.writing(an_act()) as uow:
            entry = payments.reverse(uow, an_act(), payment_id=payment.id)

        with store.reading() as unit:
            assert payments.overview(unit, payment.id).reversed_by == (entry.id, entry.number)
            assert payments.overview(unit, entry.id).reverses == (payment.id, payment.number)


def begun(store, **facts):
    with store.reading() as unit:
        return payments.begin(unit, **facts)


class TestBegin:
    def test_of_nobody_knows_the_currency_of_the_company(self, store):
        start = begun(store)

        assert (start.currency.code, start.customer_id, start.owed) == ("EUR", None, ())

    def test_of_a_customer_knows_what_they_owe(self, store, owed):
        start = begun(store, customer_id=ACME)

        assert (start.customer, [each.number for each in start.owed]) == (
            "Acme AG",
            [invoice.number for invoice in owed],
        )

    def test_of_an_invoice_settles_that_one_first(self, store, owed):
        start = begun(store, invoice_id=owed[1].id)

        assert (start.customer_id, start.first.number) == (ACME, owed[1].number)

    def test_of_a_paid_invoice_has_nothing_to_settle_first(self, store, owed):
        booked(store, "119")

        assert begun(store, invoice_id=owed[0].id).first is None
