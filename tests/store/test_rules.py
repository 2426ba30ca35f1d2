"""A document finds the rules for its products and its customer, whatever else the catalog holds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from app.catalog.promotion import FreeGoods
from app.catalog.selector import Selector
from app.store.repositories.rule_rows import Reach
from tests.support.catalog import a_contracted_price, a_product, a_promotion, a_schedule
from tests.support.customers import a_customer
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

REACH = Reach(("A-1", "B-2"), ("Bikes/Road", "Bikes"), "C-001")

SELECTORS = {
    "everything": Selector(),
    "sku": Selector.of(skus=["A-1"]),
    "other sku": Selector.of(skus=["C-3"]),
    "category": Selector.of(categories=["Bikes"]),
    "other category": Selector.of(categories=["Cars"]),
    "sku or category": Selector.of(skus=["C-3"], categories=["Bikes/Road"]),
    "book": Selector.of(books=["USA"]),
    "customer": Selector.of(customers=["C-001"]),
    "other customer": Selector.of(customers=["C-002"], skus=["A-1"]),
}
REACHED = ["book", "category", "customer", "everything", "sku", "sku or category"]


class TestReaching:
    def test_promotions(self, store):
        with store.writing(an_act()) as uow:
            for number, (code, selector) in enumerate(SELECTORS.items(), start=1):
                uow.promotions.save(replace(a_promotion(code, selector=selector), id=UUID(int=number)))
            assert [rule.code for rule in uow.promotions.reaching(REACH)] == REACHED

    def test_an_offer_comes_back_with_its_coupon_and_what_the_order_must_reach(self, store):
        offer = a_promotion(
            coupon="Friends", limit=9, used=3, order_over=(("CHF", Decimal("99.5")), ("EUR", Decimal(100)))
        )
        with store.writing(an_act()) as uow:
            uow.promotions.save(offer)
            assert uow.promotions.by_code("SPRING") == offer

    def test_an_offer_comes_back_with_what_it_makes_free(self, store):
        offer = a_promotion("FREE", "0", free_goods=FreeGoods(Decimal(2), Decimal("0.5"), "B-2"))
        with store.writing(an_act()) as uow:
            uow.promotions.save(offer)
            assert uow.promotions.by_code("FREE") == offer

    def test_schedules(self, store):
        with store.writing(an_act()) as uow:
            for number, (code, selector) in enumerate(SELECTORS.items(), start=1):
                schedule = a_schedule(("1", "5"), code=code, selector=selector)
                uow.schedules.save(replace(schedule, id=UUID(int=number)))
            assert [rule.code for rule in uow.schedules.reaching(REACH)] == REACHED

    def test_forgets_what_a_rule_named_before(self, store):
        with store.writing(an_act()) as uow:
            rule = uow.promotions.save(a_promotion(selector=SELECTORS["sku"]))
            uow.promotions.save(replace(rule, selector=SELECTORS["other sku"]))
            assert uow.promotions.reaching(REACH) == ()

    def test_leaves_out_what_lies_in_the_bin(self, store):
        with store.writing(an_act()) as uow:
            rule = uow.promotions.save(a_promotion())
            uow.promotions.put_in_bin(rule.id)
            assert uow.promotions.reaching(REACH) == ()

    @pytest.mark.parametrize(
        ("facts", "is_reached"),
        [
            ({"sku": "A-1"}, True),
            ({"sku": "C-3"}, False),
            ({"category": "Bikes"}, True),
            ({"category": "Cars"}, False),
            ({"sku": "A-1", "customer": "C-002"}, False),
        ],
    )
    def test_contracted_prices(self, store, facts, is_reached):
        with store.writing(an_act()) as uow:
            for number in (1, 2):
                uow.customers.save(a_customer(number, id=UUID(int=100 + number)))
            for number, sku in enumerate(("A-1", "C-3"), start=1):
                uow.products.save(a_product(sku, id=UUID(int=number)))
            uow.contracted_prices.save(a_contracted_price(**{"customer": "C-001"} | facts))
            assert bool(uow.contracted_prices.reaching(REACH)) is is_reached


class TestContractedPrices:
    def test_are_listed_for_a_customer_and_for_a_product(self, store):
        with store.writing(an_act()) as uow:
            uow.customers.save(a_customer(id=UUID(int=101)))
            uow.products.save(a_product())
            agreed = uow.contracted_prices.save(a_contracted_price(customer="C-001"))
            assert uow.contracted_prices.of_customer("C-001") == (agreed,)
            assert uow.contracted_prices.of_product("A-1") == (agreed,)
            assert uow.contracted_prices.of_customer("C-002") == ()
