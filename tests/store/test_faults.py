"""What the world does to the file comes up by its name, with the file, and loses nothing."""

import errno
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from uuid import UUID

import pytest

from app.store.connection import connect
from app.store.faults import (
    DiskFault,
    DiskFull,
    FileDamaged,
    FileExists,
    FileLocked,
    FileMissing,
    FileNotAllowed,
    FileReadOnly,
    FileReplaced,
    NotADatabase,
    NotOurDatabase,
    RecordGone,
    RecordInUse,
    faults_named,
)
from app.store.sqlite_file import NestedWriting, SqliteFile
from tests.support.events import QUOTE, an_event
from tests.support.findables import a_findable
from tests.support.notes import Note, note_line, notes_in, saved
from tests.support.stores import a_store, an_act


def entries(store):
    with store.reading() as reading:
        return len(reading.journal.of(QUOTE))


def write(store, rows=1):
    with store.writing(an_act()) as uow:
        for _ in range(rows):
            uow.journal.append(an_event(text="x" * 500))


class TestDiskFull:
    def test_is_named_and_the_file_is_as_before(self, store):
        write(store)
        store.place._writer.execute("PRAGMA max_page_count=1")  # no page may be added to what there is
        with pytest.raises(DiskFull) as refused:
            write(store, rows=5_000)
        assert refused.value.params["file"] == store.name

        store.place._writer.execute("PRAGMA max_page_count=1073741823")
        write(store)
        assert entries(store) == 2

    def test_a_real_disk_that_is_full(self, small_disk):
        with a_store(small_disk) as store:
            write(store)
            filler = small_disk / "filler"
            fill(filler)
            with pytest.raises(DiskFull) as refused:
                write(store, rows=2_000)
            assert refused.value.params["file"] == str(small_disk / "office.db")
            filler.unlink()
            write(store)
            assert entries(store) == 2

    def test_a_new_file_on_a_full_disk_leaves_nothing(self, small_disk):
        fill(small_disk / "filler")
        with pytest.raises(DiskFull):
            a_store(small_disk)
        assert not (small_disk / "office.db").exists()


class TestLocked:
    def test_a_second_writer_waits_and_then_says_so(self, store):
        store.place._writer.execute("PRAGMA busy_timeout=20")
        other = connect(Path(store.name))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileLocked) as refused:
            write(store)
        assert refused.value.params["file"] == store.name
        other.execute("ROLLBACK")
        other.shut()
        write(store)

    def test_readers_wait_for_nobody(self, store):
        write(store)
        with store.writing(an_act()) as uow:
            uow.journal.append(an_event())
            assert entries(store) == 1

    def test_a_writer_inside_a_writer_is_a_bug_and_says_so(self, store):
        with store.writing(an_act()), pytest.raises(NestedWriting), store.writing(an_act()):
            pass


class TestDamaged:
    def test_a_page_of_nonsense_is_named(self, tmp_path):
        with a_store(tmp_path) as store:
            with store.writing(an_act()) as uow:
                uow.search_index.put_all("product", (a_findable(n) for n in range(2_000)))
            file = Path(store.name)
        content = bytearray(file.read_bytes())
        content[8 * 4096 :] = b"\x07" * (len(content) - 8 * 4096)
        file.write_bytes(content)
        with pytest.raises(FileDamaged) as refused:
            read_all(file)
        assert refused.value.params["file"] == str(file)

    def test_a_cut_file_is_named(self, tmp_path):
        with a_store(tmp_path) as store:
            file = Path(store.name)
        os.truncate(file, 3 * 4096 + 100)
        with pytest.raises(FileDamaged):
            read_all(file)

    @pytest.mark.parametrize("content", [b"Dear customer, " * 400, b"PK\x03\x04" + b"\0" * 5_000])
    def test_what_is_no_database_is_named(self, tmp_path, content):
        (tmp_path / "x.db").write_bytes(content)
        with pytest.raises(NotADatabase):
            SqliteFile(tmp_path / "x.db")

    def test_a_database_of_another_program_is_left_alone(self, tmp_path):
        file = tmp_path / "other.db"
        with sqlite3.connect(file) as raw:
            raw.execute("CREATE TABLE t (a)")
        raw.close()
        with pytest.raises(NotOurDatabase):
            SqliteFile(file)


def read_all(file: Path) -> None:
    place = SqliteFile(file)
    try:
        with faults_named(str(file)), place.read() as transaction:
            for (table,) in transaction.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
                transaction.rows(f'SELECT * FROM "{table}"')
    finally:
        place.close()


