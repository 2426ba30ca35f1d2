"""A document loads what its prices depend on, and nothing grows with the rest of the catalog."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.selector import Selector
from app.pricing.document import price
from app.pricing.rules import PriceRules, RuleSet
from app.store.repositories.price_rules import countries_of
from app.taxes.situation import TaxSituation
from tests.support.catalog import a_book, a_price, a_product, a_promotion, a_schedule, valid
from tests.support.customers import a_customer
from tests.support.pricing import RATES, a_line, a_request
from tests.support.stores import an_act, rolled_back

SKUS = ("A-1", "B-2", "C-3")
PLACES = st.sampled_from(["Bikes", "Bikes/Road", "Cars", ""])
MAYBE = st.frozensets
selectors = st.builds(
    Selector,
    MAYBE(st.sampled_from(SKUS), max_size=1),
    MAYBE(PLACES.filter(bool), max_size=1),
    MAYBE(st.sampled_from(["LIST", "USA"]), max_size=1),
    MAYBE(st.sampled_from(["C-001", "C-002"]), max_size=1),
)
days = st.sampled_from([valid(), valid("2027-01-01"), valid("", "2025-12-31")])


@pytest.fixture
def stocked(store):
    with store.writing(an_act()) as uow:
        uow.price_books.save(a_book())
        uow.customers.save(a_customer(id=UUID(int=101)))
        uow.tax_rates.write(RATES)
        for number, sku in enumerate(SKUS, start=1):
            category = "Bikes/Road" if number < 3 else "Cars"
            uow.products.save(a_product(sku, id=UUID(int=number), category=category))
            uow.price_books.write_entries([a_price("100", sku, id=UUID(int=number))])
    return store


def everything(uow) -> PriceRules:
    return PriceRules(
        RuleSet(
            products=tuple(uow.products.by_skus(SKUS).values()),
            books=uow.price_books.all(),
            entries=uow.price_books.entries(SKUS),
            contracted_prices=uow.contracted_prices.all(),
            schedules=uow.schedules.all(),
            promotions=uow.promotions.all(),
            tax_rates=uow.tax_rates.all(),
        )
    )


class TestOfDocument:
    @pytest.mark.every_engine
    @given(
        promotions=st.lists(st.tuples(selectors, days), max_size=4),
        schedules=st.lists(st.tuples(selectors, days), max_size=4),
        customer=st.sampled_from(["", "C-001"]),
    )
    @settings(
        max_examples=30,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_prices_as_the_whole_catalog_would(self, stocked, promotions, schedules, customer):
        request = a_request(a_line("3", "A-1"), a_line("12", "B-2"), customer=customer)

        def work(uow):
            for number, (selector, validity) in enumerate(promotions):
                offer = a_promotion(f"P{number}", str(number + 1), selector=selector, validity=validity)
                uow.promotions.save(replace(offer, id=UUID(int=200 + number)))
            for number, (selector, validity) in enumerate(schedules):
                ladder = a_schedule(
                    ("1", "2"), ("10", "7"), code=f"S{number}", selector=selector, validity=validity
                )
                uow.schedules.save(replace(ladder, id=UUID(int=300 + number)))
            assert price(request, uow.price_rules.of_document(request)) == price(request, everything(uow))

        rolled_back(stocked, work)

    def test_asks_eight_times_whatever_the_number_of_lines(self, stocked):
        for lines in ([a_line()], [a_line(sku=sku) for sku in SKUS]):
            asked = []
            with stocked.reading() as reading:
                raw = reading.records.transaction.raw
                raw.set_trace_callback(asked.append)
                reading.price_rules.of_document(a_request(*lines, customer="C-001"))
                raw.set_trace_callback(None)
            assert len([sql for sql in asked if sql.startswith("SELECT")]) <= 8

    def test_of_an_unknown_product_and_book_is_empty(self, stocked):
        with stocked.reading() as reading:
            found = reading.price_rules.rule_set(a_request(a_line(sku="X-9"), book="NONE"))
        assert (found.products, found.books, found.entries) == ((), (), ())

    def test_of_a_free_line_asks_for_no_product(self, stocked):
        with stocked.reading() as reading:
            assert reading.price_rules.rule_set(a_request(a_line(sku=""))).products == ()

    def test_says_since_when_it_stands(self, stocked):
        with stocked.writing(an_act()) as uow:
            before = uow.price_rules.version
            uow.promotions.save(replace(a_promotion(), id=UUID(int=9)))
            assert uow.price_rules.version == before + 1


class TestCountriesOf:
    def test_names_every_place_a_rate_may_come_from(self):
        sale = TaxSituation(
            "DE", "MC", ship_to_country="AT", registrations=frozenset({"US-CA", "PL"}), seller_region="BY"
        )
        assert countries_of(sale) == ("AT", "DE", "FR", "MC", "PL", "US")
