"""Values as each driver takes and gives them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.store.native import among, day_of, id_of, id_to_native, listed, to_native
from tests.support.stores import an_act

ONE = UUID(int=1)
VALUES = {
    "id": ONE,
    "day": date(2026, 3, 2),
    "at": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "flag": True,
    "text": "Bolt",
    "number": 7,
    "nothing": None,
}


class TestToNative:
    def test_writes_ids_as_digits_days_as_text_and_flags_as_numbers_on_sqlite(self):
        assert to_native("sqlite", VALUES) == {
            "id": "0" * 31 + "1",
            "day": "2026-03-02",
            "at": 1_000_000,
            "flag": 1,
            "text": "Bolt",
            "number": 7,
            "nothing": None,
        }

    def test_leaves_all_but_instants_to_postgres(self):
        assert to_native("postgresql", VALUES) == {**VALUES, "at": 1_000_000}

    @pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
    def test_ids_and_days_come_back(self, dialect):
        assert id_of(id_to_native(dialect, ONE)) == ONE
        assert day_of(to_native(dialect, VALUES)["day"]) == VALUES["day"]


class TestAmong:
    def test_takes_a_list_of_any_length_as_one_parameter(self, store):
        with store.writing(an_act()) as uow:
            transaction = uow.records.transaction
            rows = [(f"name {n}", str(n)) for n in range(50_000)]
            insert = "INSERT INTO meta (name, value) VALUES (:name, :value)"
            transaction.many_placed(insert, rows)
            wanted = {"names": listed(transaction, [name for name, _ in rows])}
            sql = f"SELECT count(*) FROM meta WHERE {among(transaction, 'name', 'names')}"
            assert transaction.rows(sql, wanted)[0][0] == 50_000
