"""kill -9 at any moment of a write: what was acknowledged is there, nothing twice, every chain whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from app.kernel.changes import Ref
from app.store.backup import backups, make_backup
from app.store.checks import every_check
from app.store.location import backup_folder
from app.store.sqlite_file import SqliteFile
from app.store.store import Store
from app.store.verify import verify
from tests.support.events import an_event
from tests.support.findables import a_findable
from tests.support.killing import killed_while_writing
from tests.support.notes import Note, notes_in, saved
from tests.support.stores import MOMENT, TODAY, a_store, an_act

LOOPS = 60
LINES = 20


@pytest.fixture
def file(tmp_path) -> Path:
    with a_store(tmp_path) as store:
        notes_in(store)
        return Path(store.name)


def opened(file: Path) -> Store:
    return Store(SqliteFile(file), Random(9).getrandbits)


def issue(store: Store, number: int) -> None:
    """All that one command may write: a document with lines, its number, journal, search and key."""
    with store.writing(an_act(key=f"key-{number}")) as uow:
        taken = uow.numbers.take("note", TODAY)
        one = Note(UUID(int=number + 1), tuple(range(LINES)), "issued", f"N-{taken:05}")
        saved(uow.records, one)
        uow.journal.append(an_event(number=one.number))
        uow.idempotency.keep("notes.issue", uow.act.key, Ref("note", one.id))
        uow.search_index.put("product", a_findable(number + 1, one.number, "a note"))


def counts(file: Path) -> dict[str, int]:
    with opened(file) as store, store.reading() as reading:
        rows = reading.records.transaction.rows
        assert all(count == LINES for (count,) in rows("SELECT count(*) FROM note_line GROUP BY document_id"))
        bad = [verdict.check for verdict in verify(reading, every_check()) if not verdict.ok]
        assert bad == ["schema.triggers"]  # those of the notes, which no real file has
        return {
            "notes": rows("SELECT count(*) FROM note")[0][0],
            "lines": rows("SELECT count(*) FROM note_line")[0][0] // LINES,
            "numbers": len({number for (number,) in rows("SELECT number FROM note")}),
            "last": rows("SELECT coalesce(max(last), 0) FROM counter")[0][0],
            "journal": rows("SELECT count(*) FROM journal")[0][0],
            "keys": rows("SELECT count(*) FROM command")[0][0],
            "findable": rows("SELECT count(*) FROM search_entry")[0][0],
        }


def test_loses_and_doubles_nothing(file):
    acknowledged = 0
    for loop in range(LOOPS):
        written = killed_while_writing(file, issue, first=acknowledged, seed=loop)
        acknowledged += written
        found = counts(file)
        assert len(set(found.values())) == 1, found
        # A write may be durable although the kill came before its acknowledgement: one at most per kill.
        assert acknowledged <= found["notes"] <= acknowledged + 1
        acknowledged = found["notes"]
    assert acknowledged > LOOPS


def test_a_backup_being_made_is_whole_or_not_there(file):
    for loop in range(20):
        with opened(file) as store:
            issue(store, loop)
        killed_while_writing(file, _back_up, first=loop * 1000, seed=loop)
        for backup in backups(backup_folder(file), file.stem):
            assert counts(backup)["notes"] >= 1
            backup.unlink()


def _back_up(store: Store, number: int) -> None:
    make_backup(Path(store.name), MOMENT)


def test_the_death_of_one_writer_harms_no_other(file):
    acknowledged = 0
    with ThreadPoolExecutor(2) as pool:
        for loop in range(10):
            both = [
                pool.submit(killed_while_writing, file, issue, first=start + loop * 10_000, seed=loop + start)
                for start in (0, 1_000_000)
            ]
            acknowledged += sum(one.result() for one in both)
    found = counts(file)
    assert len(set(found.values())) == 1, found
    assert acknowledged <= found["notes"] <= acknowledged + 20
