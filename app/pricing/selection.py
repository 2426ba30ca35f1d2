"""Which of several rules is used, and why each of the others is not.

The most specific place wins (product, then the nearest category, then everything; the customer's own rules
before everybody's), then the newest, then the lower code.
"""

from __future__ import annotations

from typing import TypeVar

from app.pricing.compiled import Agreed, Ladder, Offer
from app.pricing.context import Context
from app.pricing.reasons import Refused
from app.pricing.trace import Refusal

Rule = TypeVar("Rule", Agreed, Ladder)

_NOT_VALID_ON_DATE = Refused.NOT_VALID_ON_DATE
_OTHER_BOOK, _OTHER_CURRENCY = Refused.OTHER_BOOK, Refused.OTHER_CURRENCY


def choose(usable: list[tuple[int, Rule]], refused: list[Refusal]) -> tuple[Rule | None, tuple[Refusal, ...]]:
    """Return the rule to use, and every refusal.

    Args:
        usable: Rules nothing speaks against, with the rank of their place: nearest first, then newest first.
        refused: The refusals of the others.
    """
    if not usable:
        return None, tuple(refused)
    best_rank, winner = usable[0]
    for rank, rule in usable[1:]:
        reason = Refused.LESS_SPECIFIC
        if rank == best_rank:
            reason = Refused.TIED_HIGHER_CODE if rule.first == winner.first else Refused.OLDER
        refused.append(Refusal(rule.code, rule.version, reason, winner.code))
    return winner, tuple(refused)


def why_not(rule: Offer | Ladder, context: Context) -> Refused | None:
    """Return what keeps a promotion or schedule from this document; None where nothing does."""
    if not rule.first <= context.on <= rule.last:
        return _NOT_VALID_ON_DATE
    if rule.books and context.request.book not in rule.books:
        return _OTHER_BOOK
    if rule.currencies is not None and context.currency not in rule.currencies:
        return _OTHER_CURRENCY
    return None


def _without_coupon(offer: Offer, context: Context) -> Refused | None:
    if not offer.coupon:
        return None
    if offer.coupon not in context.coupons:
        return Refused.COUPON_NOT_NAMED
    return Refused.COUPON_USED_UP if offer.is_used_up else None


def is_open(offer: Offer, context: Context) -> bool:
    """Test whether nothing but its lines may keep a promotion from this document."""
    return why_not(offer, context) is None and _without_coupon(offer, context) is None


def split_offers(
    offers: tuple[Offer, ...], context: Context
) -> tuple[tuple[Offer, ...], tuple[Refusal, ...]]:
    """Return the promotions this document may use, in the order given, and the refusals of the others."""
    on = context.on
    usable, refused = [], []
    for offer in offers:
        if offer.first <= on <= offer.last and not offer.is_limited:
            usable.append(offer)
            continue
        reason = why_not(offer, context) or _without_coupon(offer, context)
        if reason is None:
            usable.append(offer)
        else:
            refused.append(Refusal(offer.code, offer.version, reason))
    return tuple(usable), tuple(refused)
