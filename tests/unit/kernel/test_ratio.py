from decimal import Decimal

import pytest

from app.kernel.ratio import ONE, Ratio, divide_half_away, scaled


class TestDivideHalfAway:
    @pytest.mark.parametrize(
        ("of", "by", "gives"), [(1, 2, 1), (-1, 2, -1), (1, 3, 0), (5, 3, 2), (-5, 3, -2)]
    )
    def test_rounds_halves_away_from_zero(self, of, by, gives):
        assert divide_half_away(of, by) == gives


class TestRatio:
    def test_is_kept_in_lowest_terms(self):
        assert str(Ratio(6, 12)) == "1/2"
        assert Ratio(184, 365) * Ratio(365, 184) == ONE

    def test_keeps_its_sign_in_the_numerator(self):
        assert str(Ratio(3, -6)) == "-1/2"

    def test_refuses_a_denominator_of_zero(self):
        with pytest.raises(ZeroDivisionError):
            Ratio(1, 0)

    def test_reads_a_decimal_exactly(self):
        assert Ratio.of(Decimal("0.19")) == Ratio(19, 100)

    def test_divides_only_when_it_is_rounded(self):
        third = Ratio(1, 3)

        assert third + third + third == ONE
        assert (third * 3).rounded(2) == Decimal("1.00")

    @pytest.mark.parametrize(("value", "rounded"), [(Ratio(1, 200), "0.01"), (Ratio(-1, 200), "-0.01")])
    def test_rounds_halves_away_from_zero(self, value, rounded):
        assert value.rounded(2) == Decimal(rounded)

    @pytest.mark.parametrize(
        ("value", "price"), [(Ratio(1, 3), "0.34"), (Ratio(-1, 3), "-0.33"), (Ratio(1, 4), "0.25")]
    )
    def test_rounds_up_to_a_price_that_is_not_below(self, value, price):
        assert value.up(2) == Decimal(price)

    @pytest.mark.parametrize(
        ("value", "decimal"), [(Ratio(7, 8), "0.875"), (Ratio(3), "3"), (Ratio(-1, 20), "-0.05")]
    )
    def test_is_a_decimal_where_it_has_one(self, value, decimal):
        assert value.as_decimal() == Decimal(decimal)

    def test_is_no_decimal_where_it_has_none(self):
        assert Ratio(7, 12).as_decimal() is None

    def test_compares_with_ratios_decimals_and_whole_numbers(self):
        assert Ratio(7, 12) < Decimal("0.59") < Ratio(3, 5) <= Ratio(6, 10)
        assert Ratio(7, 2) > 3
        assert Ratio(7, 2) >= Decimal("3.5")

    def test_subtracts_and_divides(self):
        assert Ratio(1, 2) - Ratio(1, 3) == Ratio(1, 6)
        assert Ratio(1, 2) / 3 == Ratio(1, 6)


class TestScaled:
    def test_sets_the_decimal_sign(self):
        assert str(scaled(12345, 3)) == "12.345"

    def test_keeps_digits_beyond_the_default_context(self):
        assert str(scaled(10**40 + 1, 2)).endswith("01")
