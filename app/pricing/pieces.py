"""The sub-lines of a line: ramp segments, graduated tiers, free units, units up to a minimum.

Each is priced and rounded by itself; the line is their sum (domain.md section 5).
"""

from __future__ import annotations

from dataclasses import replace

from app.kernel.period import Period
from app.pricing.context import Given
from app.pricing.exact import MILLION, ONE, ZERO, Exact, difference, exact, product, total
from app.pricing.methods import Late, free_units, graduated
from app.pricing.opening import Opening
from app.pricing.promotions import gift_move
from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.trace import Move
from app.pricing.work import Work, typed_price

_SPECIAL = StepKind.SPECIAL


Pieces = tuple[tuple[Work, Opening], ...]
"""Each sub-line with where its waterfall starts."""


def pieces_of(work: Work) -> Pieces:
    """Return the sub-lines in their order; none for a line that is priced as one."""
    start, late = work.start, work.plan.late
    if start is None or not work.quantity:
        return ()
    if work.line.segments:
        return tuple(_segments(work, start))
    if work.line.manual_price is not None:
        return ()
    given = () if work.context.gifts is None else work.context.gifts.get(work.line.key, ())
    used = [one for one in given if not one.beaten_by]
    if used:
        return tuple(_with_gifts(work, start, used))
    if late is None:
        return ()
    tiers = graduated(work.context, late, work.exact_quantity)
    if tiers:
        return tuple([_piece(work, opened, share) for opened, share in tiers])
    return tuple(_free_and_minimum(work, late, start))


def _piece(work: Work, start: Opening, quantity: Exact) -> tuple[Work, Opening]:
    return replace(work, start=start, exact_quantity=quantity), start


def _segments(work: Work, start: Opening) -> list[tuple[Work, Opening]]:
    """Each uplift stands on the ones before it, from the segment whose price was typed last."""
    found: list[tuple[Work, Opening]] = []
    factor, segments = ONE, work.line.segments
    whole = Period(segments[0].period.start, segments[-1].period.end)  # what a term schedule is asked for
    line = work.line._replace(period=whole, segments=())
    for segment in segments:
        line = line._replace(quantity=work.line.quantity if segment.quantity is None else segment.quantity)
        if segment.price is not None:
            line, factor = line._replace(manual_price=segment.price), ONE
            start = typed_price(work.plan, work.plan.start, segment.price)
        factor = product(factor, total(ONE, exact(segment.uplift)))
        opened, quantity = _raised(start, factor), exact(line.quantity)
        own = replace(
            work,
            line=line,
            start=opened,
            quantity=quantity[0] * MILLION // quantity[1],
            exact_quantity=quantity,
            proration=work.context.proration_of(segment.period, start.term),
        )
        found.append((own, opened))
    return found


def _raised(start: Opening, factor: Exact) -> Opening:
    """Return the price after steps 0 and 1, raised; an uplift is a share off below zero."""
    if factor == ONE:
        return start
    facts = (("uplift", difference(factor, ONE)),)
    move = Move(_SPECIAL, Operation.PERCENT, difference(ONE, factor), "", 0, Reason.RAMP_UPLIFT, facts)
    return replace(start, price=product(start.price, factor), moves=(*start.moves, move))


def _with_gifts(work: Work, start: Opening, given: list[Given]) -> list[tuple[Work, Opening]]:
    paid, found = work.exact_quantity, []
    for one in given:
        paid = difference(paid, one.quantity)
        move = gift_move(one, Operation.SET, Reason.FREE_GOODS)
        opened = replace(start, price=ZERO, moves=(*start.moves, move), is_final=True)
        found.append(_piece(work, opened, one.quantity))
    return [_piece(work, start, paid), *found] if paid[0] else found


def _free_and_minimum(work: Work, late: Late, start: Opening) -> list[tuple[Work, Opening]]:
    sold = abs(work.exact_quantity[0]), work.exact_quantity[1]
    sign = (-1, 1) if work.quantity < 0 else ONE
    free, beyond = free_units(late, sold)
    paid = difference(sold, free)
    if not free[0] and not beyond[0]:
        return []
    parts = (
        (paid, start),
        (free, _given(start, late, free)),
        (beyond, _topped_up(start, total(sold, beyond))),
    )
    return [_piece(work, opened, product(sign, share)) for share, opened in parts if share[0]]


def _given(start: Opening, late: Late, free: Exact) -> Opening:
    """Return the opening of units that cost nothing, whatever else is taken off."""
    code, version = late.listed.code, late.listed.version
    move = Move(_SPECIAL, Operation.SET, ZERO, code, version, Reason.FREE_QUANTITY, (("free", free),))
    return replace(start, price=ZERO, moves=(start.moves[0], move), is_final=True)


def _topped_up(start: Opening, least: Exact) -> Opening:
    first = start.moves[0]._replace(reason=Reason.MINIMUM_QUANTITY, facts=(("minimum", least),))
    return replace(start, moves=(first, *start.moves[1:]))
