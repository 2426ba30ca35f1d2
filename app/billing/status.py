"""What an invoice is and how it stands, for lists of many: nothing of the invoice itself is needed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class InvoiceKind(StrEnum):
    """An invoice asks for money; a credit note gives it back."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class InvoiceStatus(StrEnum):
    """What the lists and chips say of an invoice."""

    OPEN = "open"
    PART_PAID = "part_paid"
    OVERDUE = "overdue"
    PAID = "paid"
    CREDITED = "credited"
    CREDIT_NOTE = "credit_note"


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
