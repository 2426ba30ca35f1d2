from dataclasses import replace
from uuid import UUID

import pytest

from app.catalog.discount_schedule import Measure
from app.catalog.selector import Selector
from app.catalog.ties import (
    PromotionsTie,
    RulesTie,
    refuse_tied_agreement,
    refuse_tied_promotion,
    refuse_tied_schedule,
)
from tests.support.catalog import a_contracted_price, a_promotion, a_schedule, for_skus, valid

LADDER = (("1", "5"), ("10", "8"))


def another(rule, **changes):
    return replace(rule, id=UUID(int=2), code="OTHER", **changes)


class TestSchedules:
    def test_of_the_same_products_and_first_day_tie(self):
        schedule = a_schedule(*LADDER, selector=for_skus("A-1", "B-2"))
        with pytest.raises(RulesTie) as refusal:
            refuse_tied_schedule(schedule, [another(schedule, selector=for_skus("B-2"))])
        assert refusal.value.params == {"rule": "VOLUME", "other": "OTHER"}

    @pytest.mark.parametrize(
        "changes",
        [
            {"selector": for_skus("C-3")},
            {"selector": Selector.of(categories=["Bikes"])},
            {"selector": Selector.of(skus=["A-1"], customers=["C1"])},
            {"validity": valid("2026-01-01")},
            {"measure": Measure.TERM},
        ],
        ids=["other product", "category", "customer", "newer", "by term"],
    )
    def test_that_something_decides_between_pass(self, changes):
        schedule = a_schedule(*LADDER, selector=for_skus("A-1"))
        refuse_tied_schedule(schedule, [another(schedule, **changes)])

    def test_do_not_tie_with_themselves(self):
        schedule = a_schedule(*LADDER)
        refuse_tied_schedule(schedule, [replace(schedule, version=2)])


class TestAgreements:
    def test_on_the_same_product_from_the_same_day_tie(self):
        agreed = a_contracted_price()
        with pytest.raises(RulesTie):
            refuse_tied_agreement(agreed, [another(agreed)])

    def test_that_something_decides_between_pass(self):
        agreed = a_contracted_price()
        refuse_tied_agreement(agreed, [another(agreed, validity=valid("2026-01-01")), agreed])
        refuse_tied_agreement(agreed, [another(agreed, customer="C2"), another(agreed, sku="B-2")])


class TestPromotions:
    @pytest.mark.parametrize(
        ("selector", "other"),
        [
            (Selector(), Selector()),
            (Selector(), for_skus("A-1")),
            (for_skus("A-1", "B-2"), for_skus("B-2")),
            (Selector.of(customers=["C1"]), Selector()),
        ],
    )
    def test_of_one_order_that_meet_on_a_line_tie(self, selector, other):
        first = another(a_promotion("A", selector=selector))

        with pytest.raises(PromotionsTie) as refusal:
            refuse_tied_promotion(a_promotion("B", selector=other), [first])

        assert refusal.value.params == {"rule": "B", "other": "OTHER", "order": 0}

    @pytest.mark.parametrize(
        "changes",
        [
            {"order": 1},
            {"validity": valid("2027-01-01")},
            {"selector": for_skus("B-2")},
            {"selector": Selector.of(books=["USA"])},
        ],
    )
    def test_that_never_meet_pass(self, changes):
        own = Selector.of(skus=["A-1"], books=["LIST"])
        first = another(a_promotion("A", selector=own, validity=valid("", "2026-12-31")))

        refuse_tied_promotion(a_promotion("B", **changes), [first])

    def test_do_not_tie_with_themselves(self):
        refuse_tied_promotion(a_promotion(), [a_promotion()])
