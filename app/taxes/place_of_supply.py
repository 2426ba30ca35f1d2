"""Where a supply is taxed and how: domestic, intra-EU, export, reverse charge, outside scope, sales tax.

Each answer carries a reason code, so that the screen and the invoice can say why. The law behind:
directive 2006/112/EC (art. 32, 33, 44, 45, 138, 146, 196), VATA 1994, MWSTG art. 8 and 23, and for the
United States nexus by state with tax at the destination. A product that is exempt by its class is exempt
wherever it would otherwise be taxed.
"""

from __future__ import annotations

from app.catalog.product import SupplyKind
from app.customers.tax_status import BuyerKind
from app.taxes.areas import Place, country_of_tax_id, is_eu_tax_id, place
from app.taxes.category import TaxCategory
from app.taxes.situation import TaxSituation, TaxTreatment


def treatment(situation: TaxSituation, supply: SupplyKind) -> TaxTreatment:
    """Return how a supply is taxed; a taxed category leaves the rate to the tables of its place."""
    seller = place(situation.seller_country, situation.seller_region, supply)
    if situation.seller_exempt:
        code = "VATEX-FR-FRANCHISE" if seller.country == "FR" else ""
        return TaxTreatment(TaxCategory.EXEMPT, seller.country, "taxes.seller_exempt", exemption=code)
    if situation.buyer_exemption:
        return TaxTreatment(
            TaxCategory.EXEMPT, seller.country, "taxes.buyer_exempt", exemption=situation.buyer_exemption
        )
    target = _target(situation, supply)
    if seller.country == "US":
        return _united_states(situation, seller, target, supply)
    if seller.is_same_area(target) and (seller.in_eu or seller.region == target.region or not _split(seller)):
        return _taxed(seller, "taxes.domestic")
    if supply is SupplyKind.SERVICE:
        return _service_abroad(situation, seller, target)
    return _goods_abroad(situation, seller, target)


def _target(situation: TaxSituation, supply: SupplyKind) -> Place:
    """Goods are supplied where they go, services where the buyer is."""
    if supply is SupplyKind.GOODS and situation.ship_to_country:
        return place(situation.ship_to_country, situation.ship_to_region, supply)
    return place(situation.buyer_country, situation.buyer_region, supply)


def _split(seller: Place) -> bool:
    return seller.is_canary or seller.is_ceuta_melilla


def _taxed(where: Place, reason: str) -> TaxTreatment:
    category = TaxCategory.STANDARD
    if where.is_canary:
        category = TaxCategory.CANARY_ISLANDS
    elif where.is_ceuta_melilla:
        category = TaxCategory.CEUTA_MELILLA
    return TaxTreatment(category, where.country, reason, where.region)


def _goods_abroad(situation: TaxSituation, seller: Place, target: Place) -> TaxTreatment:
    if not target.in_eu or not seller.in_eu:
        if _is_registered(situation, target):
            return _taxed(target, "taxes.registered_at_destination")
        code = "VATEX-EU-G" if seller.in_eu else ""
        return TaxTreatment(TaxCategory.EXPORT, target.country, "taxes.export", exemption=code)
    if _has_foreign_eu_number(situation, seller):
        return TaxTreatment(
            TaxCategory.INTRA_COMMUNITY,
            target.country,
            "taxes.intra_community_supply",
            exemption="VATEX-EU-IC",
        )
    if _is_registered(situation, target):
        return _taxed(target, "taxes.registered_at_destination")
    if situation.one_stop_shop:
        return _taxed(target, "taxes.distance_sale")
    return _taxed(
        seller, "taxes.no_buyer_tax_id" if _is_business(situation) else "taxes.distance_sale_at_home"
    )


def _service_abroad(situation: TaxSituation, seller: Place, target: Place) -> TaxTreatment:
    outside = TaxTreatment(
        TaxCategory.OUTSIDE_SCOPE,
        target.country,
        "taxes.service_outside_scope",
        exemption="VATEX-EU-O" if seller.in_eu else "",
    )
    if seller.country == "CH":
        return outside
    if _is_business(situation):
        if not (seller.in_eu and target.in_eu):
            return outside
        if is_eu_tax_id(situation.buyer_tax_id):
            return TaxTreatment(
                TaxCategory.REVERSE_CHARGE, target.country, "taxes.reverse_charge", exemption="VATEX-EU-AE"
            )
        return _taxed(seller, "taxes.no_buyer_tax_id")
    if target.in_eu and situation.one_stop_shop:
        return _taxed(target, "taxes.distance_sale")
    return _taxed(seller, "taxes.consumer_service_at_home")


def _united_states(situation: TaxSituation, seller: Place, target: Place, supply: SupplyKind) -> TaxTreatment:
    if target.country != "US":
        goods = supply is SupplyKind.GOODS
        category = TaxCategory.EXPORT if goods else TaxCategory.OUTSIDE_SCOPE
        return TaxTreatment(
            category, target.country, "taxes.export" if goods else "taxes.service_outside_scope"
        )
    if target.region == seller.region or _is_registered(situation, target):
        return _taxed(target, "taxes.sales_tax_at_destination")
    return TaxTreatment(TaxCategory.OUTSIDE_SCOPE, "US", "taxes.no_nexus", target.region)


def _is_business(situation: TaxSituation) -> bool:
    return situation.buyer_kind is BuyerKind.BUSINESS


def _has_foreign_eu_number(situation: TaxSituation, seller: Place) -> bool:
    number = situation.buyer_tax_id
    return _is_business(situation) and is_eu_tax_id(number) and country_of_tax_id(number) != seller.country


def _is_registered(situation: TaxSituation, target: Place) -> bool:
    names = {target.country, f"{target.country}-{target.region}"}
    return not names.isdisjoint(situation.registrations)
