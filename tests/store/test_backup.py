import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.store.backup import (
    BackupBroken,
    BackupNewer,
    FileFaulty,
    backups,
    is_due,
    kept,
    make_backup,
    restore,
    rotate,
)
from app.store.connection import connect
from app.store.faults import FileInUse, FileMissing, NotADatabase, NotOurDatabase
from app.store.location import backup_folder
from app.store.sqlite_file import SqliteFile
from tests.support.events import QUOTE, an_event
from tests.support.stores import MOMENT, a_store, an_act

DAY = timedelta(days=1)


@pytest.fixture
def file(tmp_path):
    """A closed file with one row in its journal."""
    with a_store(tmp_path) as store:
        journalled(store)
        return store.place.file


def journalled(store):
    with store.writing(an_act()) as uow:
        uow.journal.append(an_event())


def rows_of(file):
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as raw:
        return raw.execute("SELECT count(*) FROM journal").fetchone()[0]


class TestMakeBackup:
    def test_copies_what_is_committed_while_others_write(self, tmp_path):
        with a_store(tmp_path) as store:
            journalled(store)
            with store.writing(an_act()) as uow:
                uow.journal.append(an_event())
                made = make_backup(store.place.file, MOMENT)
        assert rows_of(made) == 1
        assert made == backup_folder(store.place.file) / "office-20260302T093000Z.db"

    def test_leaves_one_file_without_a_log(self, file):
        made = make_backup(file, MOMENT)
        assert [path.name for path in made.parent.iterdir()] == [made.name]

    def test_two_in_one_second_have_two_names(self, file):
        assert make_backup(file, MOMENT) != make_backup(file, MOMENT)
        assert len(backups(backup_folder(file), "office")) == 2

    def test_of_a_file_that_is_wrong_itself_is_refused_with_its_name(self, file):
        raw = connect(file)
        raw.execute("DROP TRIGGER journal_no_update")
        raw.execute("UPDATE journal SET actor = 'somebody'")
        raw.shut()
        with pytest.raises(FileFaulty) as refused:
            make_backup(file, MOMENT)
        assert refused.value.params == {"file": str(file), "reason": "verify.journal_row_changed"}
        assert list(backup_folder(file).iterdir()) == []

    def test_says_which_file_is_missing(self, tmp_path):
        with pytest.raises(FileMissing):
            make_backup(tmp_path / "none.db", MOMENT)
        assert list(tmp_path.iterdir()) == []

    def test_sweeps_what_a_killed_one_left_an_hour_ago_or_earlier(self, file):
        folder = backup_folder(file)
        folder.mkdir()
        endings = (".part", ".part-wal", ".part-shm")
        for stamp in ("20260302T083000Z", "20260302T083001Z"):
            for ending in endings:
                (folder / f"office-{stamp}.db{ending}").touch()

        made = make_backup(file, MOMENT)

        left = {path.name for path in folder.iterdir()} - {made.name}
        assert left == {f"office-20260302T083001Z.db{ending}" for ending in endings}

    def test_is_due_once_a_day(self, file):
        assert is_due(file, MOMENT)
        make_backup(file, MOMENT)
        assert not is_due(file, MOMENT)
        assert is_due(file, MOMENT + DAY)


class TestRotation:
    def test_keeps_7_days_4_weeks_and_12_months(self):
        every_day = [datetime(2026, 12, 31, 12, tzinfo=UTC) - n * DAY for n in range(500)]
        stay = kept(every_day)
        assert {moment.date().isoformat() for moment in stay} == {
            *("2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26"),
            *("2026-12-25", "2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31", "2026-09-30"),
            *("2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31"),
            *("2026-02-28", "2026-01-31"),
        }

    def test_keeps_the_last_of_a_day(self):
        assert kept([MOMENT, MOMENT + timedelta(hours=1)]) == {MOMENT + timedelta(hours=1)}

    def test_keeps_all_while_they_are_few(self):
        few = {MOMENT - n * DAY for n in range(7)}
        assert kept(few) == few

    def test_touches_no_other_file(self, file, tmp_path):
        folder = backup_folder(file)
        made = make_backup(file, MOMENT)
        strangers = ("office-2-20200101T000000Z.db", "office-before-0002-20200101T000000Z.db", "x.db")
        a_week = [f"office-202603{day:02}T000000Z.db" for day in range(3, 9)]
        for name in (*strangers, *a_week, "office-20200101T000000Z.db", "office-20200102T000000Z.db"):
            shutil.copy(made, folder / name)
        assert rotate(folder, "office") == (folder / "office-20200101T000000Z.db",)


