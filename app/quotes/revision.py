"""Revise, clone and compare: the next revision of an offer, a fresh copy, and what differs between two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.quotes.lifecycle import QuoteState
from app.quotes.lines import QuoteLine
from app.quotes.quote import Quote


def revise(quote: Quote, *, new_id: UUID, today: date) -> tuple[Quote, Quote]:
    """Return the superseded revision and the next one, a draft with the same number.

    Validity is renewed for as many days as the last revision had.

    Raises:
        QuoteTransitionRefused: The quote is a draft, accepted, or superseded already.
    """
    superseded = quote.moved_to(QuoteState.SUPERSEDED)
    draft = replace(
        quote,
        id=new_id,
        revision=quote.revision + 1,
        state=QuoteState.DRAFT,
        dated=today,
        valid_until=today + (quote.valid_until - quote.dated),
        acceptance=None,
        supersedes=quote.id,
        rev=None,
        version=0,
    )
    return superseded, draft


def clone(quote: Quote, *, new_id: UUID, new_line_id: Callable[[], UUID], today: date) -> Quote:
    """Return a new offer with the same lines, priced at today's prices, for any state of the original."""
    return replace(
        quote,
        id=new_id,
        family=new_id,
        number="",
        revision=1,
        state=QuoteState.DRAFT,
        dated=today,
        valid_until=today + (quote.valid_until - quote.dated),
        price_date=today,
        lines=tuple(replace(line, id=new_line_id()) for line in quote.lines),
        acceptance=None,
        supersedes=None,
        rev=None,
        version=0,
    )


class Difference(StrEnum):
    """What happened to a line between two revisions."""

    ADDED = "added"
    REMOVED = "removed"
    QUANTITY = "quantity"
    PRICE = "price"
    DISCOUNT = "discount"
    TERM = "term"
    ROLE = "role"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class LineComparison:
    """One line of two revisions; `causes` is empty when nothing the rep typed changed."""

    before: QuoteLine | None
    after: QuoteLine | None
    causes: tuple[Difference, ...]


def compare(before: Quote, after: Quote) -> tuple[LineComparison, ...]:
    """Return every line of both revisions, in the later one's order, removed lines last."""
    earlier = {line.id: line for line in before.lines}
    rows = [
        LineComparison(earlier.get(line.id), line, _causes(earlier.get(line.id), line))
        for line in after.lines
    ]
    kept = {line.id for line in after.lines}
    removed = (line for line in before.lines if line.id not in kept)
    return (*rows, *(LineComparison(line, None, (Difference.REMOVED,)) for line in removed))


def _causes(before: QuoteLine | None, after: QuoteLine) -> tuple[Difference, ...]:
    if before is None:
        return (Difference.ADDED,)
    tests = (
        (Difference.QUANTITY, (before.quantity, before.unit) != (after.quantity, after.unit)),
        (
            Difference.PRICE,
            (before.product_id, before.unit_price) != (after.product_id, after.unit_price),
        ),
        (Difference.DISCOUNT, before.discount != after.discount),
        (Difference.TERM, before.term_months != after.term_months),
        (Difference.ROLE, (before.kind, before.role) != (after.kind, after.role)),
        (Difference.TEXT, (before.name, before.detail) != (after.name, after.detail)),
    )
    return tuple(cause for cause, differs in tests if differs)
