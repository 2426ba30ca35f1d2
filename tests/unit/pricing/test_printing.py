from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.money import Currency, Money
from app.pricing.printing import PrintedPrice, printed_price

EUR = Currency.of("EUR")


class TestPrintedPrice:
    @pytest.mark.parametrize(
        ("quantity", "amount", "expected"),
        [
            ("10", 100_000, "100.00"),
            ("25", 833, "0.333"),
            ("25", 96_359, "38.5434"),
            ("3", 100, "0.333"),
        ],
    )
    def test_has_the_fewest_decimals_that_multiply_to_the_amount(self, quantity, amount, expected):
        exact = (385434, 10000) if expected == "38.5434" else None

        assert printed_price(Decimal(quantity), amount, EUR, exact) == (Decimal(expected), 1)

    def test_is_the_amount_for_the_quantity_where_six_decimals_do_not_suffice(self):
        """domain.md section 2: BT-146 = net, BT-149 = quantity."""
        found = printed_price(Decimal(30_000_000), 1_000_001, EUR)

        assert found == PrintedPrice(Decimal("10000.01"), Decimal(30_000_000))

    @given(
        st.decimals("0.000001", 10**7, places=6),
        st.integers(-(10**11), 10**11),
        st.sampled_from(["JPY", "EUR", "KWD"]),
    )
    def test_what_is_printed_multiplies(self, quantity, amount, code):
        currency = Currency.of(code)

        price, base = printed_price(quantity, amount, currency)

        product = Money(price, currency).times(quantity).amount / base
        assert Money(product, currency).rounded().minor == amount
