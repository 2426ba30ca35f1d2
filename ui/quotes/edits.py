"""Edits of a draft that one gesture makes: several lines at once, and the header's dependent fields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from app.catalog.product import Product
from app.catalog.reduction import Reduction
from app.kernel.money import Currency, Money
from app.kernel.percent import Percent
from app.quotes.editing import change_line, insert_lines, remove_lines
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Quote, QuoteTerms
from app.services.exchange_rates import RatesOfDay
from app.services.quote_files import new_line

NewId = Callable[[], UUID]


def insert_before(quote: Quote, lines: Sequence[QuoteLine], before: UUID | None) -> Quote:
    """Return the quote with lines put in front of another; `None` or a line that is gone: at the end.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    place = next((at for at, line in enumerate(quote.lines) if line.id == before), None)
    return insert_lines(quote, lines, position=place)


def move_before(quote: Quote, ids: Collection[UUID], before: UUID | None) -> Quote:
    """Return the quote with lines, in their order, in front of another one; `None` is the end.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    moved = [line for line in quote.lines if line.id in ids]
    return insert_before(remove_lines(quote, frozenset(ids)), moved, before)


def duplicate(quote: Quote, ids: Collection[UUID], new_id: NewId) -> Quote:
    """Return the quote with copies of lines behind the last of them.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    places = [at for at, line in enumerate(quote.lines) if line.id in ids]
    if not places:
        return quote
    copies = [replace(quote.lines[at], id=new_id()) for at in places]
    return insert_lines(quote, copies, position=places[-1] + 1)


def with_role(quote: Quote, ids: Collection[UUID], role: LineRole) -> Quote:
    """Return the quote with product lines in a role; or ordinary ones where all have it already.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    chosen = [line for line in quote.lines if line.id in ids and line.kind is LineKind.PRODUCT]
    wanted = LineRole.STANDARD if all(line.role is role for line in chosen) else role
    return replace(
        quote,
        lines=tuple(replace(line, role=wanted) if line in chosen else line for line in quote.lines),
    )


def line_of(product: Product, before: QuoteLine, language: str) -> QuoteLine:
    """Return a line with another product in it; what the rep decided for the line stays."""
    fresh = new_line(product, line_id=before.id, language=language)
    return replace(
        fresh,
        quantity=before.quantity,
        role=before.role,
        unit_price=before.unit_price,
        discount=before.discount,
        term_months=before.term_months,
    )


def unresolved(quote: Quote) -> frozenset[str]:
    """Return the SKUs of product lines nobody has looked up in the catalog yet, or that are not in it."""
    return frozenset(line.sku for line in quote.product_lines if line.product_id is None and line.sku)


def resolved(quote: Quote, products: dict[str, Product]) -> Quote:
    """Return the quote with the products of typed and pasted SKUs in their lines; unknown ones stay."""
    lines = tuple(
        line_of(products[line.sku], line, quote.language)
        if line.kind is LineKind.PRODUCT and line.product_id is None and line.sku in products
        else line
        for line in quote.lines
    )
    return replace(quote, lines=lines)


def for_customer(quote: Quote, prepared: Quote, company_currency: Currency) -> Quote:
    """Return the draft with what is usual for a customer, as `services.quotes.for_customer` prepared it.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    named = replace(
        quote,
        customer_id=prepared.customer_id,
        price_book=prepared.price_book,
        language=prepared.language,
        terms=replace(quote.terms, payment=prepared.terms.payment),
        buyer_reference=prepared.buyer_reference,
    )
    return in_currency(named, prepared.currency, company_currency, prepared.exchange)


def in_currency(
    quote: Quote, currency: Currency, company_currency: Currency, rate: FrozenRate | None = None
) -> Quote:
    """Return the draft in a currency; the rate of another one is no longer its rate.

    A lump sum and typed prices keep their numbers, since the rep agreed on numbers.

    Args:
        quote: The draft.
        currency: The one it shall be in.
        company_currency: The one that needs no rate.
        rate: The rate known for the quote's date; without one a check asks for it.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    if currency == quote.currency:
        return quote
    sum_off = quote.document_discount
    return replace(
        quote,
        currency=currency,
        exchange=SAME_CURRENCY if currency == company_currency else rate or FrozenRate(on=quote.dated),
        document_discount=None if sum_off is None else Money(sum_off.amount, currency).rounded(),
    )


def rated(quote: Quote, rates: RatesOfDay, company_currency: Currency) -> Quote:
    """Return the quote with the rate known for its date, where it needs one and has none yet."""
    if quote.exchange.source or quote.currency == company_currency:
        return quote
    rate = rates.of(quote.currency, quote.dated)
    return quote if rate is None else replace(quote, exchange=rate)


class HeaderChanges(TypedDict, total=False):
    """What an edit of the header may change; identity, state and lines are not among it."""

    dated: date
    valid_until: date
    price_date: date
    price_book: str
    language: str
    exchange: FrozenRate
    terms: QuoteTerms
    discount: Percent | None
    document_discount: Money | None
    partner: Percent
    distributor: Percent
    buyer_reference: str
    notes: str
    internal_notes: str


def with_header(quote: Quote, **changes: Unpack[HeaderChanges]) -> Quote:
    """Return the draft with these facts of its header.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    return replace(quote, **changes)


def dated_on(quote: Quote, day: date) -> Quote:
    """Return the draft dated on a day: its prices are of that day, and it is valid for as long as before.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    valid = day + (quote.valid_until - quote.dated)
    return with_header(quote, dated=day, price_date=day, valid_until=valid)


def with_section_discount(quote: Quote, heading: UUID, discount: Reduction | None) -> Quote:
    """Return the draft with the discount of a section's lines.

    Raises:
        QuoteNotEditable: The quote is not a draft.
        LineNotFound: The section is gone.
    """
    return change_line(quote, heading, lambda line: replace(line, discount=discount))
