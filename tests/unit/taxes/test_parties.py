from dataclasses import replace
from uuid import UUID

from app.company.company import Company, TaxSettings
from app.customers.tax_status import BuyerKind
from app.kernel.address import Address
from app.taxes.parties import situation_of
from tests.support.company import a_seller
from tests.support.customers import a_customer

COMPANY = Company(UUID(int=1), a_seller(), taxes=TaxSettings(registrations=frozenset({"US-WA"})))


class TestSituationOf:
    def test_without_a_customer_a_domestic_sale_is_assumed(self):
        found = situation_of(COMPANY, None)

        assert (found.seller_country, found.buyer_country) == ("DE", "DE")

    def test_takes_the_regions_without_their_country(self):
        found = situation_of(COMPANY, a_customer())

        assert (found.buyer_country, found.buyer_region) == ("US", "WA")
        assert found.registrations == {"US-WA"}

    def test_goods_go_where_the_customer_receives_them(self):
        shipping = Address(lines=("Rue 1",), city="Paris", country="FR")

        found = situation_of(COMPANY, a_customer(shipping=shipping))

        assert (found.buyer_country, found.ship_to_country) == ("US", "FR")

    def test_an_address_without_a_country_counts_as_home(self):
        somewhere = replace(a_customer().billing, country="", subdivision="")

        assert situation_of(COMPANY, a_customer(billing=somewhere)).buyer_country == "DE"

    def test_carries_how_the_buyer_buys(self):
        assert situation_of(COMPANY, a_customer()).buyer_kind is BuyerKind.BUSINESS
