import pytest

from app.quotes.lines import LineKind, QuantityNotPositive, QuoteLine
from tests.support.quotes import a_heading, a_line, an_id


class TestQuoteLine:
    @pytest.mark.parametrize("quantity", ["0", "-1"])
    def test_a_product_line_refuses_a_quantity_of_zero_or_below(self, quantity):
        with pytest.raises(QuantityNotPositive):
            a_line(quantity=quantity)

    def test_only_a_product_that_is_known_is_priced(self):
        assert a_line().is_priced
        assert not a_heading(2).is_priced
        assert not QuoteLine(an_id(3), kind=LineKind.PRODUCT, sku="NOBODY-KNOWS").is_priced
