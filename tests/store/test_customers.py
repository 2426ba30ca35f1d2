"""Customers in, the same customers out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from app.kernel.address import Address
from app.store.faults import RecordChanged
from app.store.masters import CodeTaken
from app.store.repositories.customers import CustomerNotFound, UnknownCustomer
from app.store.search_index import Scope
from tests.support.customers import a_customer
from tests.support.masters import customers
from tests.support.stores import an_act, rolled_back


def saved(store, customer):
    with store.writing(an_act()) as uow:
        return uow.customers.save(customer)


def found(store, text):
    with store.reading() as reading:
        return [hit.label for hit in reading.search.find(text, (Scope.CUSTOMER,)).hits]


class TestSave:
    @pytest.mark.every_engine
    @given(customer=customers)
    @settings(
        max_examples=40,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_gives_back_who_was_saved(self, store, customer):
        def work(uow):
            after = uow.customers.save(customer)
            assert after == replace(customer, rev=after.rev, version=1)
            assert uow.customers.get(customer.id) == after
            assert uow.customers.by_reference(customer.reference) == after

        rolled_back(store, work)

    @pytest.mark.every_engine
    def test_gives_a_new_token_each_time(self, store):
        first = saved(store, a_customer())
        second = saved(store, first)
        assert None not in (first.rev, second.rev)
        assert first.rev != second.rev

    @pytest.mark.every_engine
    def test_refuses_who_was_saved_by_somebody_in_the_meantime(self, store):
        read = saved(store, a_customer())
        saved(store, read)
        with pytest.raises(RecordChanged):
            saved(store, read)

    @pytest.mark.every_engine
    def test_refuses_a_reference_that_somebody_else_has(self, store):
        saved(store, a_customer())
        with pytest.raises(CodeTaken):
            saved(store, a_customer(2, reference="C-001"))

    def test_makes_them_findable_by_reference_name_town_and_person(self, store):
        saved(store, a_customer(billing=Address(city="Köln", country="DE")))
        for typed in ("c-001", "bike", "koln", "world bob", "bob@bikes"):
            assert found(store, typed) == ["C-001"]


class TestFind:
    @pytest.mark.every_engine
    def test_names_the_reference_nobody_has(self, store):
        with store.reading() as reading, pytest.raises(UnknownCustomer) as refusal:
            reading.customers.by_reference("K-9")
        assert refusal.value.params == {"reference": "K-9"}

    def test_names_the_id_nobody_has(self, store):
        with store.reading() as reading, pytest.raises(CustomerNotFound):
            reading.customers.get(UUID(int=9))


class TestBin:
    def test_hides_a_customer_and_gives_them_back(self, store):
        customer = saved(store, a_customer())
        with store.writing(an_act()) as uow:
            uow.customers.put_in_bin(customer.id)
        assert found(store, "bike") == []

        with store.writing(an_act()) as uow:
            assert uow.customers.is_binned(customer.id)
            uow.customers.put_in_bin(customer.id, binned=False)
        assert found(store, "bike") == ["C-001"]

    def test_names_the_id_nobody_has(self, store):
        with store.writing(an_act()) as uow, pytest.raises(CustomerNotFound):
            uow.customers.put_in_bin(UUID(int=9))
