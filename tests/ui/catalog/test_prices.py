from dataclasses import replace
from datetime import date
from uuid import UUID

from app.i18n.formats import formats
from app.services import catalog
from tests.support.catalog import a_price, a_promotion, for_skus, valid
from tests.support.stores import TODAY, an_act
from ui.catalog.prices import price_lines, price_steps, rule_words


def page_of(store):
    with store.reading() as unit:
        return catalog.product_page(unit, UUID(int=1))


class TestPriceLines:
    def test_marks_the_price_that_holds_today(self, store):
        with store.writing(an_act()) as uow:
            entry = a_price("120", "A-1", id=uow.new_id(), validity=valid("2026-07-01"))
            catalog.set_price(uow, an_act(), entry=entry)

        lines = price_lines(page_of(store), TODAY, formats("en"))

        assert [(line.price, line.now) for line in lines] == [("120.00 EUR", False), ("100.00 EUR", True)]
        later = price_lines(page_of(store), date(2026, 7, 1), formats("en"))
        assert [line.now for line in later] == [True, False]


class TestRuleWords:
    def test_names_the_offers_that_reach_the_product(self, store):
        with store.writing(an_act()) as uow:
            uow.promotions.save(a_promotion("SPRING", selector=for_skus("A-1")))

        assert rule_words(page_of(store), "en")[0].startswith("SPRING")


class TestPriceSteps:
    def steps(self, store, *prices):
        with store.writing(an_act()) as uow:
            for price, *days in prices:
                entry = a_price(price, "A-1", id=uow.new_id(), validity=valid(*days))
                catalog.set_price(uow, an_act(), entry=entry)
        page = page_of(store)
        return [(step.first, step.price) for step in price_steps(page, page.prices[0].book, formats("en"))]

    def test_one_price_that_always_holds_is_one_step(self, store):
        assert self.steps(store) == [(None, "100.00 EUR")]

    def test_each_change_begins_a_step(self, store):
        steps = self.steps(store, ("120", "2026-07-01"))
        assert steps == [(None, "100.00 EUR"), (date(2026, 7, 1), "120.00 EUR")]

    def test_a_book_without_prices_has_no_steps(self, store):
        assert price_steps(page_of(store), "NONE", formats("en")) == ()

    def test_a_price_that_ends_without_another_leaves_a_gap(self, store):
        page = page_of(store)
        ending = page.prices[0]._replace(first=date(2026, 1, 1), last=date(2026, 1, 31))
        steps = price_steps(replace(page, prices=(ending,)), ending.book, formats("en"))
        assert [(step.first, step.height is None) for step in steps] == [
            (date(2026, 1, 1), False),
            (date(2026, 2, 1), True),
        ]

    def test_prices_of_different_amounts_are_drawn_for_one_unit(self, store):
        page = page_of(store)
        hundred = page.prices[0]._replace(base_quantity=100_000_000)
        (one,) = price_steps(page, hundred.book, formats("en"))
        (of_hundred,) = price_steps(replace(page, prices=(hundred,)), hundred.book, formats("en"))
        assert of_hundred.height == one.height / 100
