"""domain.md section 13: reverse charge, intra-EU, export and exempt with their reason codes."""

import pytest

from app.catalog.product import SupplyKind
from app.customers.tax_status import BuyerKind
from app.taxes.place_of_supply import treatment
from app.taxes.situation import TaxSituation

GOODS, SERVICE = SupplyKind.GOODS, SupplyKind.SERVICE
CONSUMER = {"buyer_kind": BuyerKind.CONSUMER}
FRENCH_ID, GERMAN_ID = {"buyer_tax_id": "FR83404833048"}, {"buyer_tax_id": "DE136695976"}


def treated(seller, buyer, supply=GOODS, **facts):
    """Return category, place and reason of a sale."""
    found = treatment(TaxSituation(seller, buyer, **facts), supply)
    place = f"{found.country}-{found.region}" if found.region else found.country
    return found.category.value, place, found.reason.removeprefix("taxes."), found.exemption


class TestGoodsInTheEu:
    def test_at_home_are_domestic_whoever_buys(self):
        assert treated("DE", "DE", **GERMAN_ID) == ("S", "DE", "domestic", "")
        assert treated("DE", "DE", **CONSUMER) == ("S", "DE", "domestic", "")

    def test_to_a_business_of_another_member_with_its_number_are_intra_community(self):
        assert treated("DE", "FR", **FRENCH_ID) == ("K", "FR", "intra_community_supply", "VATEX-EU-IC")

    def test_without_a_number_or_with_one_of_the_sellers_country_are_taxed_at_home(self):
        assert treated("DE", "FR") == ("S", "DE", "no_buyer_tax_id", "")
        assert treated("DE", "FR", **GERMAN_ID) == ("S", "DE", "no_buyer_tax_id", "")
        assert treated("DE", "FR", buyer_tax_id="CHE123") == ("S", "DE", "no_buyer_tax_id", "")

    def test_go_by_where_they_are_sent(self):
        assert treated("DE", "FR", ship_to_country="DE", **FRENCH_ID) == ("S", "DE", "domestic", "")
        assert treated("DE", "DE", ship_to_country="FR", **FRENCH_ID)[0] == "K"
        assert treated("DE", "FR", ship_to_country="US", **FRENCH_ID)[0] == "G"

    @pytest.mark.parametrize(
        ("facts", "answer"),
        [
            ({"one_stop_shop": True}, ("S", "FR", "distance_sale", "")),
            ({}, ("S", "DE", "distance_sale_at_home", "")),
            ({"registrations": frozenset({"FR"})}, ("S", "FR", "registered_at_destination", "")),
        ],
    )
    def test_to_a_consumer_of_another_member(self, facts, answer):
        assert treated("DE", "FR", **CONSUMER, **facts) == answer

    def test_to_northern_ireland_are_in_the_eu(self):
        ulster = {"buyer_region": "NIR", "buyer_tax_id": "XI123456789"}

        assert treated("DE", "GB", **ulster)[0] == "K"
        assert treated("DE", "GB", SERVICE, **ulster)[0] == "O"

    def test_greece_writes_its_numbers_with_el(self):
        assert treated("DE", "GR", buyer_tax_id="EL094259216")[0] == "K"

    def test_monaco_is_france(self):
        assert treated("FR", "MC") == ("S", "FR", "domestic", "")


class TestExports:
    def test_goods_leaving_the_eu_are_exports(self):
        assert treated("DE", "US") == ("G", "US", "export", "VATEX-EU-G")
        assert treated("DE", "CH", **CONSUMER) == ("G", "CH", "export", "VATEX-EU-G")

    def test_goods_to_islands_outside_the_vat_area_are_exports(self):
        assert treated("DE", "ES", buyer_region="GC", buyer_tax_id="ESB12345678")[0] == "G"
        assert treated("ES", "ES", buyer_region="TF")[0] == "G"

    def test_goods_leaving_switzerland_and_the_uk_are_exports_without_an_eu_code(self):
        assert treated("CH", "DE") == ("G", "DE", "export", "")
        assert treated("GB", "FR", **FRENCH_ID) == ("G", "FR", "export", "")

    def test_a_seller_registered_there_charges_the_tax_of_the_place(self):
        registered = {"registrations": frozenset({"GB"})}

        assert treated("DE", "GB", **registered) == ("S", "GB", "registered_at_destination", "")


