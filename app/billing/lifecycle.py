"""How an invoice stands on a day: computed from what settled it, never stored."""

from __future__ import annotations

from datetime import date

from app.billing.invoice import Invoice
from app.billing.status import InvoiceKind, InvoiceStatus, Settled, status_of
from app.kernel.money import Money


def open_amount(invoice: Invoice, *, paid: Money, credited: Money) -> Money:
    """Return what is still owed; zero for a credit note."""
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        return Money.zero(invoice.currency)
    return invoice.total - paid - credited


def status(invoice: Invoice, *, paid: Money, credited: Money, today: date) -> InvoiceStatus:
    """Return how the invoice stands; the due day itself is not overdue."""
    settled = Settled(invoice.total.amount, paid.amount, credited.amount)
    return status_of(invoice.kind, settled, is_late=invoice.due_on < today)
