"""What is looked at before an invoice is issued: blockers stop it, warnings deserve a second look."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from app.billing.invoice import Invoice
from app.contracts.contract import Contract
from app.customers.party import Party
from app.kernel.findings import Finding, Severity
from app.taxes.category import TaxCategory

NEEDS_BUYER_TAX_ID = frozenset({TaxCategory.REVERSE_CHARGE, TaxCategory.INTRA_COMMUNITY})


def checks(invoice: Invoice, contract: Contract) -> tuple[Finding, ...]:
    """Return all findings on a drafted invoice, blockers first.

    A seller without a tax id is a warning, never a wall.
    """
    found = (*_seller(invoice.seller), *_buyer(invoice), *_amounts(invoice, contract))
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.BLOCKER))


def _seller(seller: Party) -> Iterator[Finding]:
    if not seller.tax_ids:
        yield _warning("billing.seller_tax_id_missing", "seller.tax_ids")
    if seller.bank is None:
        yield _warning("billing.seller_bank_missing", "seller.bank")
    if seller.address.is_empty:
        yield _warning("billing.seller_address_missing", "seller.address")


def _buyer(invoice: Invoice) -> Iterator[Finding]:
    buyer = invoice.buyer
    if buyer.address.is_empty or not buyer.address.city:
        yield _warning("billing.buyer_address_incomplete", "buyer.address", name=buyer.name)
    if not buyer.address.country:
        yield _warning("billing.buyer_country_missing", "buyer.address.country", name=buyer.name)
    if any(group.category in NEEDS_BUYER_TAX_ID for group in invoice.groups) and not buyer.vat_id:
        finding = Finding(
            "billing.buyer_tax_id_missing",
            Severity.BLOCKER,
            "buyer.tax_ids",
            MappingProxyType({"name": buyer.name}),
        )
        yield finding


def _amounts(invoice: Invoice, contract: Contract) -> Iterator[Finding]:
    """An instalment never bills more than its item was contracted for."""
    items = {item.id: item for item in contract.items}
    for line in invoice.lines:
        item = items.get(line.source.contract_item_id)
        if item is None or line.amount > item.amount or line.tax != item.tax:
            yield Finding(
                "billing.differs_from_contract",
                Severity.BLOCKER,
                f"lines[{line.id}]",
                MappingProxyType({"sku": line.sku, "contract": contract.number}),
            )


def _warning(code: str, where: str, **params: object) -> Finding:
    return Finding(code, Severity.WARNING, where, MappingProxyType(params))
