"""From the company and its customer to the facts tax rules ask for."""

from __future__ import annotations

from app.company.company import Company
from app.customers.customer import Customer
from app.taxes.situation import TaxSituation


def situation_of(company: Company, customer: Customer | None) -> TaxSituation:
    """Return who sells to whom, and where it goes; without a customer a domestic sale is assumed."""
    seller = company.seller.address
    if customer is None:
        return TaxSituation(seller.country, seller.country, seller_region=_region(seller.subdivision))
    billing, shipping = customer.billing, customer.ships_to
    return TaxSituation(
        seller_country=seller.country,
        buyer_country=billing.country or seller.country,
        seller_region=_region(seller.subdivision),
        seller_exempt=company.taxes.exempt,
        buyer_region=_region(billing.subdivision),
        buyer_tax_id=customer.tax_status.vat_id,
        buyer_kind=customer.tax_status.kind,
        buyer_exemption=customer.tax_status.exempt_reason,
        ship_to_country=shipping.country,
        ship_to_region=_region(shipping.subdivision),
        registrations=company.taxes.registrations,
        one_stop_shop=company.taxes.one_stop_shop,
    )


def _region(subdivision: str) -> str:
    """Return ``CA`` of ``US-CA``."""
    return subdivision.partition("-")[2]
