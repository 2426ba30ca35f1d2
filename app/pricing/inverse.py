"""From a wish back to one line: the price for a margin, the better tier, the room down to the floor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from app.kernel.errors import RuleViolation
from app.kernel.ratio import Ratio, scaled
from app.pricing.compiled_methods import Boxes, Tiers
from app.pricing.context import Context
from app.pricing.document import reprice
from app.pricing.exact import MILLION, lowest
from app.pricing.margins import line_discount, list_price, multiplier
from app.pricing.plan import Plans
from app.pricing.request import RequestLine
from app.pricing.result import PricedDocument, PricedLine
from app.pricing.rules import PriceRules


class MarginRefused(RuleViolation):
    """A margin is no fraction from 0 to below 1."""

    code = "pricing.margin_refused"


class BetterTier(NamedTuple):
    """A larger quantity at which the line does not cost more: buy 10 instead of 9 and pay 10 less.

    Attributes:
        quantity: The first of a tier, in the line's unit.
        amount: Of the line at that quantity, in the currency's smallest unit.
        saving: What it costs less than now, 0 or more.
    """

    quantity: Decimal
    amount: int
    saving: int


def price_for_margin(cost: Decimal, margin: Decimal, decimals: int) -> Decimal:
    """Return the lowest price with this margin: cost / (1 - margin), rounded up to the price scale.

    Args:
        cost: Of one unit, 0 or more.
        margin: As a fraction, 0 to below 1.
        decimals: Of the price scale, 0 to 6.

    Raises:
        MarginRefused: The margin is outside.
    """
    if not margin.is_finite() or not 0 <= margin < 1:
        raise MarginRefused(margin=str(margin)[:40])
    floor = Ratio.of(cost) / (Ratio(1) - Ratio.of(margin))
    return scaled(-(-floor.numerator * 10**decimals // floor.denominator), decimals)


def room_to_floor(line: PricedLine, margin: Decimal, cents: int) -> Ratio | None:
    """Return how many points of discount (a fraction of list x multiplier) are left until the margin's floor.

    Below 0 the line lies under its floor already. None where its cost or list price is not known.

    Args:
        line: As it is priced.
        margin: The least share of the net that is left after cost, 0 to below 1.
        cents: Smallest units in one unit of the currency.

    Raises:
        MarginRefused: The margin is outside.
    """
    if not margin.is_finite() or not 0 <= margin < 1:
        raise MarginRefused(margin=str(margin)[:40])
    discount = line_discount(line)
    if discount is None or line.cost is None:
        return None
    listed = Ratio(0)
    for part in line.parts:
        price = Ratio(*list_price(part)) * Ratio(*multiplier(part)) / Ratio(*line.base_quantity)
        listed = listed + price * Ratio(*part.quantity)
    floor = Ratio(line.cost, cents) / (Ratio(1) - Ratio.of(margin))
    return Ratio(1) - floor / listed - discount


def better_tiers(document: PricedDocument, rules: PriceRules, key: str) -> tuple[BetterTier, ...]:
    """Return the tiers above a line's quantity at which it costs no more than now, the nearest first.

    Raises:
        KeyError: The document has no such line (a caller's bug).
    """
    now = document.line(key)
    asked = next(line for line in document.request.lines if line.key == key)
    found = []
    for quantity in _bounds(document, rules, asked):
        if quantity <= asked.quantity or not now.amount:
            continue
        amount = _amount_at(document, rules, asked._replace(quantity=quantity))
        if 0 < amount <= now.amount:
            found.append(BetterTier(quantity, amount, now.amount - amount))
    return tuple(found)


def _amount_at(document: PricedDocument, rules: PriceRules, changed: RequestLine) -> int:
    lines = tuple([changed if line.key == changed.key else line for line in document.request.lines])
    request = replace(document.request, lines=lines)
    return reprice(document, request, changed.key, rules).line(changed.key).amount


def _bounds(document: PricedDocument, rules: PriceRules, line: RequestLine) -> list[Decimal]:
    """Return the first quantities of the tiers of the line's own schedule or blocks, in its unit."""
    plan = Plans(Context(document.request, rules)).of(line)
    bounds: tuple[int, ...] = ()
    factor = plan.volume.factor
    if plan.late is not None:
        method, factor = plan.late.listed.method, plan.late.price_units
        bounds = method.bounds if isinstance(method, Boxes | Tiers) else ()
    elif plan.volume.ladder is not None:
        bounds = plan.volume.ladder.bounds
    in_units = [lowest(bound * factor[1], MILLION * factor[0]) for bound in bounds]
    return [scaled(-(-above * MILLION // below), 6) for above, below in in_units]
