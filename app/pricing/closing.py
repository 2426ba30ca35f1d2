"""Steps 4 to 7: proration, the rep's discount, partner and distributor (domain.md section 4)."""

from __future__ import annotations

from app.catalog.reduction import PercentOff
from app.pricing.compiled import Cut, cut_of
from app.pricing.exact import ONE, product
from app.pricing.opening import Opening
from app.pricing.reasons import Reason, StepKind
from app.pricing.result import Refusal
from app.pricing.running import Running, Source
from app.pricing.work import Work

_PRORATION, _ADDITIONAL = StepKind.PRORATION, StepKind.ADDITIONAL
_ON_LINE = ("", 0, Reason.LINE_DISCOUNT)
_PRORATED = ("", 0, Reason.PRORATED)
_ONE_TERM = ("", 0, Reason.ONE_PRICE_TERM)
_PARTNER, _DISTRIBUTOR = StepKind.PARTNER, StepKind.DISTRIBUTOR
_TO_PARTNER = ("", 0, Reason.PARTNER_DISCOUNT)
_TO_DISTRIBUTOR = ("", 0, Reason.DISTRIBUTOR_DISCOUNT)


def close(running: Running, work: Work, start: Opening) -> None:
    """Take the price from step 3 to net, in the order the company's policies name."""
    if work.multiplier is not None:
        has_span = work.line.period is not None or work.context.period is not None
        running.times(_PRORATION, work.multiplier, _PRORATED if has_span else _ONE_TERM)
    if work.context.policies.additional_last:
        _partners(running, work, start)
        _additional(running, work)
    else:
        _additional(running, work)
        _partners(running, work, start)


def _additional(running: Running, work: Work) -> None:
    """The nearest set value wins (line, group, quote), an explicit 0 % too."""
    context, own, group = work.context, work.line.discount, work.line.group
    if own is None:
        wider = context.wider_discount(group) if context.additional else None
        if wider is not None:
            cut, reason, refused = wider
            _take(running, work, cut, ("", 0, reason), refused)
    elif isinstance(own, PercentOff):
        share = own.percent.fraction.as_integer_ratio()
        running.percent(_ADDITIONAL, share, _ON_LINE, context.beaten_by_line(group))
    else:
        _take(running, work, cut_of(own), _ON_LINE, context.beaten_by_line(group))


def _take(running: Running, work: Work, cut: Cut, source: Source, refused: tuple[Refusal, ...]) -> None:
    """An amount is off each line unit; it is prorated only where the policy says so."""
    if cut.amounts is None or work.start is None:
        running.percent(_ADDITIONAL, cut.share, source, refused)
        return
    taken = product(cut.amounts[work.context.currency], work.start.base)
    if work.context.policies.prorate_amount_discounts and work.multiplier is not None:
        taken = product(taken, work.multiplier)
    running.amount(_ADDITIONAL, taken, source, refused)


def _partners(running: Running, work: Work, start: Opening) -> None:
    context = work.context
    takes = ((_PARTNER, context.partner, _TO_PARTNER), (_DISTRIBUTOR, context.distributor, _TO_DISTRIBUTOR))
    if not context.policies.partner_off_list:
        for kind, cut, source in takes:
            if cut is not None:
                running.percent(kind, cut.share, source)
        return
    base = product(start.list_price, work.multiplier or ONE)
    for kind, cut, source in takes:
        if cut is not None:
            running.percent_of(kind, cut.share, base, source)
