"""domain.md section 6: block prices, usage, packages, cost plus."""

from decimal import Decimal

import pytest

from app.catalog.discount_schedule import TierKind
from app.catalog.price_method import BlockPrice, CostPlus, PackagePrice, UsageModel, UsageTiers
from app.catalog.product import Cost
from app.catalog.reduction import amount_off, percent_off
from app.company.policies import RoundingPolicy
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import EUR, a_contracted_price, a_price, a_product, a_schedule, boxes
from tests.support.pricing import HALF_A_YEAR, a_line, an_article, codes, priced_line, step_of

TWO_BOXES = BlockPrice(boxes(("1", "1"), ("11", "3")), last=Decimal(50))
OPEN_END = BlockPrice(boxes(("1", "700"), ("101", "900")), overage=Decimal(8))


def by(method, price="0", **changes):
    return a_product(**changes), a_price(price, method=method)


def costing(cost: str, method=None, price="0"):
    return a_product(costs=(Cost(Decimal(cost), EUR),)), a_price(price, method=method)


class TestBlock:
    @pytest.mark.parametrize(("quantity", "amount"), [("1", 100), ("7", 100), ("10", 100), ("11", 300)])
    def test_section_6_the_box_that_holds_the_quantity(self, quantity, amount):
        assert priced_line(a_line(quantity), *by(TWO_BOXES)).amount == amount

    @pytest.mark.parametrize(
        ("quantity", "amount"), [("100", 700_00), ("101", 900_00), ("130", 1_132_00), ("101.5", 904_00)]
    )
    def test_section_6_overage_beyond_the_bound_of_the_last_box(self, quantity, amount):
        assert priced_line(a_line(quantity), *by(OPEN_END)).amount == amount

    def test_says_which_box_and_how_much_lies_beyond(self):
        step = step_of(priced_line(a_line("130"), *by(OPEN_END)), StepKind.LIST)

        assert step.reason is Reason.BLOCK
        assert dict(step.facts) == {"lower": (101, 1), "box": (900, 1), "beyond": (29, 1), "each": (8, 1)}

    @pytest.mark.parametrize(
        ("quantity", "code"), [("0.5", "pricing.below_first_box"), ("51", "pricing.beyond_last_box")]
    )
    def test_section_4_outside_the_boxes_is_a_finding_never_the_list_price(self, quantity, code):
        line = priced_line(a_line(quantity), *by(TWO_BOXES))

        assert (codes(line), line.amount, line.in_total) == ([code], 0, False)

    def test_is_the_price_of_the_quantity_so_nothing_is_divided(self):
        line = priced_line(a_line("7"), *by(TWO_BOXES), policies={"rounding": RoundingPolicy.UNIT})

        assert (line.base_quantity, line.amount) == ((7, 1), 100)

    def test_an_amount_off_is_off_each_unit(self):
        schedule = a_schedule(("1", amount_off(2, "EUR")))

        assert priced_line(a_line("150"), *by(OPEN_END), schedule).amount == 900_00 + 49 * 8_00 - 150 * 2_00
        assert priced_line(a_line("100"), *by(OPEN_END), schedule).amount == 500_00

    def test_a_contracted_price_is_per_unit(self):
        agreed = a_contracted_price("DEAL", "5")

        assert priced_line(a_line("130"), *by(OPEN_END), agreed, customer="C1").amount == 650_00

    def test_a_typed_price_is_per_unit_and_silences_the_boxes(self):
        line = priced_line(a_line("130", manual_price="7"), *by(OPEN_END))
        outside = priced_line(a_line("51", manual_price="7"), *by(TWO_BOXES))

        assert (line.amount, line.list_amount) == (910_00, 1_132_00)
        assert (outside.amount, codes(outside)) == (357_00, [])

    def test_a_slab_cannot_split_it(self):
        slab = a_schedule(("1", "10"), ("5", "20"), kind=TierKind.SLAB)
        line = priced_line(a_line("7"), *by(TWO_BOXES), slab)

        assert line.amount == 100
        assert [refusal.reason for refusal in step_of(line, StepKind.VOLUME).refused] == [
            Refused.PRICED_BY_QUANTITY
        ]

    def test_the_quantity_is_converted_to_the_unit_of_the_price(self):
        dozen = Conversion(Unit("XBX"), Unit("C62"), Ratio(12))
        line = priced_line(a_line("1", unit="XBX"), *by(TWO_BOXES, conversions=(dozen,)))

        assert line.amount == 300

    def test_goods_taken_back_are_credited_at_the_price_of_their_box(self):
        assert priced_line(a_line("-7"), *by(TWO_BOXES), allow_returns=True).amount == -100


