"""Lists of customers, and the facts on a customer's page."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from app.kernel.address import Address
from app.store.queries.customers import (
    BIN,
    CurrencyTurnover,
    customers,
    customers_named,
    facts,
    has_documents,
)
from app.store.queries.paging import PageRequest
from app.store.schema import tables
from app.store.tables.base import Flag, Instant, Small, Whole
from tests.support.customers import a_customer
from tests.support.stores import TODAY, an_act, rolled_back

CUSTOMER = UUID(int=1)

BY_CITY = PageRequest("city", descending=False)


@pytest.fixture
def stocked(store):
    with store.writing(an_act()) as uow:
        for number, city in enumerate(("bonn", "Aachen", "Chemnitz"), start=1):
            uow.customers.save(a_customer(number, billing=Address(city=city, country="DE")))
    return store


def listed(store, request=BY_CITY, **facts):
    with store.reading() as reading:
        return customers(reading.records.transaction, request, **facts)


class TestCustomers:
    def test_are_sorted_by_a_column(self, stocked):
        assert [row.city for row in listed(stocked)] == ["Aachen", "bonn", "Chemnitz"]

    def test_are_filtered_by_words_and_columns(self, stocked):
        assert [row.reference for row in listed(stocked, PageRequest("name", words="aach"))] == ["C-002"]
        assert listed(stocked, PageRequest("name", filters={"country": "FR"})) == []

    @pytest.mark.every_engine
    def test_in_the_bin_have_their_own_list(self, stocked):
        with stocked.writing(an_act()) as uow:
            uow.customers.put_in_bin(UUID(int=1))
        assert [row.reference for row in listed(stocked, listing=BIN)] == ["C-001"]
        assert len(listed(stocked)) == 2

    def test_named_come_in_the_order_asked(self, stocked):
        with stocked.reading() as reading:
            transaction = reading.records.transaction
            found = customers_named(transaction, [UUID(int=3), UUID(int=9), UUID(int=1)])
            assert customers_named(transaction, []) == []
        assert [row.reference for row in found] == ["C-003", "C-001"]


class TestFacts:
    @pytest.mark.every_engine
    def test_of_a_new_customer_are_empty(self, stocked):
        with stocked.reading() as reading:
            found = facts(reading.records.transaction, UUID(int=1), TODAY)
            assert not has_documents(reading.records.transaction, UUID(int=1))
        assert not found.has_documents
        assert (found.first, found.last, found.turnover) == (None, None, ())

    def test_count_documents_and_what_is_owed(self, stocked):
        def work(uow):
            _insert(uow, "quote", 1, dated="2026-01-05", term_months=1, revision=1)
            _insert(uow, "quote", 2, dated="2026-02-05", term_months=1, revision=2)
            owed = {"kind": "invoice", "corrects": None, "total": 119, "net": 100, "tax": 19}
            _insert(uow, "invoice", 3, **owed, paid=19, due_on="2026-03-01")
            _insert(uow, "invoice", 4, **owed, due_on="2026-03-02")
            _insert(uow, "invoice", 5, **{**owed, "kind": "credit_note"}, due_on="2026-03-02")
            _insert(uow, "payment", 6, status="booked", amount=50, allocated=19, method="card")
            transaction = uow.records.transaction
            assert has_documents(transaction, CUSTOMER)
            assert not has_documents(transaction, UUID(int=2))
            found = facts(transaction, CUSTOMER, TODAY)
            assert dict(found.documents) == {"quote": 2, "contract": 0, "invoice": 3, "payment": 1}
            assert (found.first, found.last) == (date(2026, 1, 5), date(2026, 2, 5))
            assert found.turnover == (CurrencyTurnover("EUR", 100, 219, 100, 31),)

        rolled_back(stocked, work)


def _insert(uow, name, number, **values):
    """Write a row whose other columns hold anything that fits; the unit is rolled back before keys count."""
    transaction = uow.records.transaction
    transaction.rows("PRAGMA defer_foreign_keys=ON")
    transaction.rows("PRAGMA ignore_check_constraints=ON")
    row = {"customer_id": CUSTOMER.hex, "currency": "EUR"}
    for column in tables().tables[name].columns:
        is_whole = isinstance(column.type, Whole.__class__ | Small.__class__ | Instant | Flag)
        if not column.nullable and not column.server_default:
            row.setdefault(column.name, number if is_whole else f"{number}")
    row |= values
    names = ", ".join(f'"{column}"' for column in row)
    transaction.rows(
        f"INSERT INTO {name} ({names}) VALUES ({', '.join(f':{column}' for column in row)})", row
    )
