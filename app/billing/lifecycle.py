"""How an invoice stands on a day: computed from what settled it, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.billing.invoice import Invoice, InvoiceKind
from app.kernel.money import Money


class InvoiceStatus(StrEnum):
    """What the lists and chips say of an invoice."""

    OPEN = "open"
    PART_PAID = "part_paid"
    OVERDUE = "overdue"
    PAID = "paid"
    CREDITED = "credited"
    CREDIT_NOTE = "credit_note"


def open_amount(invoice: Invoice, *, paid: Money, credited: Money) -> Money:
    """Return what is still owed; zero for a credit note."""
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        return Money.zero(invoice.currency)
    return invoice.total - paid - credited


def status(invoice: Invoice, *, paid: Money, credited: Money, today: date) -> InvoiceStatus:
    """Return how the invoice stands; the due day itself is not overdue."""
    settled = Settled(invoice.total.amount, paid.amount, credited.amount)
    return status_of(invoice.kind, settled, is_late=invoice.due_on < today)


@dataclass(frozen=True, slots=True)
class Settled:
    """Total, paid and credited in one unit: decimals of the currency, or its minor units."""

    total: Decimal | int
    paid: Decimal | int
    credited: Decimal | int


def status_of(kind: InvoiceKind, settled: Settled, *, is_late: bool) -> InvoiceStatus:
    """Return how an invoice with these sums stands; the same rule for lists and single invoices."""
    if kind is InvoiceKind.CREDIT_NOTE:
        return InvoiceStatus.CREDIT_NOTE
    rest = settled.total - settled.paid - settled.credited
    if rest <= 0:
        return InvoiceStatus.CREDITED if settled.credited > 0 >= settled.paid else InvoiceStatus.PAID
    if is_late:
        return InvoiceStatus.OVERDUE
    return InvoiceStatus.PART_PAID if rest < settled.total else InvoiceStatus.OPEN
