import sqlite3

import pytest

from app.store.connection import connect
from app.store.faults import FileInUse
from app.store.replacing import clear, copied, exclusively, keep_aside, put_in_place, put_in_place_alone
from tests.support.stores import MOMENT, a_store


@pytest.fixture
def file(tmp_path):
    with a_store(tmp_path) as store:
        return store.place.file


class TestExclusively:
    def test_nobody_else_reads_or_writes_meanwhile(self, file):
        with exclusively(file), pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(file, timeout=0).execute("SELECT * FROM meta")

    def test_is_refused_while_somebody_has_the_file_open(self, file):
        other = connect(file)
        other.execute("SELECT * FROM meta").fetchall()
        with pytest.raises(FileInUse), exclusively(file):
            pass
        other.shut()


class TestPutInPlace:
    def test_takes_the_name_and_leaves_no_log_behind(self, file, tmp_path):
        new = tmp_path / "new.db"
        with exclusively(file) as raw:
            copied(raw, new)
        inode = new.stat().st_ino
        aside = put_in_place_alone(new, file, MOMENT)
        assert (file.stat().st_ino, new.exists(), aside.exists()) == (inode, False, True)

    def test_works_for_a_name_that_is_free(self, file, tmp_path):
        put_in_place(file, tmp_path / "elsewhere.db")
        assert (tmp_path / "elsewhere.db").exists()

    def test_two_in_one_second_are_kept_under_two_names(self, file):
        assert keep_aside(file, MOMENT) != keep_aside(file, MOMENT)


def test_clear_removes_a_copy_and_its_logs(tmp_path):
    for name in ("a.db", "a.db-wal", "a.db-journal"):
        (tmp_path / name).touch()
    clear(tmp_path / "a.db")
    assert list(tmp_path.iterdir()) == []
