"""Prices in their books, each with its days."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from app.store.catalog_version import current_version
from app.store.faults import RecordGone
from app.store.store import Store
from tests.support.catalog import a_book, a_price, a_product, valid
from tests.support.masters import entries
from tests.support.stores import an_act, rolled_back

pytestmark = pytest.mark.every_engine


@pytest.fixture
def stocked(store) -> Store:
    with store.writing(an_act()) as uow:
        uow.price_books.save(a_book())
        uow.products.save(a_product())
    return store


def priced(store: Store, *given_entries):
    with store.writing(an_act()) as uow:
        uow.price_books.write_entries(given_entries)


class TestEntries:
    @given(entry=entries)
    @settings(
        max_examples=40,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_come_back_as_they_were_written(self, stocked, entry):
        def work(uow):
            uow.price_books.write_entries([entry])
            assert uow.price_books.entries(["A-1"]) == (entry,)
            uow.price_books.remove_entry(entry)
            assert uow.price_books.entries(["A-1"]) == ()

        rolled_back(stocked, work)

    def test_are_listed_of_all_days_by_their_first(self, stocked):
        old = a_price("90", id=UUID(int=2), validity=valid("2024-01-01", "2024-12-31"))
        new = a_price("95", id=UUID(int=3), validity=valid("2025-01-01"))
        priced(stocked, new, old)
        with stocked.reading() as reading:
            assert reading.price_books.entries(["A-1"]) == (old, new)

    def test_are_found_in_one_book_or_in_all(self, stocked):
        with stocked.writing(an_act()) as uow:
            uow.price_books.save(replace(a_book("USA", "USD"), id=UUID(int=2)))
        in_dollars = a_price("120", id=UUID(int=2), book="USA")
        priced(stocked, a_price(), in_dollars)
        with stocked.reading() as reading:
            assert reading.price_books.entries(["A-1"], book="USA") == (in_dollars,)
            assert len(reading.price_books.entries(["A-1"])) == 2

    def test_one_that_starts_the_same_day_replaces_the_one_before(self, stocked):
        priced(stocked, a_price("100"))
        priced(stocked, a_price("110", id=UUID(int=2)))
        with stocked.reading() as reading:
            [entry] = reading.price_books.entries(["A-1"])
        assert (entry.price, entry.version, entry.id) == (Decimal(110), 2, UUID(int=1))

    def test_move_the_version_of_the_catalog_once_per_writing(self, stocked):
        with stocked.writing(an_act()) as uow:
            before = current_version(uow.records)
            uow.price_books.write_entries([a_price()])
            uow.price_books.write_entries([])
            assert uow.changes.touches("price_book")
            assert current_version(uow.records) == before + 1

    def test_of_a_product_nobody_knows_are_refused(self, stocked):
        with pytest.raises(RecordGone):
            priced(stocked, a_price(sku="X-9"))
