"""The words on a quote in one spelling: composed letters, no control signs, no turned writing direction."""

from __future__ import annotations

from dataclasses import replace

from app.kernel.text import DESCRIPTION_LENGTH, clean_name, clean_text
from app.quotes.lines import QuoteLine
from app.quotes.quote import Quote


def cleaned(quote: Quote) -> Quote:
    """Return the quote with every text a person typed in its one spelling.

    Raises:
        RuleViolation: A text is too long or holds signs that do not belong; the error names the field.
    """
    return replace(
        quote,
        lines=tuple(_line(line) for line in quote.lines),
        notes=clean_text(quote.notes, field="quote.notes"),
        internal_notes=clean_text(quote.internal_notes, field="quote.internal_notes"),
        buyer_reference=clean_name(quote.buyer_reference, field="quote.buyer_reference"),
        terms=replace(quote.terms, delivery=clean_name(quote.terms.delivery, field="quote.delivery_terms")),
    )


def _line(line: QuoteLine) -> QuoteLine:
    """A line is made anew only where a text has another spelling: a quote may have a thousand."""
    sku = clean_name(line.sku, field="quote.line.sku")
    name = clean_text(line.name, field="quote.line.name", longest=DESCRIPTION_LENGTH)
    detail = clean_text(line.detail, field="quote.line.detail", longest=DESCRIPTION_LENGTH)
    if (sku, name, detail) == (line.sku, line.name, line.detail):
        return line
    return replace(line, sku=sku, name=name, detail=detail)
