"""Count chosen options in a document that was priced before, without pricing any line again."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.catalog.price_book import PriceBook
from app.catalog.texts import NO_TEXTS
from app.pricing.context import Context
from app.pricing.result import PricedDocument, PricedLine
from app.pricing.rules import PriceRules, RuleSet
from app.pricing.totals import sum_up


def with_options(document: PricedDocument, chosen: frozenset[str]) -> PricedDocument:
    """Return the document with these optional lines in its total, each at the price it was offered at.

    An optional line never counts for a schedule, so no other line's price can move (domain.md section 5).
    A line that could not be priced stays outside.

    Args:
        document: As it was priced when it was offered.
        chosen: Keys of the chosen lines.
    """
    request = replace(
        document.request,
        lines=tuple(
            line._replace(in_total=True) if line.key in chosen else line for line in document.request.lines
        ),
    )
    lines = tuple(_counted(line) if line.key in chosen else line for line in document.lines)
    book = PriceBook(
        UUID(int=0),
        request.book,
        NO_TEXTS,
        request.currency,
        gross=document.gross,
        price_scale=document.price_scale,
    )
    sums = sum_up(Context(request, PriceRules(RuleSet(books=(book,)))), lines)
    return replace(
        document,
        request=request,
        lines=lines,
        tax_groups=sums.tax_groups,
        groups=sums.groups,
        totals=sums.totals,
    )


def _counted(line: PricedLine) -> PricedLine:
    return line._replace(in_total=True) if line.parts and line.tax is not None else line
