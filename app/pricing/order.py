"""What the lines of a document are together, for promotions: orders over an amount, units that are free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.company.policies import PromotionMode
from app.pricing.compiled import Gift, Offer
from app.pricing.context import Context, Given
from app.pricing.covering import share_of
from app.pricing.exact import ZERO, Exact, difference, is_less, lowest, product, quotient, total
from app.pricing.lines import list_amount_of
from app.pricing.opening import Opening
from app.pricing.promotions import best_of, fitting_offers, price_after
from app.pricing.selection import is_open
from app.pricing.work import Work


def looks_at_the_order(context: Context) -> bool:
    """Test whether a promotion of this document depends on more than its own line."""
    return any(is_open(offer, context) for offer in context.rules.wide_offers)


def look_at_the_order(context: Context, lines: list[Work]) -> None:
    """Let the document know what its lines come to, then which of their units are free.

    Args:
        context: The document.
        lines: All of it, prepared.
    """
    context.totals = list_totals(context, lines)
    if any(offer.gift is not None for offer in context.rules.wide_offers):
        context.gifts = gifts_of(context, lines)


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


def gifts_of(context: Context, lines: list[Work]) -> dict[str, tuple[Given, ...]]:
    """Return per key of a line the units of it that are free, after the policy chose between promotions.

    A line with a price typed in, a ramp, and one whose quantity makes its price get none.

    Args:
        context: The document, with what its lines come to at list.
        lines: All of it, prepared.
    """
    bought = _bought(context, lines)
    pools = {offer: _made_free(offer.gift, units) for offer, units in bought.items() if offer.gift}
    found: dict[str, tuple[Given, ...]] = {}
    for work in lines:
        if _takes_gifts(work):
            given = _chosen(work, _candidates(context, work, pools))
            for one in given:
                if one.offer in pools and not one.beaten_by:
                    pools[one.offer] = difference(pools[one.offer], _in_price_units(work, one.quantity))
            if given:
                found[work.line.key] = given
    return found


def _takes_gifts(work: Work) -> bool:
    late = work.plan.late
    is_plain = work.line.manual_price is None and not work.line.segments
    return work.is_counted and is_plain and (late is None or not late.is_by_quantity)


def _gifts_on(context: Context, work: Work) -> list[Offer]:
    """Return the gifts that count the line as bought."""
    start = work.start
    if start is None or not work.is_counted or share_of(work) is not None:
        return []
    offers = tuple([offer for offer in work.plan.offers if offer.gift is not None])
    return fitting_offers(offers, start.factor, work.quantity, context)[0] if offers else []


def _bought(context: Context, lines: list[Work]) -> dict[Offer, Exact]:
    """Return the units bought for each gift of another product."""
    bought: dict[Offer, Exact] = {}
    for work in lines:
        for offer in _gifts_on(context, work):
            if offer.gift is not None and offer.gift.sku not in ("", work.line.sku):
                units = _in_price_units(work, work.exact_quantity)
                bought[offer] = total(bought.get(offer, ZERO), units)
    return bought


def _candidates(context: Context, work: Work, pools: Mapping[Offer, Exact]) -> list[Given]:
    """Return the gifts for a line in their declared order, each with the most it could make free."""
    own = [offer for offer in _gifts_on(context, work) if offer.gift is not None and not offer.gift.sku]
    units = {offer: _own_free(offer.gift, _in_price_units(work, work.exact_quantity)) for offer in own}
    units |= {offer: pool for offer, pool in pools.items() if offer.gift and offer.gift.sku == work.line.sku}
    factor = work.start.factor if work.start else (1, 1)
    ranked = sorted(units, key=lambda offer: (offer.order, offer.code))
    return [Given(offer, _least(quotient(units[offer], factor), work.exact_quantity)) for offer in ranked]


def _chosen(work: Work, candidates: list[Given]) -> tuple[Given, ...]:
    """Return all of them where promotions stack, each from the units that are left; else the best, if any."""
    useful = [given for given in candidates if given.quantity[0] > 0]
    start = work.start
    if not useful or start is None:
        return ()
    if work.context.policies.promotions is PromotionMode.STACKED:
        left, chosen = work.exact_quantity, []
        for given in useful:
            taken = _least(given.quantity, left)
            left = difference(left, taken)
            chosen.append(given._replace(quantity=taken))
        return tuple([given for given in chosen if given.quantity[0] > 0])
    best = useful[0]
    for given in sorted(useful, key=lambda one: one.offer.code):
        if is_less(best.quantity, given.quantity) or (
            best.quantity == given.quantity and given.offer.code < best.offer.code
        ):
            best = given
    winner = _better_reduction(work, start, best) or best.offer.code
    return tuple(
        [given if given.offer.code == winner else given._replace(beaten_by=winner) for given in useful]
    )


def _better_reduction(work: Work, start: Opening, gift: Given) -> str:
    """Return the code of the reduction that makes the line cheaper than the gift; empty: none does."""
    fitting = fitting_offers(work.plan.offers, start.factor, work.quantity, work.context)[0]
    reductions = [offer for offer in fitting if offer.gift is None]
    if not reductions:
        return ""
    paid = quotient(difference(work.exact_quantity, gift.quantity), work.exact_quantity)
    rival = best_of(start.price, reductions, work)[0]
    reached, reduced = product(start.price, paid), price_after(start.price, rival.cut, work)
    is_better = is_less(reached, reduced) or (reached == reduced and gift.offer.code < rival.code)
    return "" if is_better else rival.code


def _in_price_units(work: Work, quantity: Exact) -> Exact:
    return product(quantity, work.start.factor) if work.start else quantity


def _made_free(gift: Gift | None, bought: Exact) -> Exact:
    if gift is None:
        return ZERO
    times = quotient(bought, gift.every)
    return product(gift.free, (times[0] // times[1], 1))


def _own_free(gift: Gift | None, units: Exact) -> Exact:
    """What is free is on the line itself: first the bought units, then those they make free."""
    if gift is None:
        return ZERO
    cycle = total(gift.every, gift.free)
    times = quotient(units, cycle)
    whole = (times[0] // times[1], 1)
    rest = difference(difference(units, product(cycle, whole)), gift.every)
    free = product(gift.free, whole)
    return total(free, rest) if rest[0] > 0 else free


def _least(left: Exact, right: Exact) -> Exact:
    return left if is_less(left, right) else right