class TestNotAllowed:
    def test_a_medium_that_cannot_be_written_opens_to_read(self, tmp_path):
        with a_store(tmp_path) as store:
            write(store)
            file = Path(store.name)
        with read_only_disk(file) as copy:
            place = SqliteFile(copy)
            assert isinstance(place.refusal, FileReadOnly)
            with place.read() as transaction:
                assert transaction.rows("SELECT count(*) FROM journal") == [(1,)]
            place.close()

    def test_a_missing_file_is_named(self, tmp_path):
        with pytest.raises(FileMissing):
            SqliteFile(tmp_path / "none.db")

    def test_a_folder_is_no_database(self, tmp_path):
        with pytest.raises(NotADatabase):
            SqliteFile(tmp_path)


class TestReplaced:
    def test_nothing_is_written_into_a_file_that_lost_its_name(self, store, tmp_path):
        write(store)
        shutil.copy(store.name, tmp_path / "restored.db")
        (tmp_path / "restored.db").replace(store.name)
        with pytest.raises(FileReplaced):
            write(store)
        Path(store.name).unlink()
        with pytest.raises(FileReplaced):
            write(store)


class TestReferences:
    @pytest.mark.every_engine
    def test_pointing_at_a_record_that_was_deleted(self, store):
        notes_in(store)
        with store.writing(an_act()) as uow:
            saved(uow.records, Note(UUID(int=1), (1,)))
        with pytest.raises(RecordGone), store.writing(an_act()) as uow:
            uow.records.connection.execute(
                note_line.insert(),
                {"document_id": UUID(int=9), "position": 0, "id": UUID(int=8), "amount": 1},
            )

    def test_a_plain_delete_of_what_others_need(self, store):
        with store.place.write() as transaction:
            transaction.rows("CREATE TABLE p (id INTEGER PRIMARY KEY)")
            transaction.rows("CREATE TABLE c (p INTEGER REFERENCES p(id) ON DELETE RESTRICT)")
            transaction.rows("INSERT INTO p VALUES (1)")
            transaction.rows("INSERT INTO c VALUES (1)")
        with pytest.raises(RecordInUse), store.writing(an_act()) as uow:
            uow.records.transaction.rows("DELETE FROM p")


class TestFaultsNamed:
    @pytest.mark.parametrize(
        ("number", "kind"),
        [
            (errno.ENOSPC, DiskFull),
            (errno.EACCES, FileNotAllowed),
            (errno.EROFS, FileReadOnly),
            (errno.ENOENT, FileMissing),
            (errno.EEXIST, FileExists),
            (errno.EIO, DiskFault),
        ],
    )
    def test_what_the_system_says(self, number, kind):
        with pytest.raises(kind) as refused, faults_named("a.db"):
            raise OSError(number, "said")
        assert refused.value.params == {"file": "a.db"}

    def test_a_bug_stays_a_bug(self, store):
        with pytest.raises(sqlite3.OperationalError), store.reading() as reading:
            reading.records.transaction.rows("SELECT nothing FROM nowhere")
        with pytest.raises(KeyError), faults_named("a.db"):
            raise KeyError
        with pytest.raises(OSError, match="said"), faults_named("a.db"):
            raise OSError(errno.ECONNRESET, "said")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 6 MB of its own."""
    with mounted(tmp_path / "disk", "size=6m") as place:
        yield place


class mounted:  # noqa: N801 - reads as what it is: with mounted(...)
    def __init__(self, place: Path, options: str) -> None:
        self.place, self.options = place, options

    def __enter__(self) -> Path:
        self.place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", str(self.place)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError:
            pytest.skip("not run: there is no program to mount a small disk")
        if done.returncode:
            pytest.skip("not run: this account may not mount a small disk")
        return self.place

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", "-l", str(self.place)], check=True)


class read_only_disk(mounted):  # noqa: N801 - see above
    def __init__(self, file: Path) -> None:
        super().__init__(file.parent / "cd", "size=6m")
        self.file = file

    def __enter__(self) -> Path:
        place = super().__enter__()
        shutil.copy(self.file, place / "office.db")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        return place / "office.db"


def fill(file: Path) -> None:
    def write_for_ever() -> None:
        with file.open("wb", buffering=0) as handle:
            while True:
                handle.write(b"\0" * 4096)

    with pytest.raises(OSError, match="No space left"):
        write_for_ever()
