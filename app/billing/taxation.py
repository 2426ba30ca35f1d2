"""Taxes of an invoice: its lines grouped by category and rate, each group taxed once, or line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.billing.invoice import InvoiceLine
from app.company.policies import Policies, TaxRounding
from app.kernel.money import Currency, Money
from app.pricing.result import TaxGroup
from app.pricing.shares import line_tax
from app.quotes.exchange_rate import FrozenRate


@dataclass(frozen=True, slots=True)
class TaxBasis:
    """How the amounts of a document are read when it is taxed.

    Attributes:
        gross: Whether line amounts include tax.
        company_currency: `None` where the document is in it; else tax is stated in both.
    """

    policies: Policies
    gross: bool
    currency: Currency
    exchange: FrozenRate
    company_currency: Currency | None = None


def tax_groups(lines: Iterable[InvoiceLine], basis: TaxBasis) -> tuple[TaxGroup, ...]:
    """Return the tax groups of an invoice, standard rates first and higher rates before lower ones.

    Net documents: tax = round(base x rate) per group, or per line by policy. Gross documents: net =
    round(gross / (1 + rate)), tax = gross - net (domain rule: tax of groups).
    """
    groups: dict[tuple[str, object], list[InvoiceLine]] = {}
    for line in lines:
        groups.setdefault((line.tax.category.value, line.tax.rate.fraction), []).append(line)
    return tuple(
        _tax_group(members, basis)
        for _key, members in sorted(groups.items(), key=lambda item: _printed_order(item[1][0]))
    )


def cash_rounding(total: Money, policies: Policies) -> Money | None:
    """Return what rounding to the cash step adds to a total, `None` where the policies name no step."""
    if policies.cash_step is None:
        return None
    return total.to_cash_step(policies.cash_step) - total


def _printed_order(line: InvoiceLine) -> tuple[object, ...]:
    return (not line.tax.category.bears_tax, -line.tax.rate.fraction, line.tax.category.value)


def _tax_group(lines: list[InvoiceLine], basis: TaxBasis) -> TaxGroup:
    first = lines[0].tax
    charged = [line.charged.minor for line in lines]
    if basis.policies.tax_rounding is TaxRounding.LINE:
        pairs = [line_tax(amount, first.rate, is_gross=basis.gross) for amount in charged]
        net, tax = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    else:
        net, tax = line_tax(sum(charged), first.rate, is_gross=basis.gross)
    return TaxGroup(
        category=first.category,
        rate=first.rate,
        amount=sum(line.amount.minor for line in lines),
        discount=sum(line.document_discount.minor for line in lines),
        net=net,
        tax=tax,
        company_tax=_company_tax(tax, basis),
        reasons=tuple(sorted({line.tax.reason for line in lines})),
        exemptions=tuple(sorted({line.tax.exemption for line in lines if line.tax.exemption})),
    )


def _company_tax(tax: int, basis: TaxBasis) -> int | None:
    if basis.company_currency is None:
        return None
    converted = Money.of_minor(tax, basis.currency).times(basis.exchange.rate)
    return Money(converted.amount, basis.company_currency).rounded().minor
