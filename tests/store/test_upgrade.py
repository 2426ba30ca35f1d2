"""An older file is brought to a newer schema, or stays as it was."""

import sqlite3

import pytest

from app.kernel.findings import Finding, Severity
from app.store.backup import backups
from app.store.faults import FileInUse
from app.store.location import backup_folder
from app.store.lock import InstanceLock
from app.store.upgrade import OURS, UpgradeFailed, upgrade_file
from app.store.verify import Check
from tests.support.old_files import CHILDREN, an_old_file, contents, some_migrations
from tests.support.stores import MOMENT


@pytest.fixture
def file(tmp_path):
    return an_old_file(tmp_path / "office.db")


class TestUpgradeFile:
    def test_changes_the_schema_and_keeps_every_row(self, file, tmp_path):
        before = contents(file)
        upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path))
        after = contents(file)

        assert before.version == 1
        assert after.version == 2
        assert after.children == before.children == CHILDREN  # a rebuild with foreign keys on loses them
        assert "said" in after.parent_columns
        assert after.triggers == {"parent_no_delete"}

    def test_keeps_a_proven_backup_of_the_old_file(self, file, tmp_path):
        backup = upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path))
        assert backup == backup_folder(file) / "office-before-0002-20260302T093000Z.db"
        assert contents(backup).version == 1
        assert backup not in backups(backup_folder(file), "office")  # the rotation leaves it alone

    def test_leaves_nothing_else_behind(self, file, tmp_path):
        upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path))
        assert {path.name for path in file.parent.glob("office*")} == {
            "office.db",
            "office.db-lock",
            "office-backups",
        }

    @pytest.mark.parametrize(
        ("sql", "reason"),
        [
            ("DELETE FROM child WHERE rowid % 2", "rows_lost"),
            ("UPDATE child SET parent_id = 'nobody'", "verify.reference_broken"),
        ],
    )
    def test_a_migration_that_loses_something_changes_nothing(self, file, tmp_path, sql, reason):
        before = file.read_bytes()
        with pytest.raises(UpgradeFailed) as refused:
            upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path, f"op.execute({sql!r})"))
        assert refused.value.params["reason"] == reason
        assert contents(file).version == 1
        assert len(file.read_bytes()) == len(before)

    def test_a_check_that_fails_afterwards_changes_nothing(self, file, tmp_path):
        bad = Check("sums", lambda *_: Finding("verify.sum", Severity.BLOCKER, "invoice I-1"))
        with pytest.raises(UpgradeFailed) as refused:
            upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path, checks=(bad,)))
        assert (refused.value.params["reason"], refused.value.params["table"]) == (
            "verify.sum",
            "invoice I-1",
        )
        assert contents(file).version == 1

    def test_a_migration_may_mean_to_change_the_number_of_rows(self, file, tmp_path):
        migrations = some_migrations(tmp_path, "op.execute('DELETE FROM child')", rows_change={"child"})
        upgrade_file(file, MOMENT, migrations=migrations)
        assert contents(file).children == 0

    def test_is_refused_while_a_window_has_the_file(self, file, tmp_path):
        with InstanceLock(file), pytest.raises(FileInUse):
            upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path))

    def test_a_window_that_holds_the_lock_may_upgrade(self, file, tmp_path):
        with InstanceLock(file) as lock:
            upgrade_file(file, MOMENT, lock, migrations=some_migrations(tmp_path))
        assert contents(file).version == 2

    def test_is_refused_while_a_command_is_in_the_file(self, file, tmp_path):
        other = sqlite3.connect(file)
        other.execute("SELECT * FROM parent").fetchall()
        with pytest.raises(FileInUse):
            upgrade_file(file, MOMENT, migrations=some_migrations(tmp_path))
        other.close()


def test_our_own_migrations_are_where_they_are_looked_for():
    assert (OURS.folder / "env.py").exists()
    assert len(list((OURS.folder / "versions").glob("m*.py"))) == OURS.newest
