"""From a total back to prices (domain.md section 6): a target for the document, met to the cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from app.catalog.product import SupplyKind, TaxClass
from app.catalog.reduction import percent_off
from app.kernel.errors import AppError, RuleViolation
from app.kernel.findings import Severity
from app.kernel.numbers import checked, to_scaled
from app.kernel.ratio import Ratio, scaled
from app.pricing.document import price
from app.pricing.exact import ZERO, Exact, product, quotient, total
from app.pricing.request import PricingRequest, RequestLine
from app.pricing.result import PricedDocument, PricedLine
from app.pricing.rules import PriceRules

ADJUSTMENT = "adjustment"
"""Key of the line that holds what the rounding of the prices leaves over."""

ROUNDS = 20
"""Tries a document gets whose shares of other lines follow the prices that are being set."""

_NO_DISCOUNT = percent_off(0)


class TargetOutOfReach(RuleViolation):
    """The lines that may not change already come to more than the target, or no other line has a price."""

    code = "pricing.target_out_of_reach"


class TargetRefused(RuleViolation):
    """The target is no amount of the document's currency, or lies below zero."""

    code = "pricing.target_refused"


class TargetNeedsNetPrices(RuleViolation):
    """The price book includes tax, and a target is net before tax."""

    code = "pricing.target_needs_net_prices"


class TargetNeedsPrices(RuleViolation):
    """A line of the document cannot be priced, so nobody knows what it comes to."""

    code = "pricing.target_needs_prices"


class Parts(NamedTuple):
    """What a document comes to before step 5: exactly what may change, and the cents of what may not."""

    movable: Exact
    fixed: int


def meet_target(
    request: PricingRequest, rules: PriceRules, target: Decimal, fixed: frozenset[str] = frozenset()
) -> PricingRequest:
    """Return the request whose net before tax is the target, every price in the same proportion.

    It replaces step 5: discounts of lines, groups and quote no longer count for the lines that change. Net
    prices are rounded to the price scale; what that leaves over is a line of its own, taxed like the largest
    group. Unchosen options keep their prices.

    Args:
        request: As it stands; an adjustment of an earlier target is taken out first.
        rules: The same the document is priced with.
        target: Net before tax of the lines in the total, less the document discount.
        fixed: Keys of lines that may not change.

    Raises:
        TargetRefused: The target is negative or has more decimals than the currency.
        TargetNeedsNetPrices: The price book is gross.
        TargetNeedsPrices: A line in the total has no price.
        TargetOutOfReach: What may not change is more than the target, or nothing else has a price.
    """
    wanted = _wanted(request, target)
    lines = tuple([line for line in request.lines if not line.is_adjustment])
    request = replace(request, lines=lines)
    start = price(_with_factor(request, None, fixed), rules)
    _check(start)
    parts = _parts(start, fixed)
    rest = wanted + start.totals.discount - parts.fixed
    if rest < 0 or not parts.movable[0]:
        raise TargetOutOfReach(target=target, fixed=start.money(parts.fixed).amount)
    factor = Ratio(rest, 10**request.currency.exponent) / Ratio(*parts.movable)
    reached = price(_with_factor(request, factor, fixed), rules)
    for _round in range(ROUNDS if rules.has_shares else 0):
        if reached.totals.net in (0, wanted):
            break
        factor = factor * Ratio(wanted, reached.totals.net)
        reached = price(_with_factor(request, factor, fixed), rules)
    return _adjusted(reached, rules, wanted - reached.totals.net)


def total_for_margin(document: PricedDocument, margin: Decimal) -> Decimal:
    """Return the net at which the document's margin is this share (0 to below 1), rounded up to the currency.

    Raises:
        TargetRefused: The margin is outside 0 to below 1.
        TargetNeedsPrices: A cost is not known.
    """
    if not margin.is_finite() or not 0 <= margin < 1:
        raise TargetRefused(target=str(margin)[:40])
    if not document.totals.cost_is_complete:
        raise TargetNeedsPrices()
    above, below = Ratio.of(Decimal(1) - margin).numerator, Ratio.of(Decimal(1) - margin).denominator
    units = -(-document.totals.cost * below // above)
    return scaled(units, document.request.currency.exponent)


def _wanted(request: PricingRequest, target: Decimal) -> int:
    try:
        return to_scaled(checked(target, low=Decimal(0)), request.currency.exponent)
    except AppError as error:
        raise TargetRefused(target=str(target)[:40]) from error


def _check(document: PricedDocument) -> None:
    if document.gross:
        raise TargetNeedsNetPrices(book=document.request.book)
    blocked = [
        line.key
        for line, asked in zip(document.lines, document.request.lines, strict=True)
        if asked.in_total and any(finding.severity is Severity.BLOCKER for finding in line.findings)
    ]
    if blocked or any(finding.severity is Severity.BLOCKER for finding in document.findings):
        raise TargetNeedsPrices()


def _parts(document: PricedDocument, fixed: frozenset[str]) -> Parts:
    movable, units = ZERO, 0
    for line in document.lines:
        if not line.in_total:
            continue
        if line.key in fixed:
            units += line.amount
        else:
            movable = total(movable, _exact_net(line))
    return Parts(movable, units)


def _exact_net(line: PricedLine) -> Exact:
    """Return what the line comes to before anything is rounded."""
    found = ZERO
    for part in line.parts:
        net = (part.prices[-2], part.prices[-1])
        found = total(found, quotient(product(part.quantity, net), line.base_quantity))
    return found


def _with_factor(request: PricingRequest, factor: Ratio | None, fixed: frozenset[str]) -> PricingRequest:
    """Return the request with step 5 replaced; without a factor, with step 5 left out."""
    left_out = _NO_DISCOUNT if factor is None else None
    lines = tuple(
        [
            line._replace(discount=left_out, factor=factor)
            if line.in_total and line.key not in fixed
            else line
            for line in request.lines
        ]
    )
    return replace(request, lines=lines)


def _adjusted(document: PricedDocument, rules: PriceRules, missing: int) -> PricingRequest:
    request = document.request
    if not missing:
        return request
    tax_class, supply = _largest(document, rules)
    line = RequestLine(
        ADJUSTMENT,
        "",
        Decimal(1 if missing > 0 else -1),
        manual_price=scaled(abs(missing), request.currency.exponent),
        discount=_NO_DISCOUNT,
        tax_class=tax_class,
        supply=supply,
        is_adjustment=True,
    )
    return replace(request, lines=(*request.lines, line))


def _largest(document: PricedDocument, rules: PriceRules) -> tuple[TaxClass, SupplyKind]:
    """Return how the largest line of the largest tax group is taxed."""
    group = max(document.tax_groups, key=lambda one: one.amount)
    members = [
        (line.amount, at)
        for at, line in enumerate(document.lines)
        if line.in_total and line.tax is not None and (line.tax.category, line.tax.rate) == group[:2]
    ]
    asked = document.request.lines[max(members, key=lambda one: (one[0], -one[1]))[1]]
    shelf = rules.shelf(asked.sku, document.request.customer) if asked.sku else None
    if shelf is None:
        return asked.tax_class or TaxClass.STANDARD, asked.supply
    return asked.tax_class or shelf.product.tax_class, shelf.product.supply
