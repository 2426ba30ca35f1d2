"""Builders of payments and open invoices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from uuid import UUID

from app.kernel.money import Currency, Money
from app.payments.allocation import OpenInvoice
from app.payments.payment import Payment

PAID_ON = date(2026, 5, 4)


def euros(amount: str) -> Money:
    """Return an amount in euros."""
    return Money(Decimal(amount), Currency.of("EUR"))


def a_payment(amount: str = "100") -> Payment:
    """Return a payment of 4 May 2026."""
    return Payment(UUID(int=7), "P-1", UUID(int=8), PAID_ON, euros(amount))


def an_open_invoice(number: int, amount: str, due: date = PAID_ON) -> OpenInvoice:
    """Return an invoice with this much open."""
    return OpenInvoice(UUID(int=number), f"INV-{number}", euros(amount), due, due)


def fresh_ids():
    """Return a maker of ids that never repeat."""
    numbers = count(10_000)
    return lambda: UUID(int=next(numbers))
