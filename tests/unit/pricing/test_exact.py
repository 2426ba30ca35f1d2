from decimal import Decimal

import pytest

from app.pricing.exact import (
    as_text,
    difference,
    exact,
    is_less,
    lowest,
    of_text,
    product,
    quotient,
    to_scale,
    total,
)


class TestText:
    @pytest.mark.parametrize(
        ("fraction", "text"),
        [
            ((385434, 10000), "38.5434"),
            ((7, 12), "7/12"),
            ((-1, 4), "-0.25"),
            ((0, 1), "0"),
            ((-7, 3), "-7/3"),
            ((1, 8), "0.125"),
            ((1, 3 * 10**20), "1/300000000000000000000"),
        ],
    )
    def test_writes_a_decimal_where_there_is_one(self, fraction, text):
        assert as_text(lowest(*fraction)) == text
        assert of_text(text) == lowest(*fraction)

    @pytest.mark.parametrize("text", ["", "x", "1e5", "1/0", "1/-2", "1/2/3", "NaN", "1.5/2", "1_0"])
    def test_reads_nothing_else(self, text):
        with pytest.raises(ValueError, match="no fraction"):
            of_text(text)


class TestArithmetic:
    def test_stays_in_lowest_terms(self):
        half, third = (1, 2), (1, 3)

        assert product(half, (2, 3)) == (1, 3)
        assert quotient(half, third) == (3, 2)
        assert total(half, half) == (1, 1)
        assert difference(third, half) == (-1, 6)
        assert is_less(third, half)
        assert exact(Decimal("0.50")) == half

    @pytest.mark.parametrize(
        ("value", "rounded"), [((1, 8), (13, 100)), ((-1, 8), (-13, 100)), ((1, 3), (33, 100))]
    )
    def test_rounds_halves_away_from_zero(self, value, rounded):
        assert to_scale(value, 100) == rounded
