"""Promotions for an order over an amount."""

from decimal import Decimal

import pytest

from app.catalog.discount_schedule import TierKind
from app.catalog.price_method import PercentOfTotal
from app.catalog.promotion import FreeGoods
from app.company.policies import PromotionMode
from app.kernel.percent import Percent
from app.pricing.document import price, reprice
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import a_price, a_product, a_promotion, a_schedule, for_skus, valid
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced, rules, step_of

A, B, SEATS = an_article(), an_article("50", "B-2"), an_article("600", "SEATS", term=12)


def over(amount: str, **changes):
    return a_promotion("BIG", order_over=(("EUR", Decimal(amount)),), **changes)


def amounts(lines, *things, **changes) -> list[int]:
    return [line.amount for line in priced(a_request(*lines, **changes), *things).lines]


@pytest.mark.parametrize(("amount", "reached"), [("250", [180_00, 45_00]), ("250.01", [200_00, 50_00])])
def test_what_the_lines_come_to_together_reaches_the_amount_inclusive(amount, reached):
    assert amounts((a_line("2"), a_line("1", "B-2")), *A, *B, over(amount)) == reached


def test_only_the_lines_it_selects_count_and_get_it():
    offer = over("200", selector=for_skus("A-1"))

    assert amounts((a_line("2"), a_line("9", "B-2")), *A, *B, offer) == [180_00, 450_00]
    assert amounts((a_line("1"), a_line("9", "B-2")), *A, *B, offer) == [100_00, 450_00]


def test_a_list_price_counts_for_the_span_it_is_paid_for():
    line = a_line(sku="SEATS")

    assert amounts([line], *SEATS, over("302.48"), period=HALF_A_YEAR) == [300_00]
    assert amounts([line], *SEATS, over("300"), period=HALF_A_YEAR) == [270_00]


def test_an_option_nobody_chose_and_a_share_of_other_lines_do_not_count():
    method = PercentOfTotal(Percent.of_points(Decimal(50)))
    care = (a_product("CARE"), a_price("0", "CARE", method=method))
    lines = (a_line("1"), a_line("5", key="option", in_total=False), a_line(sku="CARE"))

    assert amounts(lines, *A, *care, over("101")) == [100_00, 500_00, 50_00]


def test_the_trace_says_that_the_order_is_too_small_or_in_another_currency():
    def reason(offer):
        document = priced(a_request(a_line()), *A, offer)
        return step_of(document.lines[0], StepKind.PROMOTION).refused[0].reason

    assert reason(over("101")) is Refused.ORDER_BELOW
    assert reason(a_promotion(order_over=(("USD", Decimal(1)),))) is Refused.OTHER_CURRENCY


def test_a_changed_line_moves_the_others_over_the_amount():
    known = rules(*A, *B, over("250"))
    before = a_request(a_line("1"), a_line("1", "B-2"))
    after = a_request(a_line("2"), a_line("1", "B-2"))

    again = reprice(price(before, known), after, "A-1", known)

    assert again == price(after, known)
    assert [line.amount for line in again.lines] == [180_00, 45_00]


def test_one_that_has_ended_does_not_look_at_the_order():
    offer = over("0", validity=valid("", "2026-06-30"))

    assert amounts([a_line()], *A, offer) == [100_00]


def free(every: str, units: str, sku: str = "", code: str = "FREE", **changes):
    return a_promotion(code, "0", free_goods=FreeGoods(Decimal(every), Decimal(units), sku), **changes)


def parts(line):
    return [(part.quantity, part.amount) for part in line.parts]


STACKED = {"policies": {"promotions": PromotionMode.STACKED}}


class TestFreeGoods:
    @pytest.mark.parametrize(
        ("quantity", "amount"), [("2", 200_00), ("3", 200_00), ("5", 400_00), ("6", 400_00), ("7", 500_00)]
    )
    def test_buy_two_get_one_gives_the_third_and_the_sixth(self, quantity, amount):
        assert amounts([a_line(quantity)], *A, free("2", "1")) == [amount]

    def test_the_free_units_are_a_sub_line_with_the_rule_in_its_trace(self):
        line = priced(a_request(a_line("6")), *A, free("2", "1")).lines[0]
        steps = [step_of(part, StepKind.PROMOTION) for part in line.parts]

        assert parts(line) == [((4, 1), 400_00), ((2, 1), 0)]
        assert [(step.rule, step.reason) for step in steps] == [
            ("FREE", Reason.BUY_AND_GET),
            ("FREE", Reason.FREE_GOODS),
        ]
        assert line.list_amount == 600_00

    def test_another_product_is_free_on_its_lines_in_order(self):
        offer = free("2", "1", "B-2", selector=for_skus("A-1"))
        lines = (a_line("7"), a_line("2", "B-2", key="1"), a_line("2", "B-2", key="2"))

        assert amounts(lines, *A, *B, offer) == [700_00, 0, 50_00]

    def test_the_best_of_a_gift_and_a_reduction_counts_alone(self):
        things = (*A, free("2", "1"), a_promotion("TEN", "40"))
        line = priced(a_request(a_line("3")), *things).lines[0]
        step = step_of(line, StepKind.PROMOTION)

        assert line.amount == 180_00
        assert [(one.rule, one.reason, one.beaten_by) for one in step.refused] == [
            ("FREE", Refused.WORSE_PRICE, "TEN")
        ]
        assert amounts([a_line("3")], *A, free("2", "1"), a_promotion("TEN", "30")) == [200_00]

    def test_stacked_the_paid_units_are_reduced(self):
        things = (*A, free("2", "1"), a_promotion("TEN", "10"))

        assert amounts([a_line("3")], *things, **STACKED) == [180_00]

    def test_free_units_fill_no_band(self):
        slab = a_schedule(("1", "0"), ("3", "50"), kind=TierKind.SLAB)

        assert amounts([a_line("6")], *A, slab, free("2", "1")) == [200_00 + 100_00]

    def test_too_few_units_make_nothing_free_and_the_trace_says_so(self):
        line = priced(a_request(a_line("2")), *A, free("2", "1")).lines[0]

        assert step_of(line, StepKind.PROMOTION).refused[0].reason is Refused.TOO_FEW_FOR_FREE

    def test_a_typed_price_is_paid_for_every_unit(self):
        assert amounts([a_line("3", manual_price="10")], *A, free("2", "1")) == [30_00]

    def test_a_changed_line_makes_units_of_another_free(self):
        known = rules(*A, *B, free("2", "1", "B-2", selector=for_skus("A-1")))
        before = a_request(a_line("1"), a_line("1", "B-2"))
        after = a_request(a_line("2"), a_line("1", "B-2"))

        assert reprice(price(before, known), after, "A-1", known) == price(after, known)
        assert price(after, known).lines[1].amount == 0
