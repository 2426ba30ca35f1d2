"""Price books, schedules, promotions and contracted prices: in and out by their codes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from app.store.catalog_version import current_version
from app.store.faults import RecordChanged
from app.store.masters import CodeTaken
from app.store.repositories.coded import CodeNotFound
from app.store.repositories.contracted_prices import ContractedPrices
from app.store.repositories.price_books import PriceBooks
from app.store.repositories.promotions import Promotions
from app.store.repositories.schedules import Schedules
from tests.support.catalog import a_book, a_product, a_promotion
from tests.support.customers import a_customer
from tests.support.masters import books, contracted_prices, promotions, schedules
from tests.support.stores import an_act, rolled_back

pytestmark = pytest.mark.every_engine

drawn = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)


def comes_back(store, kind, value):
    def work(uow):
        repository = kind(uow.records)
        assert repository.save(value) == value
        assert repository.get(value.id) == repository.by_code(value.code) == value
        assert repository.find(value.code) == value
        assert repository.all() == (value,)

    rolled_back(store, work)


@pytest.fixture
def stocked(store):
    with store.writing(an_act()) as uow:
        uow.products.save(a_product())
        uow.customers.save(a_customer(id=UUID(int=101)))
    return store


class TestRoundTrip:
    @given(book=books)
    @drawn
    def test_of_price_books(self, store, book):
        comes_back(store, PriceBooks, book)

    @given(schedule=schedules())
    @drawn
    def test_of_schedules(self, store, schedule):
        comes_back(store, Schedules, schedule)

    @given(promotion=promotions())
    @drawn
    def test_of_promotions(self, store, promotion):
        comes_back(store, Promotions, promotion)

    @given(agreed=contracted_prices())
    @drawn
    def test_of_contracted_prices(self, stocked, agreed):
        comes_back(stocked, ContractedPrices, agreed)


class TestSave:
    def test_refuses_what_somebody_saved_in_the_meantime(self, store):
        with store.writing(an_act()) as uow:
            read = uow.promotions.save(a_promotion())
            uow.promotions.save(read)
        with store.writing(an_act()) as uow, pytest.raises(RecordChanged):
            uow.promotions.save(read)

    def test_refuses_a_code_that_is_taken(self, store):
        with store.writing(an_act()) as uow:
            uow.promotions.save(a_promotion())
            with pytest.raises(CodeTaken):
                uow.promotions.save(replace(a_promotion(), id=UUID(int=2)))

    def test_moves_the_version_of_the_catalog(self, store):
        with store.writing(an_act()) as uow:
            before = current_version(uow.records)
            uow.price_books.save(a_book())
            assert current_version(uow.records) == before + 1


class TestBin:
    def test_leaves_it_out_of_the_list_and_gives_it_back(self, store):
        with store.writing(an_act()) as uow:
            promotion = uow.promotions.save(a_promotion())
            uow.promotions.put_in_bin(promotion.id)
            assert uow.promotions.all() == ()
            uow.promotions.put_in_bin(promotion.id, binned=False)
            assert len(uow.promotions.all()) == 1

    def test_names_what_nobody_knows(self, store):
        with store.writing(an_act()) as uow:
            with pytest.raises(CodeNotFound):
                uow.promotions.put_in_bin(UUID(int=9))
            with pytest.raises(CodeNotFound) as refusal:
                uow.promotions.by_code("SUMMER")
        assert refusal.value.params == {"kind": "promotion", "code": "SUMMER"}