class TestRestore:
    def test_brings_back_what_the_backup_holds_and_keeps_the_replaced_file(self, file):
        made = make_backup(file, MOMENT)
        with a_second_row(file) as store:
            journalled(store)
        aside = restore(file, made, MOMENT + DAY)

        assert rows_of(file) == 1
        assert aside is not None
        assert (aside.name, rows_of(aside)) == ("office-replaced-20260303T093000Z.db", 2)

    def test_refuses_a_backup_whose_pages_are_broken_and_says_so_of_the_backup(self, file):
        made = make_backup(file, MOMENT)
        content = bytearray(made.read_bytes())
        content[4096:] = b"\xff" * (len(content) - 4096)
        made.write_bytes(content)

        with pytest.raises(BackupBroken) as refused:
            restore(file, made, MOMENT)

        assert refused.value.params["file"] == str(made)
        assert rows_of(file) == 1

    def test_refuses_a_folder_for_either(self, file, monkeypatch):
        made = make_backup(file, MOMENT)
        monkeypatch.chdir(file.parent)

        for target, backup in ((file, Path()), (Path(), made)):
            with pytest.raises(NotADatabase):
                restore(target, backup, MOMENT)
        with pytest.raises(NotADatabase):
            make_backup(Path(), MOMENT)

    def test_refuses_a_backup_of_a_newer_version(self, file):
        made = make_backup(file, MOMENT)
        raw = connect(made)
        raw.execute("PRAGMA user_version = 9999")
        raw.shut()

        with pytest.raises(BackupNewer):
            restore(file, made, MOMENT)

        assert rows_of(file) == 1

    def test_a_restored_file_goes_on_as_before(self, file):
        restore(file, make_backup(file, MOMENT), MOMENT)
        with a_second_row(file) as store:
            journalled(store)
            with store.reading() as reading:
                assert len(reading.journal.of(QUOTE)) == 2

    def test_a_damaged_file_is_replaced(self, file):
        made = make_backup(file, MOMENT)
        file.write_bytes(b"no database" * 1000)
        aside = restore(file, made, MOMENT)
        assert rows_of(file) == 1
        assert aside is not None
        assert aside.read_bytes().startswith(b"no database")

    def test_a_lost_file_comes_back(self, file):
        made = make_backup(file, MOMENT)
        file.unlink()
        assert restore(file, made, MOMENT) is None
        assert rows_of(file) == 1

    def test_a_broken_backup_touches_nothing(self, file):
        made = make_backup(file, MOMENT)
        content = bytearray(made.read_bytes())
        content[2 * 4096 : 3 * 4096] = bytes(4096)
        made.write_bytes(content)
        before = file.read_bytes()
        with pytest.raises(BackupBroken):
            restore(file, made, MOMENT)
        assert file.read_bytes() == before

    def test_what_is_no_backup_is_refused(self, file, tmp_path):
        nonsense = tmp_path / "x.db"
        nonsense.write_text("hello " * 1000)
        with pytest.raises(NotADatabase):
            restore(file, nonsense, MOMENT)
        stranger = tmp_path / "y.db"
        with sqlite3.connect(stranger) as raw:
            raw.execute("CREATE TABLE t (a)")
        raw.close()
        with pytest.raises(NotOurDatabase):
            restore(file, stranger, MOMENT)
        with pytest.raises(FileMissing):
            restore(file, tmp_path / "none.db", MOMENT)

    def test_refuses_while_another_process_has_the_file(self, file):
        made = make_backup(file, MOMENT)
        place = SqliteFile(file)
        with pytest.raises(FileInUse):
            restore(file, made, MOMENT)
        place.close()
        assert [path.name for path in file.parent.glob("*replaced*")] == []


def a_second_row(file):
    from random import Random

    from app.store.opening import open_store

    return open_store(file, at=MOMENT, random_bits=Random(3).getrandbits)
