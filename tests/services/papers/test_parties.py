from dataclasses import replace

import pytest

from app.customers.party import Party
from app.kernel.address import Address
from app.services.papers.parties import bank_of, brand_of, buyer_of, seller_of, tax_word
from tests.support.billing import BUYER, SELLER


class TestBuyerOf:
    def test_the_country_is_named_only_across_a_border(self):
        at_home = buyer_of(BUYER, seen_from="DE", language="de")
        abroad = buyer_of(BUYER, seen_from="FR", language="fr")

        assert at_home.address == ("Weg 1", "10115 Berlin")
        assert abroad.address == ("Weg 1", "10115 Berlin", "Allemagne")


class TestSellerOf:
    def test_says_what_the_footer_needs(self):
        said = {fact.label: fact.value for fact in seller_of(SELLER, "de").facts}

        assert said == {"vat_id": "DE136695976"}


class TestBankOf:
    def test_without_an_account_there_is_nothing_to_print(self):
        assert bank_of(replace(SELLER, bank=None), "INV-1") is None

    def test_the_holder_is_the_seller_unless_another_is_named(self):
        assert (bank_of(SELLER, "INV-1").holder, bank_of(SELLER, "INV-1").reference) == (
            "Nordwind GmbH",
            "INV-1",
        )


class TestTaxWord:
    @pytest.mark.parametrize(("country", "word"), [("DE", "vat"), ("US", "sales_tax"), ("AU", "gst")])
    def test_is_the_sellers_countrys(self, country, word):
        assert tax_word(Party("x", Address(country=country))) == word


class TestBrandOf:
    def test_a_company_without_a_logo_prints_its_name(self, store):
        with store.reading() as unit:
            brand, paper = brand_of(unit, unit.company.get())

        assert (brand.logo, paper.value) == (b"", "a4")
