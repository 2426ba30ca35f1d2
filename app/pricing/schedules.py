"""Steps 2 and 3: what the reached tier of a discount schedule takes off (domain.md section 5)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from app.catalog.discount_schedule import Scope
from app.pricing.compiled import Ladder
from app.pricing.exact import MILLION, ONE, ZERO, Exact, lowest, product, total
from app.pricing.plan import LadderPlan
from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.request import RequestLine
from app.pricing.trace import Move, kept, make
from app.pricing.work import Work

NO_TIER = -1
"""Below the first bound: no discount, and the trace says so."""


_LINE, _GROUP = Scope.LINE, Scope.GROUP


class Band(NamedTuple):
    """The part of a slab's quantity that falls into one tier; `quantity` is in line units."""

    tier: int
    quantity: Exact


def tier_of(ladder: Ladder, counted: Exact) -> int:
    """Return the tier that a quantity (in the schedule's unit) or a span (in months) reaches, if any."""
    return bisect_right(ladder.bounds, counted[0] * MILLION // counted[1]) - 1


def bands(ladder: Ladder, factor: Exact, quantity: int, owned: int) -> list[Band]:
    """Return the bands a slab puts a quantity into, lowest first; owned units fill the lowest ones.

    Args:
        ladder: A slab schedule.
        factor: Its units in one line unit.
        quantity: In millionths of the line's unit, above 0.
        owned: Units the customer has already, likewise.
    """
    scale = factor[1]
    position = owned * factor[0]
    end = position + quantity * factor[0]
    found = []
    for tier, top in _tops(ladder):
        reached = end if top is None else min(end, top * scale)
        if reached > position:
            share = lowest(reached - position, factor[0] * MILLION)
            found.append(Band(tier, share))
            position = reached
    return found


def _tops(ladder: Ladder) -> list[tuple[int, int | None]]:
    """Return each tier with the last quantity it holds, one step below the next bound."""
    tops: list[tuple[int, int | None]] = [
        (tier, bound - ladder.step) for tier, bound in enumerate(ladder.bounds, start=NO_TIER)
    ]
    return [*tops, (len(ladder.bounds) - 1, None)]


def scope_key(ladder: Ladder | None, line: RequestLine) -> tuple[str, str] | None:
    """Return under which key a line is counted with others; None for a schedule of single lines."""
    if ladder is None or ladder.scope is _LINE:
        return None
    return ladder.code, line.group if ladder.scope is _GROUP else ""


def own_quantity(work: Work) -> Exact:
    """Return what a line brings to its volume schedule: its quantity, and owned units where they count."""
    plan = work.plan.volume
    counted = abs(work.quantity)
    if plan.ladder is not None and plan.ladder.counts_owned:
        counted += int(work.line.owned * MILLION)
    return lowest(counted * plan.factor[0], MILLION * plan.factor[1])


def volume_tier(ladder: Ladder, work: Work, counted: Mapping[tuple[str, str], Exact]) -> int:
    """Return the tier the line reaches, alone or with the others its schedule counts.

    An unchosen option is priced as if it alone were added; goods taken back count for nobody else.
    """
    key = scope_key(ladder, work.line)
    if key is None and work.plan.volume.factor is ONE and not ladder.counts_owned:
        return bisect_right(ladder.bounds, abs(work.quantity)) - 1
    own = own_quantity(work)
    together = None if key is None else counted.get(key)
    if together is None:
        return tier_of(ladder, own)
    return tier_of(ladder, together if work.is_counted else total(together, own))


def discount(moves: list[Move], kind: StepKind, plan: LadderPlan, tier: int, work: Work) -> None:
    """Add one tier of the plan's schedule, or say that none is reached.

    The move of a tier is the same for every quantity, so the plan keeps the last one; an amount off a price
    that is for the whole quantity is not.
    """
    reached = plan.reached
    if reached is None or reached[0] != tier or work.plan.late is not None:
        reached = plan.reached = (tier, _move(kind, plan, tier, work))
    moves.append(reached[1])


def _move(kind: StepKind, plan: LadderPlan, tier: int, work: Work) -> Move:
    ladder, refused = plan.ladder, plan.refused
    if ladder is None:
        return kept(kind, refused)
    code, version = ladder.code, ladder.version
    if tier == NO_TIER:  # the first bound is named so that the reader sees how far off it is
        facts = (("first_bound", lowest(ladder.bounds[0], MILLION)),)
        return Move(kind, Operation.KEEP, ZERO, code, version, Reason.BELOW_FIRST_TIER, facts, refused)
    cut = ladder.cuts[tier]
    operation, value = Operation.PERCENT, cut.share
    if cut.amounts is not None:
        base = work.start.base if work.start else ONE
        operation = Operation.AMOUNT
        value = product(product(cut.amounts[work.context.currency], plan.factor), base)
    reason = Reason.SLAB_BAND if ladder.is_slab else Reason.TIER_REACHED
    return make(Move, (kind, operation, value, code, version, reason, ladder.facts[tier], refused))
