"""Products in, the same products out; an import writes what is new or differs and nothing else."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.texts import Texts
from app.store.faults import RecordChanged
from app.store.masters import CodeTaken
from app.store.repositories.products import ProductNotFound, UnknownSku
from app.store.search_index import Scope
from tests.support.catalog import a_product
from tests.support.masters import products
from tests.support.stores import an_act, rolled_back

many = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)


def saved(store, *given_products):
    with store.writing(an_act()) as uow:
        return [uow.products.save(product) for product in given_products]


def found(store, text):
    with store.reading() as reading:
        return [hit.label for hit in reading.search.find(text, (Scope.PRODUCT,)).hits]


class TestSave:
    @pytest.mark.every_engine
    @given(product=products)
    @many
    def test_gives_back_what_was_saved(self, store, product):
        def work(uow):
            assert uow.products.save(product) == product
            assert uow.products.get(product.id) == product
            assert uow.products.by_sku(product.sku) == product

        rolled_back(store, work)

    @pytest.mark.every_engine
    def test_starts_at_version_one_and_counts_up(self, store):
        [first] = saved(store, a_product())
        [second] = saved(store, first)
        assert (first.version, second.version) == (1, 2)

    @pytest.mark.every_engine
    def test_refuses_what_somebody_saved_in_the_meantime(self, store):
        [read] = saved(store, a_product())
        saved(store, read)
        with pytest.raises(RecordChanged):
            saved(store, read)

    @pytest.mark.every_engine
    def test_refuses_a_sku_that_another_product_has(self, store):
        saved(store, a_product())
        with pytest.raises(CodeTaken):
            saved(store, a_product(id=UUID(int=2)))

    def test_touches_the_product(self, store):
        with store.writing(an_act()) as uow:
            uow.products.save(a_product())
            assert uow.changes.touches("product")

    def test_makes_it_findable_by_its_names(self, store):
        saved(store, a_product(names=Texts.of({"en": "Bolt", "de": "Schraube"}), category="Hardware"))
        assert found(store, "schra") == found(store, "hard bolt") == ["A-1"]


class TestFind:
    def test_names_the_sku_nobody_knows(self, store):
        with store.reading() as reading, pytest.raises(UnknownSku) as refusal:
            reading.products.by_sku("X-9")
        assert refusal.value.params == {"sku": "X-9"}

    def test_names_the_id_nobody_knows(self, store):
        with store.reading() as reading, pytest.raises(ProductNotFound):
            reading.products.get(UUID(int=9))

    @pytest.mark.every_engine
    def test_gives_the_known_ones_of_many_skus(self, store):
        saved(store, a_product(), a_product("B-2", id=UUID(int=2)))
        with store.reading() as reading:
            assert set(reading.products.by_skus(["A-1", "B-2", "C-3"])) == {"A-1", "B-2"}
            assert reading.products.by_skus([]) == {}

    @pytest.mark.every_engine
    def test_lists_the_categories(self, store):
        saved(store, a_product(category="B/c"), a_product("B-2", id=UUID(int=2), category="A"))
        saved(store, a_product("C-3", id=UUID(int=3)))
        with store.reading() as reading:
            assert reading.products.categories() == ("A", "B/c")


class TestBin:
    def test_hides_a_product_and_gives_it_back(self, store):
        [product] = saved(store, a_product(names=Texts.only("Bolt")))
        with store.writing(an_act()) as uow:
            uow.products.put_in_bin(product.id)
        assert found(store, "bolt") == []

        with store.writing(an_act()) as uow:
            assert uow.products.is_binned(product.id)
            uow.products.put_in_bin(product.id, binned=False)
        assert found(store, "bolt") == ["A-1"]

    @pytest.mark.every_engine
    def test_a_binned_product_is_changed_for_who_had_it_open(self, store):
        [product] = saved(store, a_product())
        with store.writing(an_act()) as uow:
            uow.products.put_in_bin(product.id)
        with pytest.raises(RecordChanged):
            saved(store, product)

    def test_names_the_id_nobody_knows(self, store):
        with store.writing(an_act()) as uow, pytest.raises(ProductNotFound):
            uow.products.put_in_bin(UUID(int=9))


class TestUpsert:
    @pytest.mark.every_engine
    @given(drawn=st.lists(products, max_size=6, unique_by=(lambda one: one.sku, lambda one: one.id)))
    @settings(
        max_examples=25,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_a_second_import_of_the_same_changes_nothing(self, store, drawn):
        def work(uow):
            assert uow.products.upsert(drawn) == (len(drawn), 0, 0)
            before = uow.products.by_skus([product.sku for product in drawn])
            assert uow.products.upsert(drawn) == (0, 0, len(drawn))
            assert uow.products.by_skus([product.sku for product in drawn]) == before

        rolled_back(store, work)

    @pytest.mark.every_engine
    def test_counts_new_changed_and_same(self, store):
        first = [a_product(), a_product("B-2", id=UUID(int=2))]
        second = [first[0], replace(first[1], category="Bikes"), a_product("C-3", id=UUID(int=3))]
        with store.writing(an_act()) as uow:
            assert uow.products.upsert(first) == (2, 0, 0)
            assert uow.products.upsert(second) == (1, 1, 1)

    @pytest.mark.every_engine
    def test_keeps_the_id_of_a_known_sku_and_counts_its_version_up(self, store):
        [known] = saved(store, a_product())
        with store.writing(an_act()) as uow:
            uow.products.upsert([replace(known, id=UUID(int=99), category="Bikes")])
            assert uow.products.by_sku("A-1") == replace(known, category="Bikes", version=2)

    @pytest.mark.every_engine
    def test_takes_a_product_out_of_the_bin(self, store):
        [known] = saved(store, a_product())
        with store.writing(an_act()) as uow:
            uow.products.put_in_bin(known.id)
            assert uow.products.upsert([known]) == (0, 1, 0)
            assert not uow.products.is_binned(known.id)

    def test_makes_all_findable_by_their_new_names(self, store):
        saved(store, a_product(names=Texts.only("Bolt")))
        with store.writing(an_act()) as uow:
            uow.products.upsert([a_product(names=Texts.only("Screw"))])
        assert found(store, "screw") == ["A-1"]
        assert found(store, "bolt") == []
