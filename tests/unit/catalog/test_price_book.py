from decimal import Decimal

import pytest

from app.catalog.price_book import (
    BaseQuantityNotPositive,
    PriceNegative,
    PriceScaleRefused,
    PriceTermNotPositive,
)
from app.kernel.errors import AppError
from tests.support.catalog import a_book, a_price


class TestPriceEntry:
    def test_a_price_of_zero_is_a_price(self):
        assert a_price("0").price == 0

    def test_refuses_a_negative_price(self):
        with pytest.raises(PriceNegative):
            a_price("-0.01")

    @pytest.mark.parametrize("quantity", ["0", "-1"])
    def test_refuses_a_price_for_no_quantity(self, quantity):
        with pytest.raises(BaseQuantityNotPositive):
            a_price(base_quantity=Decimal(quantity))

    def test_refuses_a_price_for_no_months(self):
        with pytest.raises(PriceTermNotPositive):
            a_price(term_months=0)

    @pytest.mark.parametrize("price", ["NaN", "Infinity", "1E+30", "0.0000001"])
    def test_refuses_what_is_no_price(self, price):
        with pytest.raises(AppError):
            a_price(price)


class TestPriceBook:
    @pytest.mark.parametrize("decimals", [-1, 7])
    def test_refuses_to_round_to_decimals_nobody_keeps(self, decimals):
        with pytest.raises(PriceScaleRefused):
            a_book(price_scale=decimals)
