"""Payment use cases: book money, settle invoices with it, and reverse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.company.numbering import Series
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.money import Currency, Money
from app.kernel.text import clean_name
from app.payments.allocation import OpenInvoice, Share, allocate_payment, propose
from app.payments.allocation import reverse as reversed_payment
from app.payments.events import PaymentEvent
from app.payments.payment import Payment, PaymentMethod, require_positive
from app.services.numbering import next_number
from app.store.search_index import Findable, Scope

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class PaidInTheFuture(RuleViolation):
    """A payment is dated after today."""

    code = "payments.in_the_future"


class PaidLongAgo(RuleViolation):
    """A payment is dated so far back that the year must be mistyped."""

    code = "payments.long_ago"


class PaidBeforeInvoice(RuleViolation):
    """A payment is dated before the invoice it is to settle."""

    code = "payments.before_invoice"


class InvoiceOfSomebodyElse(RuleViolation):
    """The payment is to settle an invoice of another customer, or one that is settled."""

    code = "payments.invoice_not_open"


class InvoiceOfAnotherCustomer(RuleViolation):
    """The invoice a payment names was issued to somebody else."""

    code = "payments.invoice_of_another"


class NothingOpenOnInvoice(RuleViolation):
    """The invoice a payment names is settled, or is a credit note."""

    code = "payments.nothing_open"


LONGEST_AGO = timedelta(days=3653)
"""How far back a payment may be dated: ten years, longer than any claim for it lives."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What is known of money that came in.

    Attributes:
        amount: Above zero.
        on: The day it came in; today at the latest.
        shares: What it settles; `None` settles the oldest due first, of those there were on the day; empty
            keeps all of it as credit.
    """

    customer_id: UUID
    amount: Money
    on: date
    method: PaymentMethod = PaymentMethod.TRANSFER
    reference: str = ""
    shares: tuple[Share, ...] | None = None


@dataclass(frozen=True, slots=True)
class BookingStart:
    """What is known before a payment is booked.

    Attributes:
        currency: Of the invoice, else of what the customer owes, else the company's.
        owed: Oldest due first.
        first: The invoice the payment is for, settled before all others.
    """

    currency: Currency
    customer_id: UUID | None = None
    customer: str = ""
    owed: tuple[OpenInvoice, ...] = ()
    first: OpenInvoice | None = None


def begin(unit: Nouns, *, customer_id: UUID | None = None, invoice_id: UUID | None = None) -> BookingStart:
    """Return what a booking begins with: of an invoice, of a customer, or of nobody yet.

    Raises:
        InvoiceNotFound: Nothing issued has this id.
        CustomerNotFound: No customer has this id.
    """
    standing = unit.company.get().seller.currency
    paid_for = None if invoice_id is None else unit.invoices.get(invoice_id)
    payer = customer_id if paid_for is None else paid_for.customer_id
    if payer is None:
        return BookingStart(standing)
    owed = open_invoices(unit, payer)
    first = next((each for each in owed if each.id == invoice_id), None)
    usual = owed[0].open.currency if owed else standing
    currency = usual if paid_for is None else paid_for.currency
    return BookingStart(currency, payer, unit.customers.get(payer).name, owed, first)


@dataclass(frozen=True, slots=True)
class SettledInvoice:
    """What a payment settles of one invoice, undone parts taken off; on a reversal what it opened again."""

    id: UUID
    number: str
    due_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentOverview:
    """A payment with everything it did.

    Attributes:
        settled: Per invoice, in the order they were first settled.
        reversed_by: Id and number of the entry that undid it.
        reverses: On such an entry, id and number of the payment it undid.
    """

    payment: Payment
    customer: str
    settled: tuple[SettledInvoice, ...]
    reversed_by: tuple[UUID, str] | None = None
    reverses: tuple[UUID, str] | None = None


def overview(unit: Nouns, payment_id: UUID) -> PaymentOverview:
    """Return a payment with the invoices it settled and, where there is one, its reversal.

    Raises:
        PaymentNotFound: No payment has this id.
    """
    payment = unit.payments.get(payment_id)
    undone = None if payment.reverses is None else unit.payments.get(payment.reverses)
    return PaymentOverview(
        payment=payment,
        customer=unit.customers.get(payment.customer_id).name,
        settled=tuple(_settled_invoices(unit, payment)),
        reversed_by=unit.payments.reversal_of(payment_id),
        reverses=None if undone is None else (undone.id, undone.number),
    )


def book(uow: UnitOfWork, act: Act, *, booking: Booking) -> Payment:
    """Book a payment and settle invoices with it; what is left stays the customer's credit.

    The same idempotency key returns the payment that was booked under it.

    Raises:
        NotPermittedHere: The person may not book payments.
        AmountNotPositive: The amount is zero or below.
        TooManyDecimals: The amount is finer than the currency.
        PaidInTheFuture: It is dated after today.
        PaidLongAgo: It is dated more than ten years before today.
        PaidBeforeInvoice: A share is for an invoice of a later day.
        InvoiceOfSomebodyElse: A share is for an invoice the customer does not owe.
        MoreThanOpen: A share exceeds what is open.
        MoreThanFree: The shares exceed the payment.
    """
    permit(act.actor, Permission.PAYMENTS_BOOK)
    done = uow.idempotency.outcome("payments.book", act.key)
    if done is not None:
        return uow.payments.get(done.id)
    if booking.on > act.today:
        raise PaidInTheFuture(on=booking.on, today=act.today)
    if booking.on < act.today - LONGEST_AGO:
        raise PaidLongAgo(on=booking.on)
    amount = Money.of_minor(require_positive(booking.amount).minor, booking.amount.currency)
    payment = Payment(
        id=uow.new_id(),
        number=next_number(uow, act, Series.PAYMENT, booking.on),
        customer_id=booking.customer_id,
        on=booking.on,
        amount=amount,
        method=booking.method,
        reference=clean_name(booking.reference, field="payment.reference"),
    )
    kept = _settled(uow, payment, booking.shares, on=booking.on)
    uow.journal.append(_event(PaymentEvent.BOOKED, kept))
    uow.idempotency.keep("payments.book", act.key, Ref("payment", kept.id))
    return kept


def allocate(uow: UnitOfWork, act: Act, *, payment_id: UUID, shares: tuple[Share, ...]) -> Payment:
    """Settle further invoices with what is free on a payment.

    Raises:
        NotPermittedHere: The person may not book payments.
        RuleViolation: As for `book`.
    """
    permit(act.actor, Permission.PAYMENTS_BOOK)
    kept = _settled(uow, uow.payments.get(payment_id), shares, on=act.today)
    uow.journal.append(_event(PaymentEvent.ALLOCATED, kept))
    return kept


def reverse(uow: UnitOfWork, act: Act, *, payment_id: UUID) -> Payment:
    """Undo exactly what a payment did, by an entry of its own; returns that entry.

    Raises:
        NotPermittedHere: The person may not reverse payments.
        AlreadyReversed: It was reversed before, or is itself a reversal.
    """
    permit(act.actor, Permission.PAYMENTS_REVERSE)
    payment = uow.payments.get(payment_id)
    number = next_number(uow, act, Series.PAYMENT, act.today)
    undone, entry = reversed_payment(payment, number=number, on=act.today, new_id=uow.new_id)
    name = uow.customers.get(payment.customer_id).name
    uow.payments.save(undone, customer_name=name)
    kept = uow.payments.save(entry, customer_name=name)
    uow.search_index.put(Scope.PAYMENT, Findable(kept.id, kept.number, name))
    uow.journal.append(_event(PaymentEvent.REVERSED, kept, reverses=payment.number))
    return kept


def shares_of(unit: Nouns, *, customer_id: UUID, amount: Money, invoice_id: UUID) -> tuple[Share, ...]:
    """Return what of an amount settles one named invoice; the rest of it stays credit.

    Raises:
        InvoiceNotFound: Nothing issued has this id.
        InvoiceOfAnotherCustomer: It was issued to somebody else.
        NothingOpenOnInvoice: It is settled, or a credit note.
    """
    invoice = unit.invoices.get(invoice_id)
    if invoice.customer_id != customer_id:
        raise InvoiceOfAnotherCustomer(
            number=invoice.number, owner=invoice.buyer.name, name=unit.customers.get(customer_id).name
        )
    owed = [each for each in open_invoices(unit, customer_id) if each.id == invoice_id]
    if not owed:
        raise NothingOpenOnInvoice(number=invoice.number)
    return propose(amount, owed)


def open_invoices(unit: Nouns, customer_id: UUID) -> tuple[OpenInvoice, ...]:
    """Return what a customer owes, oldest due first."""
    return unit.invoices.open_of_customer(customer_id)


def _settled_invoices(unit: Nouns, payment: Payment) -> Iterator[SettledInvoice]:
    sums: dict[UUID, Money] = {}
    for part in payment.allocations:
        sums[part.invoice_id] = sums.get(part.invoice_id, Money.zero(part.amount.currency)) + part.amount
    for invoice_id, amount in sums.items():
        if amount.amount:
            invoice = unit.invoices.get(invoice_id)
            yield SettledInvoice(invoice_id, invoice.number, invoice.due_on, amount)


def _settled(uow: UnitOfWork, payment: Payment, shares: tuple[Share, ...] | None, *, on: date) -> Payment:
    name = uow.customers.get(payment.customer_id).name
    owed = open_invoices(uow, payment.customer_id)
    there = [invoice for invoice in owed if invoice.issued_on <= on]
    wanted = propose(payment.unallocated, there) if shares is None else shares
    _check_invoices({share.invoice_id for share in wanted}, owed, on=on, name=name)
    settled = allocate_payment(payment, wanted, owed, on=on, new_id=uow.new_id)
    kept = uow.payments.save(settled, customer_name=name)
    uow.search_index.put(Scope.PAYMENT, Findable(kept.id, kept.number, name, kept.reference))
    return kept


def _check_invoices(wanted: set[UUID], owed: tuple[OpenInvoice, ...], *, on: date, name: str) -> None:
    strange = wanted - {invoice.id for invoice in owed}
    if strange:
        raise InvoiceOfSomebodyElse(name=name, invoices=len(strange))
    for invoice in owed:
        if invoice.id in wanted and on < invoice.issued_on:
            raise PaidBeforeInvoice(on=on, number=invoice.number, issued_on=invoice.issued_on)


def _event(kind: PaymentEvent, payment: Payment, **facts: str) -> DomainEvent:
    said: dict[str, str | int | None] = {
        "amount": payment.amount.minor,
        "currency": payment.amount.currency.code,
        "on": payment.on.isoformat(),
        "allocated": payment.allocated.minor,
    }
    return DomainEvent(kind, Ref("payment", payment.id), payment.number, said | facts)
