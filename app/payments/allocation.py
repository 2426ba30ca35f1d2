"""Which invoices a payment settles: named ones first in the order given, or the oldest due first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.kernel.errors import RuleViolation
from app.kernel.money import Money
from app.payments.payment import Allocation, Payment, PaymentState, require_positive


class MoreThanOpen(RuleViolation):
    """An allocation is larger than what is open on the invoice."""

    code = "payments.more_than_open"


class MoreThanFree(RuleViolation):
    """An allocation is larger than what is free on the payment."""

    code = "payments.more_than_free"


class WrongCurrency(RuleViolation):
    """The payment and the invoice are in different currencies."""

    code = "payments.wrong_currency"


class AlreadyReversed(RuleViolation):
    """The payment was reversed before."""

    code = "payments.already_reversed"


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """What allocation needs to know of an invoice: its number, open amount and its days."""

    id: UUID
    number: str
    open: Money
    due_on: date
    issued_on: date


@dataclass(frozen=True, slots=True)
class Share:
    """A wish: this much of the payment for that invoice."""

    invoice_id: UUID
    amount: Money


def propose(amount: Money, invoices: Iterable[OpenInvoice]) -> tuple[Share, ...]:
    """Return shares that settle the oldest due invoices first; the last one perhaps in part."""
    rest = amount
    shares: list[Share] = []
    for invoice in sorted(invoices, key=lambda i: (i.due_on, i.number)):
        if invoice.open.currency != amount.currency or invoice.open.amount <= 0:
            continue
        taken = min(rest, invoice.open, key=lambda money: money.amount)
        if taken.amount <= 0:
            break
        shares.append(Share(invoice.id, taken))
        rest = rest - taken
    return tuple(shares)


def allocate_payment(
    payment: Payment,
    shares: Sequence[Share],
    invoices: Sequence[OpenInvoice],
    *,
    on: date,
    new_id: Callable[[], UUID],
) -> Payment:
    """Return the payment with the shares allocated; what remains stays the customer's credit.

    Raises:
        AmountNotPositive: A share is zero or below.
        WrongCurrency: A share is for an invoice in another currency.
        MoreThanOpen: A share exceeds the invoice's open amount.
        MoreThanFree: The shares exceed what is free on the payment.
        AlreadyReversed: The payment was reversed.
    """
    if payment.state is PaymentState.REVERSED:
        raise AlreadyReversed(number=payment.number)
    open_of = {invoice.id: invoice for invoice in invoices}
    for share in _summed(shares):
        _check_share(payment, share, open_of[share.invoice_id])
    free = payment.unallocated
    wanted = sum((share.amount for share in shares), start=Money.zero(free.currency))
    if wanted.amount > free.amount:
        raise MoreThanFree(number=payment.number, wanted=wanted.amount, free=free.amount)
    made = (Allocation(new_id(), payment.id, share.invoice_id, share.amount, on) for share in shares)
    return replace(payment, allocations=(*payment.allocations, *made))


def reverse(
    payment: Payment, *, number: str, on: date, new_id: Callable[[], UUID]
) -> tuple[Payment, Payment]:
    """Return the payment as reversed and the entry that undoes exactly what it did.

    Raises:
        AlreadyReversed: It was reversed before, or is itself a reversal.
    """
    if payment.state is PaymentState.REVERSED or payment.reverses is not None:
        raise AlreadyReversed(number=payment.number)
    entry_id = new_id()
    settled = _settled_by_invoice(payment.allocations)
    undone = tuple(
        Allocation(new_id(), entry_id, invoice_id, -amount, on)
        for invoice_id, amount in settled.items()
        if amount.amount
    )
    entry = replace(
        payment,
        id=entry_id,
        number=number,
        on=on,
        amount=-payment.amount,
        reverses=payment.id,
        allocations=undone,
        rev=None,
        version=0,
    )
    return replace(payment, state=PaymentState.REVERSED), entry


def _summed(shares: Sequence[Share]) -> tuple[Share, ...]:
    totals: dict[UUID, Money] = {}
    for share in shares:
        require_positive(share.amount)
        before = totals.get(share.invoice_id)
        totals[share.invoice_id] = share.amount if before is None else before + share.amount
    return tuple(Share(invoice_id, amount) for invoice_id, amount in totals.items())


def _check_share(payment: Payment, share: Share, invoice: OpenInvoice) -> None:
    if not share.amount.currency == invoice.open.currency == payment.amount.currency:
        raise WrongCurrency(
            number=invoice.number,
            invoice=invoice.open.currency.code,
            payment=payment.amount.currency.code,
        )
    if share.amount.amount > invoice.open.amount:
        raise MoreThanOpen(number=invoice.number, wanted=share.amount.amount, open=invoice.open.amount)


def _settled_by_invoice(allocations: Iterable[Allocation]) -> dict[UUID, Money]:
    settled: dict[UUID, Money] = {}
    for allocation in allocations:
        before = settled.get(allocation.invoice_id, Money.zero(allocation.amount.currency))
        settled[allocation.invoice_id] = before + allocation.amount
    return settled
