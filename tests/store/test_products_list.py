"""Lists of products: paged by key, with the price of a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from app.catalog.texts import Texts
from app.store.queries.paging import After, PageRequest
from app.store.queries.products import BIN, Shelf, price_history, products, products_named
from tests.support.catalog import a_book, a_price, a_product, valid
from tests.support.stores import an_act

DAY = date(2026, 7, 1)
SHELF = Shelf("LIST", DAY)
BY_NAME = PageRequest("name", descending=False)


@pytest.fixture
def stocked(store):
    named = {"B-2": "adapter", "A-1": "Bolt", "C-3": "Cable"}
    with store.writing(an_act()) as uow:
        uow.price_books.save(a_book())
        for number, (sku, name) in enumerate(named.items(), start=1):
            category = "Parts/Small" if number < 3 else "Partsville"
            uow.products.save(a_product(sku, id=UUID(int=number), names=Texts.only(name), category=category))
        uow.price_books.write_entries(
            [
                a_price("90", validity=valid("2025-01-01", "2025-12-31")),
                a_price("100", id=UUID(int=2), validity=valid("2026-01-01")),
                a_price("70", id=UUID(int=3), validity=valid("2026-06-01", "2026-07-31")),
            ]
        )
    return store


def listed(store, request=BY_NAME, **facts):
    with store.reading() as reading:
        return products(reading.records.transaction, request, SHELF, **facts)


class TestProducts:
    def test_are_sorted_whatever_their_capitals(self, stocked):
        assert [row.name for row in listed(stocked)] == ["adapter", "Bolt", "Cable"]

    def test_go_on_after_the_last_one_seen(self, stocked):
        first = listed(stocked, PageRequest("name", descending=False, limit=2))
        last = first[-1]
        with stocked.reading() as reading:
            seen = After(last.name, reading.records.transaction.key(last.id))
        rest = listed(stocked, PageRequest("name", descending=False, after=seen))
        assert [row.name for row in rest] == ["Cable"]

    @pytest.mark.every_engine
    def test_carry_the_price_that_began_last(self, stocked):
        prices = {row.sku: row.price for row in listed(stocked)}
        assert prices["A-1"] == (70_000_000, 1_000_000, 1, "")
        assert prices["C-3"] is None

    @pytest.mark.every_engine
    def test_of_a_category_hold_those_below_it_and_no_namesake(self, stocked):
        assert {row.sku for row in listed(stocked, category="Parts")} == {"B-2", "A-1"}
        assert listed(stocked, category="Parts/Small/Tiny") == []

    def test_say_when_they_are_sold(self, store):
        with store.writing(an_act()) as uow:
            uow.products.save(a_product(sellable=valid("2026-01-01", "2026-06-30")))
        [row] = listed(store)
        assert (row.sold_from, row.sold_until) == (date(2026, 1, 1), date(2026, 6, 30))
        assert row.is_sold_on(date(2026, 6, 30))
        assert not row.is_sold_on(DAY)

    @pytest.mark.every_engine
    def test_in_the_bin_have_their_own_list(self, stocked):
        with stocked.writing(an_act()) as uow:
            uow.products.put_in_bin(UUID(int=1))
        assert [row.sku for row in listed(stocked, listing=BIN)] == ["B-2"]
        assert "B-2" not in [row.sku for row in listed(stocked)]

    def test_cost_two_queries(self, stocked):
        asked = []
        with stocked.reading() as reading:
            reading.records.transaction.raw.set_trace_callback(asked.append)
            products(reading.records.transaction, BY_NAME, SHELF)
            reading.records.transaction.raw.set_trace_callback(None)
        assert len(asked) == 2

    @pytest.mark.parametrize("column", ["sku", "name", "category"])
    def test_sorted_by_a_column_read_its_index(self, stocked, column):
        from app.store.queries.paging import statement
        from app.store.queries.products import LISTING

        sql, parameters = statement(LISTING, PageRequest(column, after=After("B", "0")))
        with stocked.reading() as reading:
            plan = reading.records.transaction.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
        said = " ".join(str(row[-1]) for row in plan)
        assert "INDEX" in said
        assert "TEMP B-TREE" not in said


class TestProductsNamed:
    @pytest.mark.every_engine
    def test_come_in_the_order_asked(self, stocked):
        ids = [UUID(int=3), UUID(int=9), UUID(int=1)]
        with stocked.reading() as reading:
            found = products_named(reading.records.transaction, ids, SHELF)
            assert products_named(reading.records.transaction, [], SHELF) == []
        assert [row.sku for row in found] == ["C-3", "B-2"]


class TestPriceHistory:
    @pytest.mark.every_engine
    def test_lists_the_newest_first(self, stocked):
        with stocked.reading() as reading:
            rows = price_history(reading.records.transaction, "A-1")
        assert [(row.price, row.first, row.last) for row in rows] == [
            (70_000_000, date(2026, 6, 1), date(2026, 7, 31)),
            (100_000_000, date(2026, 1, 1), None),
            (90_000_000, date(2025, 1, 1), date(2025, 12, 31)),
        ]
        assert {(row.book, row.currency) for row in rows} == {("LIST", "EUR")}
