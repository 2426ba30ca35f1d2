"""From priced lines to the totals of the document: groups, document discount, tax groups, cash rounding."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from app.company.policies import CashRounding, TaxRounding
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LARGEST_SCALED, checked, to_scaled
from app.kernel.percent import Percent
from app.kernel.ratio import divide_half_away
from app.pricing.context import Context
from app.pricing.exact import exact
from app.pricing.request import PricingRequest
from app.pricing.result import GroupTotal, PricedLine, TaxGroup, Totals
from app.pricing.shares import share_out, split_group
from app.taxes.calculation import net_of_gross, tax_on_net
from app.taxes.category import TaxCategory


class Sums(NamedTuple):
    """The document's totals with what they were made of."""

    tax_groups: tuple[TaxGroup, ...]
    groups: tuple[GroupTotal, ...]
    totals: Totals
    findings: tuple[Finding, ...]


def sum_up(context: Context, lines: tuple[PricedLine, ...]) -> Sums:
    """Return the totals of the lines in the total, and the optional sum of the others that have a price."""
    summed = [line for line in lines if line.in_total]
    amount = sum(line.amount for line in summed)
    discount, findings = _document_discount(context.request, amount)
    tax_groups = _tax_groups(context, summed, discount)
    net = sum(group.net for group in tax_groups)
    tax = sum(group.tax for group in tax_groups)
    rounding = _cash_rounding(context.request, net + tax)
    if max(abs(amount), abs(net + tax)) > LARGEST_SCALED:
        findings = (*findings, Finding("pricing.total_too_large", Severity.BLOCKER, "lines"))
    costs = [line.cost for line in summed]
    totals = Totals(
        list_amount=sum(line.list_amount for line in summed),
        lines=amount,
        discount=discount,
        net=net,
        tax=tax,
        gross=net + tax,
        rounding=rounding,
        payable=net + tax + rounding,
        cost=sum(cost for cost in costs if cost is not None),
        cost_is_complete=None not in costs,
        optional=sum(line.amount for line in lines if not line.in_total),
    )
    return Sums(tax_groups, _groups(context.request, lines), totals, findings)


def _document_discount(request: PricingRequest, amount: int) -> tuple[int, tuple[Finding, ...]]:
    """A document with nothing to pay takes no discount; one larger than the document is refused."""
    wanted = request.document_discount
    if not wanted:
        return 0, ()
    facts = {"discount": str(wanted)[:40]}
    try:
        discount = to_scaled(checked(wanted, low=Decimal(0)), request.currency.exponent)
    except (AppError, InvalidOperation):
        finding = Finding("pricing.document_discount_refused", Severity.BLOCKER, "document_discount", facts)
        return 0, (finding,)
    if amount <= 0:
        finding = Finding("pricing.document_discount_not_taken", Severity.WARNING, "document_discount", facts)
        return 0, (finding,)
    if discount > amount:
        finding = Finding("pricing.document_discount_too_large", Severity.BLOCKER, "document_discount", facts)
        return 0, (finding,)
    return discount, ()


def _tax_groups(context: Context, lines: list[PricedLine], discount: int) -> tuple[TaxGroup, ...]:
    """Group by category and rate; the discount goes to the groups first, by what they sum to."""
    members = _by_category_and_rate(lines)
    keys = sorted(members, key=_printed_order)
    amounts = [sum([line.amount for line in members[key]]) for key in keys]
    discounts = share_out(discount, [max(0, amount) for amount in amounts])
    return tuple(
        _tax_group(context, members[key], TaxGroup(*key, amount, share, 0, 0, None, (), ()))
        for key, amount, share in zip(keys, amounts, discounts, strict=True)
    )


def _by_category_and_rate(lines: list[PricedLine]) -> dict[tuple[TaxCategory, Percent], list[PricedLine]]:
    """Lines of one document mostly share their tax value, so they are sorted by it before it is compared."""
    by_value: dict[int, list[PricedLine]] = {}
    for line in lines:
        by_value.setdefault(id(line.tax), []).append(line)
    members: dict[tuple[TaxCategory, Percent], list[PricedLine]] = {}
    for same in by_value.values():
        tax = same[0].tax
        if tax is not None:  # a line whose tax nobody knows has a blocker and is not summed
            members.setdefault((tax.category, tax.rate), []).extend(same)
    return members


def _printed_order(key: tuple[TaxCategory, Percent]) -> tuple[Decimal, str]:
    """The highest rate first, then by category."""
    category, rate = key
    return -rate.fraction, category.value


def _tax_group(context: Context, members: list[PricedLine], group: TaxGroup) -> TaxGroup:
    taxes = {id(line.tax): line.tax for line in members if line.tax is not None}.values()
    net, tax = _net_and_tax(context, members, group)
    return group._replace(
        net=net,
        tax=tax,
        company_tax=_in_company_currency(context.request, tax),
        reasons=tuple(sorted({tax.reason for tax in taxes})),
        exemptions=tuple(sorted({tax.exemption for tax in taxes} - {""})),
    )


def _net_and_tax(context: Context, members: list[PricedLine], group: TaxGroup) -> tuple[int, int]:
    is_gross = context.is_gross
    if context.policies.tax_rounding is TaxRounding.LINE:
        amounts = [line.amount for line in members]
        shares = split_group(group, amounts, is_gross=is_gross, rounding=TaxRounding.LINE)
        return sum(share.net for share in shares), sum(share.tax for share in shares)
    rest = group.amount - group.discount
    if is_gross:
        net = net_of_gross(rest, group.rate)
        return net, rest - net
    return rest, tax_on_net(rest, group.rate)


def _in_company_currency(request: PricingRequest, tax: int) -> int | None:
    if request.exchange is None or request.exchange.company_currency == request.currency:
        return None
    numerator, denominator = exact(request.exchange.rate)
    up = 10**request.exchange.company_currency.exponent
    return divide_half_away(tax * numerator * up, denominator * 10**request.currency.exponent)


def _cash_rounding(request: PricingRequest, gross: int) -> int:
    policies = request.policies
    if policies.cash_step is None or policies.cash_rounding is not CashRounding.TOTAL:
        return 0
    numerator, denominator = exact(policies.cash_step)
    smallest = 10**request.currency.exponent
    steps = divide_half_away(gross * denominator, numerator * smallest)
    return divide_half_away(steps * numerator * smallest, denominator) - gross


def _groups(request: PricingRequest, lines: tuple[PricedLine, ...]) -> tuple[GroupTotal, ...]:
    """Return the sections in the request's order, then those only a line names."""
    if not request.groups and not any([line.group for line in lines]):
        return ()
    members: dict[str, list[PricedLine]] = {group.key: [] for group in request.groups}
    for line in lines:
        if line.group:
            members.setdefault(line.group, []).append(line)
    return tuple(
        GroupTotal(
            key,
            sum(line.amount for line in inside if line.in_total),
            sum(line.list_amount for line in inside if line.in_total),
            sum(line.amount for line in inside if not line.in_total),
        )
        for key, inside in members.items()
    )
