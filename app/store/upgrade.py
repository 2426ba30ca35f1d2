"""Bring an older file to this version: on a copy, in one transaction, proven, then put in place by a rename.

A stop at any point leaves the old file or the new one, never something between. Alembic is imported when a
file needs it and not before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.kernel.errors import Unavailable
from app.store.backup import copy_and_prove
from app.store.connection import SharedConnection
from app.store.faults import faults_named
from app.store.location import backup_folder
from app.store.lock import InstanceLock
from app.store.records import Ids, Records
from app.store.replacing import STAMP, clear, copied, exclusively, put_in_place
from app.store.transaction import SqliteTransaction
from app.store.triggers import drop_all
from app.store.unit_of_work import Reading
from app.store.verify import Check, verify
from app.store.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Connection


class UpgradeFailed(Unavailable):
    """The upgraded copy did not pass its proof; the file is as it was, and a backup of it was made."""

    code = "store.upgrade_failed"


def _finish(raw: sqlite3.Connection) -> None:
    from app.store.creation import make_extras

    make_extras(raw)


def _checks() -> tuple[Check, ...]:
    from app.store.checks import every_check

    return every_check()


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of migrations and what belongs to it.

    Attributes:
        folder: Holds `env.py` and `versions`.
        newest: Number of the last migration.
        finish: Makes triggers and the search index after the last migration.
        checks: What the upgraded file must pass.
        rows_change: Tables whose number of rows a migration is meant to change.
    """

    folder: Path
    newest: int
    finish: Callable[[sqlite3.Connection], None] = _finish
    checks: Callable[[], tuple[Check, ...]] = _checks
    rows_change: frozenset[str] = frozenset()


OURS = Migrations(Path(__file__).parent / "migrations", SCHEMA_VERSION)


def upgrade_file(
    file: Path, at: datetime, lock: InstanceLock | None = None, migrations: Migrations = OURS
) -> Path:
    """Upgrade a file and return the backup of it as it was.

    Args:
        file: An older database of this application, open nowhere.
        at: The instant, UTC.
        lock: The lock of the file when the caller holds it.
        migrations: Which migrations.

    Raises:
        UpgradeFailed: The upgraded copy lost rows or broke a rule; the file is untouched.
        FileInUse: Somebody has the file open.
        Unavailable: The disk is full, or a file cannot be read or written.
    """
    own = None if lock else InstanceLock(file)
    building = file.with_name(f"{file.name}-new")
    try:
        with faults_named(str(file)):
            return _upgrade(file, building, at, migrations)
    finally:
        clear(building)
        if own:
            own.release()


def upgrade_server(url: str, migrations: Migrations = OURS) -> None:
    """Upgrade the database of a server, in one transaction.

    Raises:
        ServerUnreachable: The server does not answer.
    """
    from app.store.engine import server_transaction

    with server_transaction(url) as connection:
        run_migrations(connection, migrations)


def run_migrations(connection: Connection, migrations: Migrations) -> None:
    """Run every migration the database has not seen, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    from app.store import schema

    config = Config()
    config.set_main_option("script_location", str(migrations.folder))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, tables=schema.tables())
    command.upgrade(config, "head")


def _upgrade(file: Path, building: Path, at: datetime, migrations: Migrations) -> Path:
    with exclusively(file) as raw:
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        name = f"{file.stem}-before-{version + 1:04}-{at.strftime(STAMP)}{file.suffix}"
        folder = backup_folder(file)
        folder.mkdir(exist_ok=True)
        before = copy_and_prove(raw, folder / name)
        copied(raw, building)
        _migrate_copy(building, migrations)
        if os.name != "nt":
            put_in_place(building, file)
            return before
    put_in_place(building, file)  # Windows renames over no open file
    return before


def _migrate_copy(copy: Path, migrations: Migrations) -> None:
    from app.store.engine import borrowed

    raw = sqlite3.connect(copy, isolation_level=None, factory=SharedConnection)
    try:
        raw.execute("PRAGMA foreign_keys=OFF")  # rebuilding a parent with it on deletes its children
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("BEGIN EXCLUSIVE")
        before = _rows(raw)
        drop_all(raw)
        with borrowed(raw) as connection:
            run_migrations(connection, migrations)
        migrations.finish(raw)
        raw.execute(f"PRAGMA user_version={migrations.newest}")
        _prove(raw, before, migrations, str(copy))
        raw.execute("COMMIT")
    finally:
        raw.shut()


def _rows(raw: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has; the search index's own tables are left out."""
    names = raw.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()}


def _prove(raw: sqlite3.Connection, before: dict[str, int], migrations: Migrations, file: str) -> None:
    after = _rows(raw)
    for table, count in before.items():
        if table in after and after[table] != count and table not in migrations.rows_change:
            raise UpgradeFailed(file=file, reason="rows_lost", table=table, before=count, after=after[table])
    reading = Reading(Records(SqliteTransaction(raw), Ids(lambda _bits: 0)))
    for verdict in verify(reading, migrations.checks()):
        if verdict.bad is not None:
            raise UpgradeFailed(file=file, reason=verdict.bad.code, table=verdict.bad.where)
