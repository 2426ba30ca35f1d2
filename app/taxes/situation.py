"""The facts of a sale that decide where and how it is taxed."""

from __future__ import annotations

from dataclasses import dataclass

from app.customers.tax_status import BuyerKind
from app.taxes.category import TaxCategory


@dataclass(frozen=True, slots=True)
class TaxSituation:
    """Who sells to whom, and where it goes.

    Attributes:
        seller_country: ISO 3166-1 alpha-2, as are all countries here.
        seller_region: Subdivision code without the country, as are all regions here; may be empty.
        seller_exempt: The seller charges no tax at all (small business).
        buyer_tax_id: VAT number with its country prefix; a business without one is taxed like a consumer
            where the law asks for the number.
        buyer_exemption: Reason code of a certificate the buyer gave us (resale, charity); empty: none.
        ship_to_country: Where goods go; empty: the buyer's address.
        registrations: Other places where the seller charges local tax: ``FR``, ``US-CA``.
        one_stop_shop: Distance sales to consumers in the EU are taxed in their country (OSS).
    """

    seller_country: str
    buyer_country: str
    seller_region: str = ""
    seller_exempt: bool = False
    buyer_region: str = ""
    buyer_tax_id: str = ""
    buyer_kind: BuyerKind = BuyerKind.BUSINESS
    buyer_exemption: str = ""
    ship_to_country: str = ""
    ship_to_region: str = ""
    registrations: frozenset[str] = frozenset()
    one_stop_shop: bool = False


@dataclass(frozen=True, slots=True)
class TaxTreatment:
    """How one supply is taxed.

    Attributes:
        category: A taxed category leaves the rate to the tables of `country` and `region`.
        country: Where the supply is taxed.
        reason: Code of the sentence that says why, ``taxes.intra_community_supply``.
        exemption: VATEX code for the e-invoice where no tax is charged; empty otherwise.
    """

    category: TaxCategory
    country: str
    reason: str
    region: str = ""
    exemption: str = ""
