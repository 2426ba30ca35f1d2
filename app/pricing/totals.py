"""From priced lines to the totals of the document: groups, document discount, tax groups, cash rounding."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from app.company.policies import CashRounding, TaxRounding
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LARGEST_SCALED, checked, to_scaled
from app.kernel.ratio import divide_half_away
from app.pricing.adding import Added, Taxed, add_up
from app.pricing.context import Context
from app.pricing.exact import as_fact, exact
from app.pricing.request import PricingRequest
from app.pricing.result import GroupTotal, PricedLine, TaxGroup, Totals
from app.pricing.shares import less_discount, line_tax, share_out

TOO_LARGE = "pricing.total_too_large"


class Sums(NamedTuple):
    """The document's totals with what they were made of."""

    tax_groups: tuple[TaxGroup, ...]
    groups: tuple[GroupTotal, ...]
    totals: Totals
    findings: tuple[Finding, ...]


def sum_up(context: Context, lines: tuple[PricedLine, ...]) -> Sums:
    """Return the totals of the lines in the total, and the optional sum of the others that have a price."""
    return conclude(context, add_up(context.request, lines))


def conclude(context: Context, added: Added) -> Sums:
    """Return the totals of what was added up: document discount, tax, cash rounding."""
    discount, findings = _document_discount(context.request, added.lines)
    tax_groups = _tax_groups(context, added.taxed, discount)
    net = sum([group.net for group in tax_groups])
    tax = sum([group.tax for group in tax_groups])
    rounding = _cash_rounding(context.request, net + tax)
    sums = (added.lines, net + tax, net, added.list_amount, added.cost, added.optional, rounding + net + tax)
    if any(abs(amount) > LARGEST_SCALED for amount in sums):
        return _too_large(added)
    totals = Totals(
        list_amount=added.list_amount,
        lines=added.lines,
        discount=discount,
        net=net,
        tax=tax,
        gross=net + tax,
        rounding=rounding,
        payable=net + tax + rounding,
        cost=added.cost,
        cost_is_complete=added.cost_is_complete,
        optional=added.optional,
    )
    return Sums(tax_groups, added.groups, totals, findings)


def _too_large(added: Added) -> Sums:
    """Return the sums of a document nobody can sum up: nothing, and a blocker that says so."""
    groups = tuple([GroupTotal(group.key, 0, 0, 0) for group in added.groups])
    totals = Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, cost_is_complete=False, optional=0)
    return Sums((), groups, totals, (Finding(TOO_LARGE, Severity.BLOCKER, "lines"),))


def _document_discount(request: PricingRequest, amount: int) -> tuple[int, tuple[Finding, ...]]:
    """A document with nothing to pay takes no discount; one larger than the document is refused."""
    wanted = request.document_discount
    if not wanted:
        return 0, ()
    facts = {"discount": as_fact(wanted)}
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


def _tax_groups(context: Context, taxed: tuple[Taxed, ...], discount: int) -> tuple[TaxGroup, ...]:
    """The document discount goes to the groups first, by what they sum to."""
    shares = share_out(discount, [max(0, group.amount) for group in taxed])
    return tuple([_tax_group(context, group, share) for group, share in zip(taxed, shares, strict=True)])


def _tax_group(context: Context, taxed: Taxed, discount: int) -> TaxGroup:
    net, tax = _net_and_tax(context, taxed, discount)
    return TaxGroup(
        taxed.category,
        taxed.rate,
        taxed.amount,
        discount,
        net,
        tax,
        _in_company_currency(context.request, tax),
        taxed.reasons,
        taxed.exemptions,
    )


def _net_and_tax(context: Context, taxed: Taxed, discount: int) -> tuple[int, int]:
    rest = taxed.amount - discount
    if context.policies.tax_rounding is TaxRounding.LINE:
        rests = less_discount(taxed.amounts, discount)
        pairs = [line_tax(amount, taxed.rate, is_gross=context.is_gross) for amount in rests]
        return sum([net for net, _tax in pairs]), sum([tax for _net, tax in pairs])
    return line_tax(rest, taxed.rate, is_gross=context.is_gross)


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
