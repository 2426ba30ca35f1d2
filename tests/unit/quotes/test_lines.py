from decimal import Decimal

import pytest

from app.kernel.money import Currency, Money
from app.quotes.lines import AdditionalDiscount, DiscountOutOfRange, LineKind, QuantityNotPositive, QuoteLine
from tests.support.quotes import a_heading, a_line, an_id


class TestAdditionalDiscount:
    @pytest.mark.parametrize("fraction", ["0", "1"])
    def test_takes_nothing_and_all(self, fraction):
        assert AdditionalDiscount(fraction=Decimal(fraction)).fraction == Decimal(fraction)

    @pytest.mark.parametrize("fraction", ["-0.01", "1.01"])
    def test_refuses_a_percentage_outside_0_to_100(self, fraction):
        with pytest.raises(DiscountOutOfRange):
            AdditionalDiscount(fraction=Decimal(fraction))

    def test_refuses_a_negative_amount(self):
        with pytest.raises(DiscountOutOfRange):
            AdditionalDiscount(amount=Money(Decimal(-1), Currency.of("EUR")))

    def test_is_a_percentage_or_an_amount_and_never_both(self):
        with pytest.raises(DiscountOutOfRange):
            AdditionalDiscount(Decimal(0), Money(Decimal(1), Currency.of("EUR")))


class TestQuoteLine:
    @pytest.mark.parametrize("quantity", ["0", "-1"])
    def test_a_product_line_refuses_a_quantity_of_zero_or_below(self, quantity):
        with pytest.raises(QuantityNotPositive):
            a_line(quantity=quantity)

    def test_only_a_product_that_is_known_is_priced(self):
        assert a_line().is_priced
        assert not a_heading(2).is_priced
        assert not QuoteLine(an_id(3), kind=LineKind.PRODUCT, sku="NOBODY-KNOWS").is_priced
