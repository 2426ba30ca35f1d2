from decimal import Decimal

from app.catalog.price_method import BlockPrice, CostPlus, UsageModel, UsageTiers
from app.pricing.compiled_methods import Boxes, Markup, Tiers, method_of
from app.pricing.exact import ONE
from tests.support.catalog import boxes

MILLION = 10**6


def test_a_box_holds_its_lower_bound_and_the_last_one_its_end():
    compiled = method_of(BlockPrice(boxes(("1", "1"), ("11", "3")), last=Decimal(50)))

    assert isinstance(compiled, Boxes)
    found = [compiled.box_of(quantity) for quantity in (MILLION - 1, MILLION, 11 * MILLION, 50 * MILLION)]
    assert found == [-1, 0, 1, 1]
    assert [compiled.ends_below(quantity) for quantity in (50 * MILLION, 50 * MILLION + 1)] == [False, True]


def test_a_usage_tier_holds_its_upper_bound():
    compiled = method_of(UsageTiers(boxes(("0", "2"), ("10", "1")), UsageModel.VOLUME))

    assert isinstance(compiled, Tiers)
    assert [compiled.tier_of(quantity) for quantity in (1, 10 * MILLION, 10 * MILLION + 1)] == [0, 0, 1]


def test_a_markup_adds_its_share_and_its_amount():
    compiled = method_of(CostPlus(Decimal("0.5"), Decimal(3)))

    assert isinstance(compiled, Markup)
    assert compiled.of((10, 1), ONE) == (18, 1)
