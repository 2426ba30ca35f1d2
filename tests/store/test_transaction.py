from uuid import UUID

import pytest

from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

_ADD = "INSERT INTO meta (name, value) VALUES (:name, :value)"


def named(store, name):
    with store.reading() as reading:
        return reading.records.transaction.rows("SELECT value FROM meta WHERE name = :name", {"name": name})


class TestTransaction:
    def test_plain_statements_take_parameters_by_name(self, store):
        with store.writing(an_act()) as uow:
            uow.records.transaction.rows(_ADD, {"name": "a", "value": "it's"})
        assert [tuple(row) for row in named(store, "a")] == [("it's",)]

    def test_many_rows_go_in_one_statement(self, store):
        with store.writing(an_act()) as uow:
            uow.records.transaction.many(_ADD, ({"name": f"n{n}", "value": "x"} for n in range(3)))
            uow.records.transaction.many(_ADD, [])
        assert named(store, "n2")

    def test_rows_given_by_place_fill_the_names_in_their_order(self, store):
        with store.writing(an_act()) as uow:
            uow.records.transaction.many_placed(
                "INSERT INTO meta (value, name) VALUES (:value, :name)",
                ((f"v{n}", f"n{n}") for n in range(3)),
            )
            uow.records.transaction.many_placed(_ADD, [])
        assert [tuple(row) for row in named(store, "n2")] == [("v2",)]

    def test_sqlalchemy_and_plain_statements_see_one_transaction(self, store):
        from app.store.tables.meta import meta

        with store.writing(an_act()) as uow:
            uow.records.connection.execute(meta.insert(), {"name": "a", "value": "b"})
            assert uow.records.transaction.rows("SELECT 1 FROM meta WHERE name = 'a'")
            assert not named(store, "a")  # and nobody else does
        assert named(store, "a")

    def test_an_id_is_what_the_column_holds(self, store):
        with store.writing(an_act()) as uow:
            key = uow.records.transaction.key(UUID(int=10))
        assert UUID(str(key)) == UUID(int=10)

    def test_a_reader_keeps_its_snapshot(self, store):
        count = "SELECT count(*) FROM meta"
        with store.reading() as reading:
            before = reading.records.transaction.rows(count)[0][0]
            with store.writing(an_act()) as uow:
                uow.records.transaction.rows(_ADD, {"name": "late", "value": "x"})
            assert reading.records.transaction.rows(count)[0][0] == before
