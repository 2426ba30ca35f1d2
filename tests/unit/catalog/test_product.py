from datetime import date
from decimal import Decimal

import pytest

from app.catalog.product import Cost, CostNegative, categories_of
from app.kernel.money import Currency
from tests.support.catalog import EUR, a_product, valid

DAY = date(2026, 7, 1)


def a_cost(amount, first="", currency=EUR):
    return Cost(Decimal(amount), currency, valid(first))


class TestCosts:
    def test_the_newest_valid_cost_counts(self):
        product = a_product(costs=(a_cost("40"), a_cost("45", "2026-01-01"), a_cost("50", "2026-08-01")))

        assert product.cost_on(DAY).amount == Decimal(45)

    def test_a_cost_in_another_currency_is_not_taken_for_the_one_asked(self):
        product = a_product(costs=(a_cost("40", currency=Currency.of("USD")),))

        assert product.cost_on(DAY, EUR) is None
        assert product.cost_on(DAY).amount == Decimal(40)

    def test_a_product_may_have_no_cost(self):
        assert a_product().cost_on(DAY) is None

    def test_a_negative_cost_is_refused(self):
        with pytest.raises(CostNegative):
            a_cost("-0.01")


class TestCategoriesOf:
    def test_names_the_category_and_everything_above_nearest_first(self):
        assert categories_of("Bikes/Road/Race") == ("Bikes/Road/Race", "Bikes/Road", "Bikes")

    def test_no_category_is_in_none(self):
        assert categories_of("") == ()
