"""A share of what other lines come to (domain.md section 6): priced after the lines it covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.catalog.price_method import Basis
from app.pricing.compiled_methods import Share
from app.pricing.context import Context
from app.pricing.exact import ONE, ZERO, Exact, is_less, lowest, product, quotient, total
from app.pricing.methods import Late
from app.pricing.opening import Because, Opening, open_with
from app.pricing.reasons import Reason, StepKind
from app.pricing.request import RequestLine
from app.pricing.result import Part, PricedLine
from app.pricing.rules import PriceRules
from app.pricing.trace import facts_of
from app.pricing.work import Work

_LAST_STEPS = {
    Basis.LIST: frozenset({StepKind.LIST}),
    Basis.REGULAR: frozenset(StepKind) - {StepKind.ADDITIONAL, StepKind.PARTNER, StepKind.DISTRIBUTOR},
    Basis.CUSTOMER: frozenset(StepKind) - {StepKind.PARTNER, StepKind.DISTRIBUTOR},
}


def share_of(work: Work) -> Share | None:
    """Return the share a line is priced by; None for a line that has a price of its own."""
    late = work.plan.late
    if late is None or work.line.manual_price is not None:
        return None
    return late.listed.method if isinstance(late.listed.method, Share) else None


def covered(
    work: Work, share: Share, lines: Iterable[tuple[RequestLine, PricedLine]], rules: PriceRules
) -> Work:
    """Return the work of a share's line with its price: the share, prorated, then held inside its limits.

    A basis that is prorated already is not prorated again.

    Args:
        work: The line, prepared.
        share: Its method.
        lines: Every line of the document that no share prices.
        rules: Tell the categories of the products.
    """
    late = work.plan.late
    if late is None or work.start is None:
        return work
    base = ZERO
    for line, priced in lines:
        if priced.in_total and not line.is_adjustment and _is_covered(share, line, rules):
            base = total(base, _worth(work.context, priced, share.basis))
    proration = work.proration if share.basis is Basis.LIST else None
    multiplier = ONE if proration is None else proration.value
    return replace(work, start=_start(work.context, late, share, base, multiplier), proration=proration)


def _start(context: Context, late: Late, share: Share, base: Exact, multiplier: Exact) -> Opening:
    """The limit holds for the whole span, so the list price before proration is the limit / multiplier."""
    price = product(share.share, base) if base[0] > 0 else ZERO
    reason = Reason.PERCENT_OF_TOTAL
    facts = {"covered": base, "percent": share.share}
    prorated = product(price, multiplier)
    for limit, is_maximum in ((share.minimum, False), (share.maximum, True)):
        is_outside = limit is not None and (
            is_less(limit, prorated) if is_maximum else is_less(prorated, limit)
        )
        if limit is None or not is_outside or not multiplier[0]:
            continue
        price, prorated = quotient(limit, multiplier), limit
        reason = Reason.PERCENT_OF_TOTAL_AT_MOST if is_maximum else Reason.PERCENT_OF_TOTAL_AT_LEAST
        facts["limit"] = limit
    listed = replace(late.listed, price=quotient(price, late.price_units), base=ONE)
    return open_with(context, late.article, listed, Because(reason, facts_of(**facts), late.ties))


def _is_covered(share: Share, line: RequestLine, rules: PriceRules) -> bool:
    if share.covers.takes_every_product:
        return True
    shelf = rules.shelf(line.sku, "") if line.sku else None
    return shelf is not None and share.covers.takes_product(line.sku, shelf.product.category)


def _worth(context: Context, line: PricedLine, basis: Basis) -> Exact:
    """Return what a line is worth: exact, but its net, which is what the customer reads.

    Where the additional discount is taken last, nothing follows the customer's price.
    """
    if basis is Basis.NET:
        return lowest(line.amount, context.smallest)
    base, worth = line.base_quantity, ZERO
    is_last = basis is Basis.CUSTOMER and context.policies.additional_last
    for part in line.parts:
        last = part.prices[-2], part.prices[-1]
        price = last if is_last else _price_behind(part, _LAST_STEPS[basis])
        worth = total(worth, quotient(product(part.quantity, price), base))
    return worth


def _price_behind(part: Part, steps: frozenset[StepKind]) -> Exact:
    """Return the price behind the last of these steps, which are the first ones of the waterfall."""
    last = max(at for at, move in enumerate(part.moves) if move.kind in steps)
    return part.prices[2 * last], part.prices[2 * last + 1]
