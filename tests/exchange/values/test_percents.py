from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tables.cells import Multiplied, Percentage
from app.exchange.values.number_form import COMMA, ENGLISH, NumberForm
from app.exchange.values.percents import PercentUnclear, read_percent, written_percent
from app.kernel.numbers import NumberOutOfRange


class TestReadPercent:
    @pytest.mark.parametrize(
        ("cell", "points"),
        [
            ("19", "19"),
            ("19 %", "19"),
            (Decimal("7.7"), "7.7"),
            ("0", "0"),
            ("1", "1"),
            ("0.19%", "0.19"),
            (" 0.5 % ", "0.5"),
            (Percentage.of(Decimal("0.19")), "19"),
            (Percentage.of(Decimal("0.0019")), "0.19"),
            (Multiplied("0.5"), "0.5"),
        ],
    )
    def test_reads_points_with_or_without_their_sign(self, cell, points):
        assert read_percent(cell, ENGLISH) == Decimal(points)

    @pytest.mark.parametrize(
        ("cell", "points"), [("0.19", "19"), (Decimal("0.05"), "5"), ("0.999999", "99.9999")]
    )
    def test_refuses_what_may_be_a_fraction_and_names_both_readings(self, cell, points):
        with pytest.raises(PercentUnclear) as refusal:
            read_percent(cell, ENGLISH)
        assert refusal.value.params == {"text": str(cell), "points": points}

    def test_refuses_a_fraction_in_the_form_of_its_column(self):
        with pytest.raises(PercentUnclear) as refusal:
            read_percent("0,19", NumberForm(COMMA))
        assert refusal.value.params == {"text": "0,19", "points": "19"}

    @pytest.mark.parametrize("cell", ["100.01", "-1", Percentage.of(Decimal("1.01")), Decimal(101)])
    def test_refuses_what_no_rate_can_be(self, cell):
        with pytest.raises(NumberOutOfRange):
            read_percent(cell, ENGLISH)

    @given(st.decimals(0, 100, places=4))
    def test_reads_back_what_was_written(self, points):
        cell = written_percent(points)
        assert read_percent(cell, ENGLISH) == points

    def test_writes_nothing_for_nothing(self):
        assert written_percent(None) is None
