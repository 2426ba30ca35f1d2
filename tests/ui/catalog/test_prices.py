from datetime import date
from uuid import UUID

from app.i18n.formats import formats
from app.services import catalog
from tests.support.catalog import a_price, a_promotion, for_skus, valid
from tests.support.stores import TODAY, an_act
from ui.catalog.prices import price_lines, rule_words


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