class TestUsage:
    BOUNDS_12 = boxes(("0", "0.01"), ("1000", "0.008"), ("10000", "0.005"))
    TENS = boxes(("0", "0.10"), ("1000", "0.05"), ("10000", "0.01"))

    def test_section_12_graduated_up_to_and_including_the_bound(self):
        line = priced_line(a_line("15000"), *by(UsageTiers(self.BOUNDS_12)))

        assert [part.amount for part in line.parts] == [10_00, 72_00, 25_00]
        assert line.amount == 107_00

    @pytest.mark.parametrize(("model", "amount"), [("graduated", 600_00), ("volume", 150_00)])
    def test_section_12_graduated_and_volume(self, model, amount):
        tiers = UsageTiers(self.TENS, UsageModel(model))

        assert priced_line(a_line("15000"), *by(tiers)).amount == amount

    @pytest.mark.parametrize(("quantity", "amount"), [("1000", 100_00), ("1000.5", 50_03), ("0.5", 5)])
    def test_volume_takes_the_tier_that_still_holds_the_quantity(self, quantity, amount):
        tiers = UsageTiers(self.TENS, UsageModel.VOLUME)

        assert priced_line(a_line(quantity), *by(tiers)).amount == amount

    def test_a_quantity_too_small_for_six_decimals_is_in_the_first_tier(self):
        tiers = UsageTiers(boxes(("0", "9000000"), ("1", "1")), UsageModel.VOLUME)
        dozen = Conversion(Unit("XBX"), Unit("C62"), Ratio(12))
        things = (a_product(conversions=(dozen,)), a_price("0", method=tiers, unit=Unit("XBX")))

        assert priced_line(a_line("0.000001"), *things).amount == 75

    def test_the_whole_quantity_reaches_a_discount(self):
        line = priced_line(a_line("15000"), *by(UsageTiers(self.TENS)), a_schedule(("15000", "50")))

        assert line.amount == 300_00


@pytest.mark.parametrize(("quantity", "amount"), [("1", 5_00), ("100", 5_00), ("101", 10_00), ("250", 15_00)])
def test_a_package_that_is_begun_is_paid_whole(quantity, amount):
    assert priced_line(a_line(quantity), *by(PackagePrice(Decimal(100)), "5")).amount == amount


class TestCostPlus:
    @pytest.mark.parametrize(
        ("cost", "markup", "amount"),
        [
            ("2100", CostPlus(amount=Decimal(100)), 2_200_00),
            ("75", CostPlus(share=Decimal("0.3")), 97_50),
            ("75", CostPlus(Decimal("0.3"), Decimal(1)), 98_50),
        ],
    )
    def test_section_6_cost_and_markup(self, cost, markup, amount):
        assert priced_line(a_line(), *costing(cost, markup)).amount == amount

    def test_stands_at_step_1_beside_the_list_price(self):
        line = priced_line(a_line(), *costing("75", CostPlus(share=Decimal("0.3")), "120"))

        assert line.list_amount == 120_00
        assert step_of(line, StepKind.SPECIAL).reason is Reason.COST_PLUS

    def test_takes_the_cost_of_the_line_where_one_is_typed(self):
        line = priced_line(a_line(cost="100"), *costing("75", CostPlus(amount=Decimal(1))))

        assert (line.amount, line.cost) == (101_00, 100_00)

    def test_without_a_cost_there_is_no_price(self):
        assert codes(priced_line(a_line(), *by(CostPlus(), "120"))) == ["pricing.cost_missing"]

    def test_a_typed_price_stands_beside_the_list_price_with_or_without_a_cost(self):
        entry = a_price("120", base_quantity=Decimal(100), method=CostPlus())
        for costs in ((), (Cost(Decimal(75), EUR),)):
            line = priced_line(a_line("100", manual_price="50"), a_product(costs=costs), entry)

            assert (line.amount, line.list_amount) == (50_00, 120_00)

    def test_a_contracted_price_is_nearer(self):
        things = (*costing("75", CostPlus(), "120"), a_contracted_price("DEAL", percent_off(50)))
        line = priced_line(a_line(), *things, customer="C1")

        assert line.amount == 60_00
        refused = step_of(line, StepKind.SPECIAL).refused
        assert [(refusal.rule, refusal.beaten_by) for refusal in refused] == [("LIST", "DEAL")]


def test_a_block_of_a_subscription_is_prorated():
    product, _price = an_article(term=12)
    entry = a_price("0", method=TWO_BOXES, term_months=12)

    assert priced_line(a_line("11", period=HALF_A_YEAR), product, entry).amount == 150
