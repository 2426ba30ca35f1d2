from decimal import Decimal

import pytest

from app.catalog.price_book import PriceBesideMethod, QuantityOfPriceNegative
from app.catalog.price_method import (
    BlockPrice,
    Box,
    BoxesEndTooEarly,
    BoxesUnsorted,
    BoxPriceNegative,
    CostPlus,
    LimitsCross,
    MarkupNegative,
    PackageNotPositive,
    PackagePrice,
    PercentOfTotal,
    UsageTiers,
)
from app.kernel.errors import AppError
from app.kernel.percent import Percent
from tests.support.catalog import a_price, boxes

TENTH = Percent(Decimal("0.1"))


class TestBlockPrice:
    @pytest.mark.parametrize("bounds", [(), ("0",), ("-1",), ("5", "5"), ("10", "5")])
    def test_refuses_boxes_that_do_not_rise_from_above_zero(self, bounds):
        with pytest.raises(BoxesUnsorted):
            BlockPrice(boxes(*((bound, "1") for bound in bounds)))

    def test_refuses_prices_below_zero(self):
        with pytest.raises(BoxPriceNegative):
            BlockPrice(boxes(("1", "-1")))
        with pytest.raises(BoxPriceNegative):
            BlockPrice(boxes(("1", "1")), overage=Decimal(-1))

    def test_ends_behind_its_last_box(self):
        assert BlockPrice(boxes(("1", "1"), ("11", "3")), last=Decimal(11)).last == 11
        with pytest.raises(BoxesEndTooEarly):
            BlockPrice(boxes(("1", "1"), ("11", "3")), last=Decimal(10))

    def test_has_an_end_or_an_overage_but_not_both(self):
        with pytest.raises(BoxesEndTooEarly):
            BlockPrice(boxes(("1", "1")), last=Decimal(10), overage=Decimal(2))

    def test_refuses_what_is_no_number(self):
        with pytest.raises(AppError):
            BlockPrice((Box(Decimal("NaN"), Decimal(1)),))


def test_usage_begins_at_nothing():
    assert UsageTiers(boxes(("0", "0.01"))).tiers[0].lower == 0
    with pytest.raises(BoxesUnsorted):
        UsageTiers(boxes(("1", "0.01")))


@pytest.mark.parametrize("size", ["0", "-1"])
def test_a_package_holds_something(size):
    with pytest.raises(PackageNotPositive):
        PackagePrice(Decimal(size))


@pytest.mark.parametrize(("minimum", "maximum"), [("2", "1"), ("-1", None), (None, "-1")])
def test_limits_of_a_share_do_not_cross(minimum, maximum):
    limits = {"minimum": minimum and Decimal(minimum), "maximum": maximum and Decimal(maximum)}
    with pytest.raises(LimitsCross):
        PercentOfTotal(TENTH, **limits)


@pytest.mark.parametrize("markup", [{"share": Decimal(-1)}, {"amount": Decimal(-1)}])
def test_a_markup_is_not_negative(markup):
    with pytest.raises(MarkupNegative):
        CostPlus(**markup)


@pytest.mark.parametrize(
    "method", [BlockPrice(boxes(("1", "1"))), UsageTiers(boxes(("0", "1"))), PercentOfTotal(TENTH)]
)
def test_a_method_that_brings_its_prices_stands_beside_none(method):
    with pytest.raises(PriceBesideMethod):
        a_price("100", method=method)


def test_minimum_and_free_units_belong_to_a_price_per_unit():
    with pytest.raises(PriceBesideMethod):
        a_price("100", method=CostPlus(), free_quantity=Decimal(1))
    with pytest.raises(QuantityOfPriceNegative):
        a_price("100", minimum_quantity=Decimal(-1))
