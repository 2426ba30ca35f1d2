"""Step 1b: the promotions that count for a quantity: the best, or all in order (domain.md section 4)."""

from __future__ import annotations

from app.company.policies import PromotionMode
from app.pricing.compiled import NO_LIMIT, Cut, Offer
from app.pricing.context import Context, Given
from app.pricing.exact import ZERO, Exact, difference, is_less, product
from app.pricing.opening import Opening
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.trace import Move, Refusal, facts_of, kept, make
from app.pricing.work import Work

_KIND, _PERCENT, _AMOUNT = StepKind.PROMOTION, Operation.PERCENT, Operation.AMOUNT
_BEST, _STACKED = Reason.BEST_PROMOTION, Reason.STACKED_PROMOTION
_QUANTITY_BELOW, _QUANTITY_ABOVE = Refused.QUANTITY_BELOW, Refused.QUANTITY_ABOVE
_WORSE_PRICE, _TIED = Refused.WORSE_PRICE, Refused.TIED_HIGHER_CODE
_STACKED_MODE = PromotionMode.STACKED


def promote(moves: list[Move], work: Work, start: Opening) -> None:
    """Add the promotions a line's own quantity allows, or say why none was used."""
    plan = work.plan
    if work.context.gifts is not None:
        _beside_gifts(moves, work, start, work.context.gifts.get(work.line.key, ()))
        return
    if not plan.offers:
        if plan.offers_refused:
            moves.append(kept(_KIND, plan.offers_refused))
        return
    fitting, refused = fitting_offers(plan.offers, start.factor, abs(work.quantity), work.context)
    _reduce(moves, work, start, fitting, refused + plan.offers_refused)


def _reduce(
    moves: list[Move], work: Work, start: Opening, fitting: list[Offer], refused: tuple[Refusal, ...]
) -> None:
    if not fitting:
        moves.append(kept(_KIND, refused))
    elif work.context.policies.promotions is _STACKED_MODE:
        for offer in fitting:
            moves.append(_move(work, offer, _STACKED, refused))
            refused = ()
    elif len(fitting) == 1:
        moves.append(_move(work, fitting[0], _BEST, refused))
    else:
        winner, losers = best_of(start.price, fitting, work)
        moves.append(_move(work, winner, _BEST, refused + losers))


def _beside_gifts(moves: list[Move], work: Work, start: Opening, given: tuple[Given, ...]) -> None:
    """Trace what is free first; the best promotion stands alone, stacked ones reduce what is paid."""
    plan, is_stacked = work.plan, work.context.policies.promotions is _STACKED_MODE
    fitting, refused = fitting_offers(plan.offers, start.factor, abs(work.quantity), work.context)
    refused += plan.offers_refused
    known = {one.offer.code for one in given}
    used = [one for one in given if not one.beaten_by]
    reductions = [offer for offer in fitting if offer.gift is None]
    unused = [offer for offer in fitting if offer.gift is not None and offer.code not in known]
    beaten = [(one.offer, _WORSE_PRICE, one.beaten_by) for one in given if one.beaten_by]
    if used and not is_stacked:
        beaten += [(offer, _WORSE_PRICE, used[0].offer.code) for offer in reductions]
        reductions = []
    for offer in unused:
        gift = offer.gift
        elsewhere = gift is not None and gift.sku != ""
        beaten.append((offer, Refused.FREE_ELSEWHERE if elsewhere else Refused.TOO_FEW_FOR_FREE, ""))
    refused += tuple([Refusal(offer.code, offer.version, why, by) for offer, why, by in beaten])
    for one in used:
        moves.append(gift_move(one, Operation.KEEP, Reason.BUY_AND_GET, refused))
        refused = ()
    if reductions or (refused and not used):
        _reduce(moves, work, start, reductions, refused)


def gift_move(given: Given, operation: Operation, reason: Reason, refused: tuple[Refusal, ...] = ()) -> Move:
    """Return the step of units that are free, or of those that make them free."""
    offer, gift = given.offer, given.offer.gift
    facts = () if gift is None else facts_of(every=gift.every, free=gift.free)
    return Move(_KIND, operation, ZERO, offer.code, offer.version, reason, facts, refused)


def fitting_offers(
    offers: tuple[Offer, ...], factor: Exact, quantity: int, context: Context
) -> tuple[list[Offer], tuple[Refusal, ...]]:
    """Return the promotions whose limits a line keeps and whose order is large enough, and the refusals.

    Args:
        offers: Open in this document.
        factor: Price units in one line unit; nothing is divided, both limits are inclusive.
        quantity: In millionths of the line's unit.
        context: Knows what the order comes to.
    """
    counted, unit = quantity * factor[0], factor[1]
    fitting: list[Offer] = []
    refused: tuple[Refusal, ...] = ()
    for offer in offers:
        if counted < offer.minimum * unit:
            refused += (Refusal(offer.code, offer.version, _QUANTITY_BELOW),)
        elif offer.maximum != NO_LIMIT and counted > offer.maximum * unit:
            refused += (Refusal(offer.code, offer.version, _QUANTITY_ABOVE),)
        elif offer.over is not None and is_less(
            context.totals.get(offer.code, ZERO), offer.over[context.currency]
        ):
            refused += (Refusal(offer.code, offer.version, Refused.ORDER_BELOW),)
        else:
            fitting.append(offer)
    return fitting, refused


def best_of(price: Exact, offers: list[Offer], work: Work) -> tuple[Offer, tuple[Refusal, ...]]:
    """Return the promotion with the lowest price, of equal prices the lower code, and the refusals."""
    ranked = sorted(offers, key=_code)
    prices = [price_after(price, offer.cut, work) for offer in ranked]
    winner, lowest = ranked[0], prices[0]
    for offer, reached in zip(ranked, prices, strict=True):
        if is_less(reached, lowest):
            winner, lowest = offer, reached
    return winner, tuple(
        [
            Refusal(offer.code, offer.version, _TIED if reached == lowest else _WORSE_PRICE, winner.code)
            for offer, reached in zip(ranked, prices, strict=True)
            if offer is not winner
        ]
    )


def price_after(price: Exact, cut: Cut, work: Work) -> Exact:
    """Return the price behind a cut."""
    if cut.amounts is None:
        above, below = cut.share
        return product(price, (below - above, below))
    return difference(price, _amount(cut.amounts[work.context.currency], work))


def _move(work: Work, offer: Offer, reason: Reason, refused: tuple[Refusal, ...]) -> Move:
    operation, value = _PERCENT, offer.cut.share
    if offer.cut.amounts is not None:
        operation, value = _AMOUNT, _amount(offer.cut.amounts[work.context.currency], work)
    return make(Move, (_KIND, operation, value, offer.code, offer.version, reason, (), refused))


def _amount(per_unit: Exact, work: Work) -> Exact:
    """Return an amount off each price unit for the base quantity in line units."""
    return work.start.per_base(per_unit) if work.start else per_unit


def _code(offer: Offer) -> str:
    return offer.code
