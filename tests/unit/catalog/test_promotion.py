from decimal import Decimal

import pytest

from app.catalog.promotion import (
    CouponLimitRefused,
    FreeGoods,
    FreeGoodsRefused,
    OrderOverRefused,
    QuantityLimitsReversed,
    folded,
)
from tests.support.catalog import a_promotion


class TestQuantityLimits:
    def test_a_single_quantity_is_a_limit(self):
        assert a_promotion(minimum=Decimal(5), maximum=Decimal(5)).maximum == 5

    @pytest.mark.parametrize(("minimum", "maximum"), [("5", "4"), ("-1", None)])
    def test_limits_that_exclude_everything_are_refused(self, minimum, maximum):
        with pytest.raises(QuantityLimitsReversed):
            a_promotion(minimum=Decimal(minimum), maximum=maximum and Decimal(maximum))


class TestCoupons:
    @pytest.mark.parametrize(
        "changes", [{"limit": 5}, {"limit": 0, "coupon": "X"}, {"coupon": "X", "used": -1}]
    )
    def test_a_limit_needs_a_coupon_and_a_use(self, changes):
        with pytest.raises(CouponLimitRefused):
            a_promotion(**changes)

    @pytest.mark.parametrize(("used", "is_used_up"), [(1, False), (2, True), (3, True)])
    def test_is_used_up_at_its_limit(self, used, is_used_up):
        assert a_promotion(coupon="X", limit=2, used=used).is_used_up is is_used_up

    def test_without_a_limit_it_never_is(self):
        assert not a_promotion(coupon="X", used=1000).is_used_up

    def test_are_compared_without_capitals_and_spaces_around(self):
        assert folded(" Friends ") == folded("FRIENDS")


def test_an_order_over_less_than_nothing_is_refused():
    with pytest.raises(OrderOverRefused):
        a_promotion(order_over=(("EUR", Decimal(-1)),))


@pytest.mark.parametrize(("every", "free", "taken"), [("0", "1", "0"), ("2", "0", "0"), ("2", "1", "5")])
def test_free_goods_are_some_and_stand_alone(every, free, taken):
    with pytest.raises(FreeGoodsRefused):
        a_promotion("FREE", taken, free_goods=FreeGoods(Decimal(every), Decimal(free)))
