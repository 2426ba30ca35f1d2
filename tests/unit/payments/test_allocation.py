from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.kernel.money import Currency, Money
from app.payments.allocation import (
    AlreadyReversed,
    MoreThanFree,
    MoreThanOpen,
    Share,
    WrongCurrency,
    allocate_payment,
    propose,
    reverse,
)
from app.payments.payment import AmountNotPositive, PaymentState
from tests.support.payments import PAID_ON, a_payment, an_open_invoice, euros, fresh_ids


def share(number: int, amount: str) -> Share:
    return Share(UUID(int=number), euros(amount))


def allocated(payment, shares, invoices):
    return allocate_payment(payment, shares, invoices, on=PAID_ON, new_id=fresh_ids())


class TestPropose:
    def test_settles_the_oldest_due_first_and_the_last_in_part(self):
        invoices = [
            an_open_invoice(1, "80", date(2026, 3, 1)),
            an_open_invoice(2, "50", date(2026, 1, 1)),
        ]

        assert propose(euros("100"), invoices) == (share(2, "50"), share(1, "50"))

    def test_leaves_what_is_paid_and_what_is_in_another_currency(self):
        francs = Money(Decimal(30), Currency.of("CHF"))
        other = an_open_invoice(3, "0")
        foreign = type(other)(UUID(int=4), "INV-4", francs, PAID_ON, PAID_ON)

        assert propose(euros("100"), [other, foreign]) == ()


class TestAllocatePayment:
    def test_one_payment_settles_several_invoices_and_the_rest_stays_credit(self):
        invoices = [an_open_invoice(1, "60"), an_open_invoice(2, "30")]

        paid = allocated(a_payment("100"), [share(1, "60"), share(2, "30")], invoices)

        assert paid.allocated == euros("90")
        assert paid.unallocated == euros("10")

    def test_exactly_what_is_open_is_allowed_and_a_cent_more_is_not(self):
        invoices = [an_open_invoice(1, "60")]

        assert allocated(a_payment("100"), [share(1, "60")], invoices).allocated == euros("60")
        with pytest.raises(MoreThanOpen):
            allocated(a_payment("100"), [share(1, "60.01")], invoices)

    def test_two_shares_of_one_invoice_count_together(self):
        with pytest.raises(MoreThanOpen):
            allocated(a_payment("100"), [share(1, "40"), share(1, "40")], [an_open_invoice(1, "60")])

    def test_exactly_the_payment_is_allowed_and_a_cent_more_is_not(self):
        invoices = [an_open_invoice(1, "500")]

        assert not allocated(a_payment("100"), [share(1, "100")], invoices).unallocated.amount
        with pytest.raises(MoreThanFree):
            allocated(a_payment("100"), [share(1, "100.01")], invoices)

    @pytest.mark.parametrize("amount", ["0", "-1"])
    def test_refuses_a_share_of_nothing_or_less(self, amount):
        with pytest.raises(AmountNotPositive):
            allocated(a_payment(), [share(1, amount)], [an_open_invoice(1, "60")])

    def test_refuses_another_currency(self):
        francs = Share(UUID(int=1), Money(Decimal(5), Currency.of("CHF")))

        with pytest.raises(WrongCurrency):
            allocated(a_payment(), [francs], [an_open_invoice(1, "60")])


class TestReverse:
    def test_undoes_exactly_what_the_payment_did(self):
        invoices = [an_open_invoice(1, "60"), an_open_invoice(2, "30")]
        paid = allocated(a_payment("100"), [share(1, "60"), share(2, "30")], invoices)

        reversed_payment, entry = reverse(paid, number="P-2", on=PAID_ON, new_id=fresh_ids())

        assert reversed_payment.state is PaymentState.REVERSED
        assert entry.amount == euros("-100")
        undone = {a.invoice_id: a.amount for a in entry.allocations}
        assert undone == {UUID(int=1): euros("-60"), UUID(int=2): euros("-30")}
        assert not (reversed_payment.amount + entry.amount).amount
        assert not reversed_payment.unallocated.amount

    def test_happens_once(self):
        reversed_payment, entry = reverse(a_payment(), number="P-2", on=PAID_ON, new_id=fresh_ids())

        for payment in (reversed_payment, entry):
            with pytest.raises(AlreadyReversed):
                reverse(payment, number="P-3", on=PAID_ON, new_id=fresh_ids())

    def test_leaves_nothing_to_allocate(self):
        reversed_payment, _ = reverse(a_payment(), number="P-2", on=PAID_ON, new_id=fresh_ids())

        with pytest.raises(AlreadyReversed):
            allocated(reversed_payment, [share(1, "1")], [an_open_invoice(1, "60")])
