"""An upgrade is killed before each of its statements in turn: the file is the old one or the new one."""

import os
import signal
import sqlite3
from pathlib import Path

from app.store.upgrade import Migrations, upgrade_file
from tests.support.old_files import CHILDREN, an_old_file, contents, some_migrations
from tests.support.stores import MOMENT


def test_a_stop_at_any_statement_leaves_the_old_file_or_the_new_one(tmp_path):
    migrations = some_migrations(tmp_path)
    stopped_at, finished = 0, False
    versions: set[int] = set()
    while not finished:
        file = an_old_file(tmp_path / f"stop{stopped_at}" / "office.db")
        finished = run_until_statement(stopped_at, file, migrations)
        found = contents(file)
        versions.add(found.version)
        assert found.children == CHILDREN
        assert found.intact
        assert found.triggers == {"parent_no_delete"}
        upgrade_again_if_old(file, found.version, migrations)
        stopped_at += 1
    assert versions == {1, 2}
    assert stopped_at > 20


def run_until_statement(count: int, file: Path, migrations: Migrations) -> bool:
    """Upgrade in a child that is killed before its n-th statement; return whether it came to the end."""
    child = os.fork()
    if not child:
        seen = 0

        def count_down(_statement: str) -> None:
            nonlocal seen
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)
            seen += 1

        connect = sqlite3.connect

        def watched(*args, **kwargs):
            connection = connect(*args, **kwargs)
            connection.set_trace_callback(count_down)
            return connection

        sqlite3.connect = watched
        try:
            upgrade_file(file, MOMENT, migrations=migrations)
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL)
    return status == 0


def upgrade_again_if_old(file: Path, version: int, migrations: Migrations) -> None:
    if version == 1:
        upgrade_file(file, MOMENT, migrations=migrations)
        assert contents(file).version == 2
