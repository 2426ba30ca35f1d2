"""Steps 4 to 7: proration, the rep's discount, partner and distributor (domain.md section 4)."""

from __future__ import annotations

from app.catalog.reduction import PercentOff
from app.pricing.compiled import cut_of
from app.pricing.context import Additional
from app.pricing.exact import ONE, Exact, difference, product, quotient, to_scale, total
from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.trace import Move, make, prorated_list, run
from app.pricing.work import Work

_ADDITIONAL, _PERCENT, _AMOUNT = StepKind.ADDITIONAL, Operation.PERCENT, Operation.AMOUNT
_LINE_DISCOUNT = Reason.LINE_DISCOUNT


def close(moves: list[Move], work: Work) -> None:
    """Add the moves from step 3 to net, in the order the company's policies name."""
    context = work.context
    if work.proration is not None:
        moves.append(work.proration)
    if work.line.factor is not None:
        _to_factor(moves, work, (work.line.factor.numerator, work.line.factor.denominator))
    elif context.policies.additional_last:
        moves.extend(context.partners)
        _additional(moves, work)
    else:
        _additional(moves, work)
        moves.extend(context.partners)


def _additional(moves: list[Move], work: Work) -> None:
    """The nearest set value wins (line, group, quote), an explicit 0 % too."""
    context, own, group = work.context, work.line.discount, work.line.group
    if isinstance(own, PercentOff):
        share, beaten = own.percent.fraction.as_integer_ratio(), context.beaten_by_line(group)
        moves.append(make(Move, (_ADDITIONAL, _PERCENT, share, "", 0, _LINE_DISCOUNT, (), beaten)))
    elif own is not None:
        moves.append(_typed(work, Additional(cut_of(own), _LINE_DISCOUNT, context.beaten_by_line(group))))
    elif context.additional:
        wider = context.wider_discount(group)
        if wider is not None:
            moves.append(wider.move or _typed(work, wider))


def _to_factor(moves: list[Move], work: Work, factor: Exact) -> None:
    """Set the price in place of step 5 so that the net behind partner and distributor is the one wanted.

    Where they take everything, no price before them helps, and none is set.
    """
    context = work.context
    untouched = run([*moves, *context.partners])
    net = to_scale(product((untouched[-2], untouched[-1]), factor), context.scale_power)
    beaten = context.beaten_by_line(work.line.group)
    if context.policies.additional_last:
        moves.extend(context.partners)
        moves.append(Move(_ADDITIONAL, Operation.SET, net, "", 0, Reason.TARGET, (), beaten))
        return
    price: Exact | None = net
    for partner in reversed(context.partners):
        price = None if price is None else _before(partner, price, moves)
    if price is not None:
        moves.append(Move(_ADDITIONAL, Operation.SET, price, "", 0, Reason.TARGET, (), beaten))
    moves.extend(context.partners)


def _before(partner: Move, price: Exact, moves: list[Move]) -> Exact | None:
    """Return the price that a partner's percent turns into this one."""
    share = partner.value
    if partner.operation is Operation.PERCENT_OF_LIST:
        return total(price, product(prorated_list(moves), share))
    return None if share == ONE else quotient(price, difference(ONE, share))


def _typed(work: Work, additional: Additional) -> Move:
    """An amount is off each line unit; it is prorated only where the policy says so."""
    cut = additional.cut
    operation, value = _PERCENT, cut.share
    if cut.amounts is not None and work.start is not None:
        operation, value = _AMOUNT, product(cut.amounts[work.context.currency], work.start.base)
        if work.context.policies.prorate_amount_discounts and work.proration is not None:
            value = product(value, work.proration.value)
    return Move(_ADDITIONAL, operation, value, "", 0, additional.reason, (), additional.refused)
