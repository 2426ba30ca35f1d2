from decimal import Decimal

import pytest

from app.company.margin_goals import NO_GOALS, MarginFloorAboveTarget, MarginGoals, share_of
from app.kernel.numbers import NotANumber, NumberOutOfRange, TooManyDecimals

GOALS = MarginGoals(Decimal("0.15"), Decimal("0.3"))


class TestGoals:
    @pytest.mark.parametrize("share", ["0", "1"])
    def test_take_every_share_from_none_to_all(self, share):
        assert MarginGoals(floor=Decimal(share)).floor == Decimal(share)

    @pytest.mark.parametrize("share", ["-0.0001", "1.0001"])
    def test_refuse_a_share_beyond(self, share):
        with pytest.raises(NumberOutOfRange):
            MarginGoals(target=Decimal(share))

    def test_refuse_a_floor_above_the_target_and_take_one_at_it(self):
        assert MarginGoals(Decimal("0.3"), Decimal("0.3")).in_order().floor == Decimal("0.3")
        with pytest.raises(MarginFloorAboveTarget):
            MarginGoals(Decimal("0.31"), Decimal("0.3")).in_order()


class TestStoring:
    @pytest.mark.parametrize("goals", [NO_GOALS, GOALS, MarginGoals(floor=Decimal(0))])
    def test_comes_back_as_it_was_and_leaves_what_stands_beside(self, goals):
        others = {"rounding": "line"}

        assert MarginGoals.taken_from(others | goals.to_mapping()) == (goals, others)


class TestShare:
    @pytest.mark.parametrize(
        ("text", "share"), [("0.15", "0.15"), ("15%", "0.15"), (" 12.5 % ", "0.125"), ("100%", "1")]
    )
    def test_is_written_as_a_fraction_or_in_percent(self, text, share):
        assert share_of(text) == Decimal(share)

    def test_is_none_where_nothing_is_written(self):
        assert share_of("  ") is None

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            ("15", NumberOutOfRange),
            ("101%", NumberOutOfRange),
            ("much", NotANumber),
            ("0.12345", TooManyDecimals),
        ],
    )
    def test_is_refused_where_it_says_no_share(self, text, error):
        with pytest.raises(error):
            share_of(text)
