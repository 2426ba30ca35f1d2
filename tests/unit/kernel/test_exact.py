from decimal import Decimal, Inexact

import pytest

from app.kernel.exact import EXACT, half_away, plain, up


class TestExact:
    def test_multiplies_beyond_the_28_digits_of_the_default_context(self):
        factor = Decimal("1000000000000000000.000001")

        assert str(EXACT.multiply(factor, factor)) == "1000000000000000000000002000000000000.000000000001"

    def test_refuses_what_it_would_have_to_round(self):
        with pytest.raises(Inexact):
            EXACT.divide(Decimal(1), Decimal(3))


class TestHalfAway:
    @pytest.mark.parametrize(
        ("amount", "rounded"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("0.0049", "0.00"), ("2.675", "2.68")]
    )
    def test_rounds_halves_away_from_zero(self, amount, rounded):
        assert str(half_away(Decimal(amount), 2)) == rounded

    def test_never_gives_a_negative_zero(self):
        assert str(half_away(Decimal("-0.004"), 2)) == "0.00"


class TestUp:
    @pytest.mark.parametrize(
        ("amount", "rounded"), [("1.001", "1.01"), ("1.01", "1.01"), ("-1.019", "-1.01")]
    )
    def test_is_never_below_the_amount(self, amount, rounded):
        assert str(up(Decimal(amount), 2)) == rounded


class TestPlain:
    @pytest.mark.parametrize(
        ("amount", "text"),
        [
            ("1.50", "1.5"),
            ("100", "100"),
            ("1E+3", "1000"),
            ("1E-7", "0.0000001"),
            ("-0.00", "0"),
            ("-2.0", "-2"),
        ],
    )
    def test_has_no_exponent_no_trailing_zeros_no_negative_zero(self, amount, text):
        assert plain(Decimal(amount)) == text

    @pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"])
    def test_refuses_what_no_amount_is(self, amount):
        with pytest.raises(ValueError, match="no plain decimal"):
            plain(Decimal(amount))
