"""What the lines of a document come to together, for promotions that ask for an order over an amount."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.pricing.context import Context
from app.pricing.covering import share_of
from app.pricing.exact import Exact, lowest
from app.pricing.lines import list_amount_of
from app.pricing.selection import is_open
from app.pricing.work import Work


def looks_at_the_order(context: Context) -> bool:
    """Test whether a promotion of this document depends on more than its own line."""
    return any(is_open(offer, context) for offer in context.rules.wide_offers)


def list_totals(context: Context, lines: Iterable[Work]) -> Mapping[str, Exact]:
    """Return per promotion what the lines it selects come to at prorated list prices, as they are shown.

    Unchosen options, goods taken back and lines without a price do not count, nor does a share of other
    lines, whose price waits for theirs.

    Args:
        context: The document.
        lines: All of it, prepared.
    """
    found: dict[str, int] = {}
    for work in lines:
        offers = [offer.code for offer in work.plan.offers if offer.over is not None]
        if offers and work.is_counted and share_of(work) is None:
            amount = list_amount_of(work)
            for code in offers:
                found[code] = found.get(code, 0) + amount
    return {code: lowest(amount, context.smallest) for code, amount in found.items()}
