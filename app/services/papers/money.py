"""Totals and taxes of a paper, from the sums of pricing or of an invoice."""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.lines import LineTax as PrintedTax
from app.documents.settlement import CompanyCurrency, TaxGroup
from app.kernel.money import Currency, Money
from app.pricing import result
from app.quotes.exchange_rate import FrozenRate
from app.taxes.determination import LineTax


def printed_tax(tax: LineTax) -> PrintedTax:
    """Return the tax of a line as a paper names it."""
    return PrintedTax(tax.category.value, tax.rate.fraction)


def printed_groups(groups: Iterable[result.TaxGroup], currency: Currency) -> tuple[TaxGroup, ...]:
    """Return the tax groups in their order; a group without tax says why by its category."""
    return tuple(
        TaxGroup(
            tax=PrintedTax(group.category.value, group.rate.fraction),
            base=Money.of_minor(group.net, currency),
            amount=Money.of_minor(group.tax, currency),
        )
        for group in groups
    )


def in_company_currency(tax: Money | None, exchange: FrozenRate) -> CompanyCurrency | None:
    """Return the tax in the company's currency with its rate, `None` where the paper is in it."""
    if tax is None or exchange.on is None:
        return None
    return CompanyCurrency(tax, exchange.rate, exchange.on, exchange.source)
