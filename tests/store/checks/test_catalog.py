"""Rules are filed under what they name, and what is sold can be found."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.catalog.selector import Selector
from app.store.checks.catalog import CHECKS
from app.store.verify import verify
from tests.support.catalog import a_product, a_promotion, a_schedule
from tests.support.customers import a_customer
from tests.support.stores import an_act

SELECTOR = Selector.of(skus=["A-1"], categories=["Bikes"], customers=["C-001"])


@pytest.fixture
def stocked(store):
    with store.writing(an_act()) as uow:
        uow.products.save(a_product())
        uow.customers.save(a_customer(id=UUID(int=101)))
        uow.promotions.save(replace(a_promotion(), id=UUID(int=2)))
        schedule = a_schedule(("1", "5"), selector=SELECTOR)
        uow.schedules.save(replace(schedule, id=UUID(int=3)))
    return store


def bad(store):
    with store.reading() as reading:
        verdicts = verify(reading, CHECKS)
    return [(verdict.bad.code, verdict.bad.where) for verdict in verdicts if verdict.bad]


def spoiled(store, sql):
    with store.writing(an_act()) as uow:
        uow.records.transaction.rows(sql)
    return bad(store)


class TestCatalog:
    def test_a_sound_catalog_passes(self, stocked):
        assert bad(stocked) == []

    @pytest.mark.parametrize(
        ("sql", "rule"),
        [
            ("DELETE FROM rule_target WHERE dimension = 'customer'", "VOLUME"),
            ("UPDATE rule_target SET value = 'B-2' WHERE dimension = 'sku'", "VOLUME"),
            ("UPDATE promotion SET every_product = 0", "SPRING"),
            ("UPDATE discount_schedule SET every_customer = 1", "VOLUME"),
        ],
    )
    def test_a_rule_filed_under_something_else_is_named(self, stocked, sql, rule):
        assert spoiled(stocked, sql) == [("verify.rule_strays", rule)]

    @pytest.mark.parametrize(
        ("sql", "label"),
        [
            ("DELETE FROM search_entry WHERE scope = 'product'", "A-1"),
            ("UPDATE search_entry SET title = 'x' WHERE scope = 'customer'", "C-001"),
        ],
    )
    def test_what_search_does_not_know_is_named(self, stocked, sql, label):
        assert spoiled(stocked, sql) == [("verify.not_findable", label)]

    def test_what_lies_in_the_bin_need_not_be_found(self, stocked):
        with stocked.writing(an_act()) as uow:
            uow.products.put_in_bin(UUID(int=1))
        assert bad(stocked) == []
