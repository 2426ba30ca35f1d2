"""One line through the waterfall: list to net, its bands, its rounded amounts."""

from __future__ import annotations

from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LARGEST_SCALED
from app.kernel.ratio import divide_half_away
from app.pricing.closing import close
from app.pricing.compiled import Ladder
from app.pricing.exact import MILLION, ONE, Exact, difference, exact, is_less, to_scale
from app.pricing.opening import Opening
from app.pricing.pieces import Pieces, pieces_of
from app.pricing.plan import NO_LADDER
from app.pricing.promotions import promote
from app.pricing.reasons import Refused, StepKind
from app.pricing.result import Part, PricedLine
from app.pricing.schedules import bands, discount, tier_of, volume_tier
from app.pricing.trace import Move, Refusal, kept, make, run
from app.pricing.work import Work

Counted = dict[tuple[str, str], Exact]
"""Quantity per schedule of a wider scope and group."""

NOTHING_COUNTED: Counted = {}

_VOLUME, _TERM = StepKind.VOLUME, StepKind.TERM


def price_line(work: Work, counted: Counted) -> PricedLine:
    """Return the line with its price; one that has a blocker is marked and counts nothing."""
    start, findings, blocked = work.start, work.findings, work.is_blocked
    line, plan = work.line, work.plan
    parts: tuple[Part, ...] = ()
    is_cut = plan.late is not None or bool(line.segments) or work.context.gifts is not None
    pieces = pieces_of(work) if is_cut else ()
    if start is not None and work.quantity:
        parts = _all_parts(pieces, counted) if pieces else _parts(work, start, counted)
        refusal = _refusal(work, parts)
        if refusal is not None:
            findings, blocked = (*findings, refusal), True
    base = start.base if start else ONE
    if blocked or start is None:
        return PricedLine(line.key, parts, base, plan.unit, 0, 0, None, plan.tax, line.group, False, findings)
    return make(
        PricedLine,
        (
            line.key,
            parts,
            base,
            plan.unit,
            parts[0].amount if len(parts) == 1 else sum([part.amount for part in parts]),
            sum([_list_amount(*piece) for piece in pieces]) if pieces else _list_amount(work, start),
            _cost_of(pieces) if line.segments else _cost(work),
            plan.tax,
            line.group,
            line.in_total,
            findings,
        ),
    )


def _all_parts(pieces: Pieces, counted: Counted) -> tuple[Part, ...]:
    return tuple([part for piece, start in pieces for part in _parts(piece, start, counted)])


def _parts(work: Work, start: Opening, counted: Counted) -> tuple[Part, ...]:
    moves = [*start.moves]
    if start.is_final:
        return (_part(moves, work, start, work.exact_quantity),)
    if work.line.manual_price is not None:
        close(moves, work)
        return (_part(moves, work, start, work.exact_quantity),)
    promote(moves, work, start)
    volume = work.plan.volume
    if volume.ladder is not None and volume.ladder.is_slab:
        if work.plan.late is not None and work.plan.late.is_by_quantity:
            beaten = Refusal(volume.ladder.code, volume.ladder.version, Refused.PRICED_BY_QUANTITY)
            moves.append(kept(_VOLUME, (*volume.refused, beaten)))
            return (_finished(moves, work, start, work.exact_quantity),)
        return _slab(moves, work, start, volume.ladder)
    if volume is not NO_LADDER:
        tier = volume_tier(volume.ladder, work, counted) if volume.ladder else 0
        discount(moves, _VOLUME, volume, tier, work)
    return (_finished(moves, work, start, work.exact_quantity),)


def _slab(moves: list[Move], work: Work, start: Opening, ladder: Ladder) -> tuple[Part, ...]:
    """Each band is a sub-line of its own, rounded by itself."""
    volume = work.plan.volume
    owned = int(work.line.owned * MILLION) if ladder.counts_owned else 0
    sign = -1 if work.quantity < 0 else 1
    parts, left = [], (abs(work.exact_quantity[0]), work.exact_quantity[1])
    for band in bands(ladder, volume.factor, abs(work.quantity), owned):
        quantity = left if is_less(left, band.quantity) else band.quantity
        left = difference(left, quantity)
        if not quantity[0]:  # units that are free fill no band
            break
        own = moves.copy()
        discount(own, _VOLUME, volume, band.tier, work)
        parts.append(_finished(own, work, start, (sign * quantity[0], quantity[1])))
    return tuple(parts)


def _finished(moves: list[Move], work: Work, start: Opening, quantity: Exact) -> Part:
    if work.plan.term is not NO_LADDER:
        _term(moves, work)
    close(moves, work)
    return _part(moves, work, start, quantity)


def _term(moves: list[Move], work: Work) -> None:
    plan = work.plan.term
    span = work.line.period or work.context.period
    if plan.ladder is None:
        discount(moves, _TERM, plan, 0, work)
    elif span is None or not work.plan.is_recurring:
        refusal = Refusal(plan.ladder.code, plan.ladder.version, Refused.NO_SPAN)
        moves.append(kept(_TERM, (*plan.refused, refusal)))
    else:
        discount(moves, _TERM, plan, tier_of(plan.ladder, work.context.months_of(span)), work)


def _part(moves: list[Move], work: Work, start: Opening, quantity: Exact) -> Part:
    context, base = work.context, start.base
    prices = run(moves)
    net = (prices[-2], prices[-1])
    if context.rounds_unit:
        net = to_scale(net, context.scale_power)
    numerator = quantity[0] * net[0] * base[1] * context.smallest
    amount = divide_half_away(numerator, quantity[1] * net[1] * base[0])
    return make(Part, (quantity, tuple(moves), prices, net, amount))


def _refusal(work: Work, parts: tuple[Part, ...]) -> Finding | None:
    for part in parts:
        if part.net[0] < 0:
            where = f"lines[{work.line.key}].price"
            return Finding("pricing.net_below_zero", Severity.BLOCKER, where)
        if not -LARGEST_SCALED <= part.amount <= LARGEST_SCALED:
            where = f"lines[{work.line.key}].price"
            return Finding("pricing.amount_too_large", Severity.BLOCKER, where)
    return None


def list_amount_of(work: Work) -> int:
    """Return what a line comes to at list, before any promotion: what an order over an amount counts."""
    if work.start is None:
        return 0
    pieces = pieces_of(work) if work.plan.late is not None or work.line.segments else ()
    return sum([_list_amount(*piece) for piece in pieces]) if pieces else _list_amount(work, work.start)


def _list_amount(work: Work, start: Opening) -> int:
    price, base, quantity = start.list_price, start.base, work.exact_quantity
    above, below = work.multiplier
    numerator = quantity[0] * price[0] * base[1] * above * work.context.smallest
    return divide_half_away(numerator, quantity[1] * price[1] * base[0] * below)


def _cost_of(segments: Pieces) -> int | None:
    costs = [_cost(segment) for segment, _start in segments]
    return None if None in costs else sum([cost for cost in costs if cost is not None])


def _cost(work: Work) -> int | None:
    """A recurring cost is per price term, like the price."""
    own = work.line.cost
    cost = exact(own) if own is not None else work.plan.cost
    if cost is None:
        return None
    above, below = work.multiplier
    numerator = work.exact_quantity[0] * cost[0] * above * work.context.smallest
    return divide_half_away(numerator, work.exact_quantity[1] * cost[1] * below)
