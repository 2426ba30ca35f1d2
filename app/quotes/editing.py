"""Edits of a draft: each takes a quote and returns the next one, so that undo keeps the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import LineNotFound, Quote

Edit = Callable[[Quote], Quote]


def insert_lines(quote: Quote, lines: Sequence[QuoteLine], *, position: int | None = None) -> Quote:
    """Return the quote with lines put in before `position`, or at the end.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    at = len(quote.lines) if position is None else max(0, min(position, len(quote.lines)))
    return replace(quote, lines=(*quote.lines[:at], *lines, *quote.lines[at:]))


def change_line(quote: Quote, line_id: UUID, change: Callable[[QuoteLine], QuoteLine]) -> Quote:
    """Return the quote with one line changed.

    Raises:
        QuoteNotEditable: The quote is not a draft.
        LineNotFound: The quote has no such line.
    """
    quote.require_draft()
    at = _position(quote, line_id)
    changed = change(quote.lines[at])
    return replace(quote, lines=(*quote.lines[:at], changed, *quote.lines[at + 1 :]))


def remove_lines(quote: Quote, line_ids: frozenset[UUID]) -> Quote:
    """Return the quote without these lines.

    Raises:
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    return replace(quote, lines=tuple(line for line in quote.lines if line.id not in line_ids))


def move_line(quote: Quote, line_id: UUID, *, to: int) -> Quote:
    """Return the quote with one line at another position; positions outside are clamped.

    Raises:
        QuoteNotEditable: The quote is not a draft.
        LineNotFound: The quote has no such line.
    """
    quote.require_draft()
    at = _position(quote, line_id)
    rest = [*quote.lines[:at], *quote.lines[at + 1 :]]
    rest.insert(max(0, min(to, len(rest))), quote.lines[at])
    return replace(quote, lines=tuple(rest))


def duplicate_line(quote: Quote, line_id: UUID, *, new_id: UUID) -> Quote:
    """Return the quote with a copy of the line right below it.

    Raises:
        QuoteNotEditable: The quote is not a draft.
        LineNotFound: The quote has no such line.
    """
    at = _position(quote, line_id)
    return insert_lines(quote, [replace(quote.lines[at], id=new_id)], position=at + 1)


def lines_of_group(quote: Quote, heading: UUID | None) -> tuple[QuoteLine, ...]:
    """Return the lines that stand under a heading, or before the first heading for `None`."""
    inside = heading is None
    found: list[QuoteLine] = []
    for line in quote.lines:
        if line.kind is LineKind.HEADING:
            inside = line.id == heading
        elif inside:
            found.append(line)
    return tuple(found)


def _position(quote: Quote, line_id: UUID) -> int:
    for position, line in enumerate(quote.lines):
        if line.id == line_id:
            return position
    raise LineNotFound(line=str(line_id))
