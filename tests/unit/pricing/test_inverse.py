"""domain.md sections 5 and 6: cliffs, floors and prices for a margin."""

from decimal import Decimal

import pytest

from app.catalog.price_method import BlockPrice
from app.catalog.product import Cost
from app.kernel.ratio import Ratio
from app.pricing.inverse import BetterTier, MarginRefused, better_tiers, price_for_margin, room_to_floor
from tests.support.catalog import EUR, a_price, a_product, a_schedule, boxes
from tests.support.pricing import a_line, a_request, an_article, priced, priced_line, rules

TIERS = a_schedule(("1", "10"), ("10", "20"), ("20", "30"))


def tiers_of(quantity: str, *things) -> tuple[BetterTier, ...]:
    return better_tiers(priced(a_request(a_line(quantity)), *things), rules(*things), "A-1")


def test_section_6_the_floor_of_a_margin():
    assert price_for_margin(Decimal(2100), Decimal("0.2"), 2) == Decimal("2625.00")


@pytest.mark.parametrize(("decimals", "price"), [(2, "1.43"), (4, "1.4286"), (0, "2")])
def test_section_6_floors_round_up_to_the_price_scale(decimals, price):
    assert price_for_margin(Decimal(1), Decimal("0.3"), decimals) == Decimal(price)


@pytest.mark.parametrize("margin", ["1", "-0.1", "NaN"])
def test_refuses_a_margin_no_price_has(margin):
    with pytest.raises(MarginRefused):
        price_for_margin(Decimal(1), Decimal(margin), 2)


def test_section_5_ten_cost_ten_less_than_nine():
    assert tiers_of("9", *an_article(), TIERS) == (BetterTier(Decimal(10), 800_00, 10_00),)


def test_no_cliff_where_more_costs_more():
    assert tiers_of("8", *an_article(), TIERS) == ()
    assert tiers_of("30", *an_article(), TIERS) == ()


def test_a_larger_box_may_cost_less():
    method = BlockPrice(boxes(("1", "100"), ("11", "90")))

    assert tiers_of("5", a_product(), a_price("0", method=method)) == (BetterTier(Decimal(11), 90_00, 10_00),)


def costing(cost: str):
    return a_product(costs=(Cost(Decimal(cost), EUR),)), a_price("100")


@pytest.mark.parametrize(("discount", "room"), [("0", Ratio(1, 4)), ("25", Ratio(0)), ("30", Ratio(-1, 20))])
def test_tells_the_points_left_until_the_floor(discount, room):
    line = priced_line(a_line(), *costing("60"), discount=discount)

    assert room_to_floor(line, Decimal("0.2"), 100) == room


def test_nobody_knows_the_room_without_a_cost():
    assert room_to_floor(priced_line(a_line(), *an_article()), Decimal("0.2"), 100) is None