class TestServices:
    def test_to_a_business_of_another_member_are_reverse_charged(self):
        assert treated("DE", "FR", SERVICE, **FRENCH_ID) == ("AE", "FR", "reverse_charge", "VATEX-EU-AE")

    def test_go_by_where_the_buyer_is_not_where_goods_would_go(self):
        assert treated("DE", "FR", SERVICE, ship_to_country="DE", **FRENCH_ID)[0] == "AE"

    def test_to_a_business_without_a_number_are_taxed_at_home(self):
        assert treated("DE", "FR", SERVICE) == ("S", "DE", "no_buyer_tax_id", "")

    def test_to_a_business_outside_the_eu_are_out_of_scope(self):
        assert treated("DE", "US", SERVICE) == ("O", "US", "service_outside_scope", "VATEX-EU-O")
        assert treated("GB", "DE", SERVICE, **GERMAN_ID) == ("O", "DE", "service_outside_scope", "")

    def test_to_consumers_are_taxed_at_home_or_by_one_stop_shop(self):
        assert treated("DE", "FR", SERVICE, **CONSUMER) == ("S", "DE", "consumer_service_at_home", "")
        assert treated("DE", "FR", SERVICE, one_stop_shop=True, **CONSUMER)[1:3] == ("FR", "distance_sale")
        assert treated("DE", "US", SERVICE, **CONSUMER) == ("S", "DE", "consumer_service_at_home", "")

    def test_of_a_swiss_seller_are_where_the_buyer_is(self):
        assert treated("CH", "DE", SERVICE, **CONSUMER)[0] == "O"
        assert treated("CH", "LI", SERVICE)[0] == "S"


class TestUnitedStates:
    def test_tax_is_that_of_the_destination_where_the_seller_has_nexus(self):
        at_home = {"seller_region": "CA", "buyer_region": "CA"}
        abroad = {"seller_region": "CA", "buyer_region": "WA"}

        assert treated("US", "US", **at_home) == ("S", "US-CA", "sales_tax_at_destination", "")
        assert treated("US", "US", **abroad) == ("O", "US-WA", "no_nexus", "")
        assert treated("US", "US", registrations=frozenset({"US-WA"}), **abroad)[:2] == ("S", "US-WA")

    def test_goods_go_by_where_they_are_sent(self):
        sent = {"seller_region": "CA", "buyer_region": "WA", "ship_to_country": "US", "ship_to_region": "CA"}

        assert treated("US", "US", **sent)[1] == "US-CA"

    def test_abroad_bears_none(self):
        assert treated("US", "DE", seller_region="CA") == ("G", "DE", "export", "")
        assert treated("US", "DE", SERVICE, seller_region="CA") == ("O", "DE", "service_outside_scope", "")


class TestIslands:
    def test_the_canaries_and_ceuta_have_taxes_of_their_own(self):
        assert treated("ES", "ES", seller_region="GC", buyer_region="GC")[:2] == ("L", "ES-GC")
        assert treated("ES", "ES", seller_region="CE", buyer_region="CE")[:2] == ("M", "ES-CE")


class TestExempt:
    def test_a_small_business_charges_nobody(self):
        assert treated("DE", "FR", seller_exempt=True, **FRENCH_ID) == ("E", "DE", "seller_exempt", "")
        assert treated("FR", "FR", seller_exempt=True)[3] == "VATEX-FR-FRANCHISE"

    def test_a_buyers_certificate_is_its_reason(self):
        assert treated("DE", "DE", buyer_exemption="VATEX-EU-151") == (
            "E",
            "DE",
            "buyer_exempt",
            "VATEX-EU-151",
        )
