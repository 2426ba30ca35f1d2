from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from app.store.sqlite_file import SqliteFile
from tests.support.events import QUOTE, an_event
from tests.support.stores import an_act

WANTED = {
    "foreign_keys": 1,
    "synchronous": 2,
    "journal_mode": "wal",
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
    "busy_timeout": 5_000,
    "mmap_size": 0,
}


class TestSettings:
    @pytest.mark.parametrize(("name", "value"), WANTED.items())
    def test_of_every_connection_keep_acknowledged_data(self, store, name, value):
        with store.place.write() as writing:
            assert writing.rows(f"PRAGMA {name}")[0][0] == value
        with store.reading() as reading:
            assert reading.records.transaction.rows(f"PRAGMA {name}")[0][0] == value

    def test_a_reader_cannot_write(self, store):
        with store.reading() as reading:
            assert reading.records.transaction.rows("PRAGMA query_only") == [(1,)]


class TestThreads:
    def test_many_write_and_read_at_once_and_nothing_is_lost(self, store):
        together = Barrier(8)

        def work(_number: int) -> int:
            together.wait()
            for _ in range(10):
                with store.writing(an_act()) as uow:
                    uow.journal.append(an_event())
                with store.reading() as reading:
                    seen = len(reading.journal.of(QUOTE))
            return seen

        with ThreadPoolExecutor(8) as pool:
            assert max(pool.map(work, range(8))) == 80

    def test_a_reader_at_work_outlives_the_closing(self, store):
        with store.reading() as reading:
            store.close()
            assert reading.journal.of(QUOTE) == ()


class TestClose:
    def test_leaves_one_file(self, store):
        with store.writing(an_act()) as uow:
            uow.journal.append(an_event())
        store.close()
        folder = Path(store.name).parent
        assert [path.name for path in folder.iterdir()] == ["office.db"]

    def test_a_closed_file_opens_again(self, store):
        store.close()
        SqliteFile(Path(store.name)).close()
