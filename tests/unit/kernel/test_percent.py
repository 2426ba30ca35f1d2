from decimal import Decimal

import pytest

from app.kernel.percent import Percent, PercentOutOfRange, fraction_of_points, points_of_fraction


class TestPercent:
    @pytest.mark.parametrize("points", ["0", "10.5", "100"])
    def test_is_a_share_of_a_whole(self, points):
        assert Percent.of_points(Decimal(points)).points == Decimal(points)

    @pytest.mark.parametrize("points", ["101", "100.01", "-0.01", "NaN", "Infinity", "1E+999"])
    def test_refuses_less_than_nothing_and_more_than_all(self, points):
        with pytest.raises(PercentOutOfRange):
            Percent.of_points(Decimal(points))

    def test_leaves_the_rest(self):
        assert Percent(Decimal("0.125")).rest == Decimal("0.875")

    def test_is_written_in_points(self):
        assert str(Percent(Decimal("0.10500"))) == "10.5 %"

    def test_names_the_points_it_refuses(self):
        with pytest.raises(PercentOutOfRange) as refusal:
            Percent(Decimal("1.01"))

        assert refusal.value.params == {"points": Decimal(101)}


class TestPoints:
    def test_go_beyond_a_hundred_for_markups(self):
        assert fraction_of_points(Decimal("250")) == Decimal("2.5")
        assert points_of_fraction(Decimal("-0.025")) == Decimal("-2.5")
