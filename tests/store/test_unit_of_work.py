import subprocess
import sys
from datetime import timedelta

import pytest

from app.kernel.changes import Ref
from app.store.records import NotWriting
from tests.architecture.house import ROOT
from tests.support.stores import an_act

LOADED = """
import sys
from datetime import UTC, datetime
from app.store.opening import open_store
with open_store(sys.argv[1], at=datetime.now(UTC), random_bits=lambda bits: 1) as store:
    with store.reading() as reading:
        reading.records.transaction.rows("SELECT * FROM journal")
        reading.search.find("steel bolt")
print(*{"sqlalchemy", "alembic", "psycopg", "asyncio"} & set(sys.modules))
"""


class TestUnitOfWork:
    def test_makes_ids_in_the_order_they_are_asked_for(self, store):
        made = []
        for minutes in (0, 5, 3):  # a clock set back makes no id that sorts before the last
            with store.writing(an_act(after=timedelta(minutes=minutes))) as uow:
                made += [uow.new_id(), uow.new_id()]
        assert made == sorted(made)
        assert {one.version for one in made} == {7}

    def test_tells_what_was_touched(self, store):
        with store.writing(an_act()) as uow:
            one = uow.new_id()
            uow.records.touch("quote", one)
            assert uow.changes.refs == {Ref("quote", one)}

    def test_knows_the_act(self, store):
        with store.writing(an_act(key="k", device="B")) as uow:
            assert (uow.act.key, uow.records.stamp.device) == ("k", "B")


class TestReading:
    def test_has_nobody_to_write_for(self, store):
        with store.reading() as reading, pytest.raises(NotWriting):
            _ = reading.records.stamp

    def test_opening_listing_and_searching_load_no_sqlalchemy(self, store):
        done = subprocess.run(
            [sys.executable, "-c", LOADED, store.name], capture_output=True, text=True, cwd=ROOT, check=True
        )
        assert done.stdout.strip() == ""
