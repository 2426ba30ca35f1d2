"""What is looked at before a quote is sent: blockers stop it, warnings deserve a second look."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from app.company.company import Company
from app.customers.customer import Customer
from app.kernel.findings import Finding, Severity
from app.pricing.result import PricedDocument
from app.quotes.lines import LineKind, LineRole
from app.quotes.quote import Quote


def checks(
    quote: Quote, priced: PricedDocument, *, company: Company, customer: Customer | None
) -> tuple[Finding, ...]:
    """Return all findings on a draft, blockers first; `where` names the field to jump to."""
    found = (
        *_header(quote, company, customer),
        *_lines(quote),
        *priced.all_findings,
        *_money(quote, priced),
    )
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.BLOCKER))


def _header(quote: Quote, company: Company, customer: Customer | None) -> Iterator[Finding]:
    if customer is None:
        yield _blocker("quotes.customer_missing", "customer")
    elif not customer.active:
        yield _warning("quotes.customer_inactive", "customer", name=customer.name)
    elif customer.billing.is_empty:
        yield _warning("quotes.customer_address_missing", "customer", name=customer.name)
    if quote.valid_until < quote.dated:
        yield _blocker("quotes.validity_before_date", "valid_until", valid_until=quote.valid_until)
    if quote.currency != company.seller.currency and not quote.exchange.source:
        yield _blocker("quotes.exchange_rate_missing", "exchange", currency=quote.currency.code)


def _lines(quote: Quote) -> Iterator[Finding]:
    counted = [line for line in quote.product_lines if line.role is LineRole.STANDARD]
    if not counted:
        yield _blocker("quotes.no_lines", "lines")
    for line in quote.lines:
        if line.kind is LineKind.PRODUCT and line.product_id is None:
            yield _blocker("quotes.unknown_sku", f"lines[{line.id}].sku", sku=line.sku)
        elif line.kind is LineKind.PRODUCT and not line.name.strip():
            yield _warning("quotes.name_missing", f"lines[{line.id}].name", sku=line.sku)


def _money(quote: Quote, priced: PricedDocument) -> Iterator[Finding]:
    totals = priced.totals
    if quote.product_lines and totals.net <= 0:
        yield _warning("quotes.nothing_to_pay", "totals")
    if totals.cost_is_complete and totals.net < totals.cost:
        yield _warning("quotes.below_cost", "totals", loss=priced.money(totals.cost - totals.net))


def _blocker(code: str, where: str, **params: object) -> Finding:
    return Finding(code, Severity.BLOCKER, where, MappingProxyType(params))


def _warning(code: str, where: str, **params: object) -> Finding:
    return Finding(code, Severity.WARNING, where, MappingProxyType(params))
