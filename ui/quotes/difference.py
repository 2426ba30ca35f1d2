"""What an edit moved, so that a keystroke prices one line and a note prices nothing."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import Quote

_HEADER = attrgetter(
    "currency",
    "customer_id",
    "dated",
    "price_date",
    "price_book",
    "exchange",
    "policies",
    "terms",
    "discount",
    "document_discount",
    "partner",
    "distributor",
)
_ASKED = attrgetter("product_id", "sku", "quantity", "unit", "unit_price", "discount", "role", "term_months")


_HEAD = attrgetter(
    "customer_id",
    "currency",
    "dated",
    "valid_until",
    "price_book",
    "language",
    "exchange",
    "terms",
    "discount",
    "document_discount",
    "partner",
    "distributor",
    "buyer_reference",
    "notes",
    "internal_notes",
)


class Moved(NamedTuple):
    """What has to be priced again: nothing, one product line, or everything."""

    everything: bool = False
    line: UUID | None = None


NOTHING = Moved()
EVERYTHING = Moved(everything=True)


def moved(before: Quote, after: Quote) -> Moved:
    """Return what an edit means for prices."""
    if _HEADER(before) != _HEADER(after) or len(before.lines) != len(after.lines):
        return EVERYTHING
    pairs = [pair for pair in zip(before.lines, after.lines, strict=True) if pair[0] is not pair[1]]
    if not pairs:
        return NOTHING
    return _one(*pairs[0]) if len(pairs) == 1 else EVERYTHING


def same_head(before: Quote, after: Quote) -> bool:
    """Tell whether two states differ in their lines only."""
    return bool(_HEAD(before) == _HEAD(after))


def _one(before: QuoteLine, after: QuoteLine) -> Moved:
    if before.id != after.id or before.kind is not after.kind:
        return EVERYTHING
    if after.kind is LineKind.PRODUCT:
        return Moved(line=after.id) if _ASKED(before) != _ASKED(after) else NOTHING
    # A section's discount reaches its lines; other words on headings and texts reach no price.
    return EVERYTHING if before.discount != after.discount else NOTHING
