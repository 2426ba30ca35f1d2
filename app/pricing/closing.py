"""Steps 4 to 7: proration, the rep's discount, partner and distributor (domain.md section 4)."""

from __future__ import annotations

from app.catalog.reduction import PercentOff
from app.pricing.compiled import cut_of
from app.pricing.context import Additional
from app.pricing.exact import product
from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.trace import Move, make
from app.pricing.work import Work

_ADDITIONAL, _PERCENT, _AMOUNT = StepKind.ADDITIONAL, Operation.PERCENT, Operation.AMOUNT
_LINE_DISCOUNT = Reason.LINE_DISCOUNT


def close(moves: list[Move], work: Work) -> None:
    """Add the moves from step 3 to net, in the order the company's policies name."""
    context = work.context
    if work.proration is not None:
        moves.append(work.proration)
    if context.policies.additional_last:
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


def _typed(work: Work, additional: Additional) -> Move:
    """An amount is off each line unit; it is prorated only where the policy says so."""
    cut = additional.cut
    operation, value = _PERCENT, cut.share
    if cut.amounts is not None and work.start is not None:
        operation, value = _AMOUNT, product(cut.amounts[work.context.currency], work.start.base)
        if work.context.policies.prorate_amount_discounts and work.proration is not None:
            value = product(value, work.proration.value)
    return Move(_ADDITIONAL, operation, value, "", 0, additional.reason, (), additional.refused)
