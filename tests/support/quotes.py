"""Builders of quotes: each says only what matters to the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.catalog.reduction import percent_off
from app.kernel.money import Currency
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import Quote

TODAY = date(2026, 3, 2)


def an_id(number: int) -> UUID:
    """Return the id with this number."""
    return UUID(int=number)


def a_line(number: int = 1, *, quantity: str = "1", discount: str | None = None, **facts) -> QuoteLine:
    """Return a product line; the discount is in percent."""
    given = percent_off(discount) if discount is not None else None
    product = an_id(1_000 + number)
    line = QuoteLine(an_id(number), product_id=product, sku=f"SKU-{number}", quantity=Decimal(quantity))
    return replace(line, discount=given, **facts)


def a_heading(number: int, title: str = "Hardware") -> QuoteLine:
    """Return a section heading."""
    return QuoteLine(an_id(number), kind=LineKind.HEADING, name=title)


def a_quote(*lines: QuoteLine, state: QuoteState = QuoteState.DRAFT, **facts) -> Quote:
    """Return a quote in euros of 2 March 2026, valid for 30 days."""
    quote = Quote(
        id=an_id(1),
        family=an_id(1),
        currency=Currency.of("EUR"),
        dated=TODAY,
        valid_until=date(2026, 4, 1),
        price_date=TODAY,
        number="Q-2026-00001",
        lines=lines,
    )
    return replace(quote, state=state, **facts)
