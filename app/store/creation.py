"""Make a new database from the metadata, marked as ours and of the newest schema."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.store.connection import connect
from app.store.faults import FileExists, faults_named
from app.store.instants import to_microseconds
from app.store.records import Ids, RandomBits
from app.store.version import APPLICATION_ID, HEAD, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Connection


def create_file(file: Path, *, at: datetime, random_bits: RandomBits) -> None:
    """Make a new database file, and its folder when that is missing.

    The file is built under another name and renamed when it is whole, so a stop half-way leaves nothing.

    Raises:
        FileExists: There is a file of this name.
        Unavailable: The folder cannot be written, or the disk is full.
    """
    with faults_named(str(file)):
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            raise FileExists(file=str(file))
        building = file.with_name(f"{file.name}-new")
        for leftover in (building, *_logs(building)):
            leftover.unlink(missing_ok=True)
        _build(building, at, random_bits)
        building.rename(file)


def create_on_server(url: str, *, at: datetime, random_bits: RandomBits) -> None:
    """Make the tables in an empty database of a PostgreSQL server.

    Raises:
        ServerUnreachable: The server does not answer.
    """
    from app.store import schema
    from app.store.engine import server_transaction

    with server_transaction(url) as connection:
        schema.tables().create_all(connection)
        fill_in_facts(connection, at=at, random_bits=random_bits)


def fill_in_facts(connection: Connection, *, at: datetime, random_bits: RandomBits) -> None:
    """Write into empty tables what the database is and which migrations it has seen."""
    from app.store.tables.meta import alembic_version, meta

    facts = [{"name": name, "value": value} for name, value in _facts(at, random_bits).items()]
    connection.execute(meta.insert(), facts)
    connection.execute(alembic_version.insert(), {"version_num": HEAD})


def make_extras(raw: sqlite3.Connection) -> None:
    """Make what no table describes: the search index and every trigger. The caller has begun."""
    from app.store import schema
    from app.store.triggers import recreate

    found = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for name, sql in schema.virtual_tables().items():
        if name not in found:
            raw.execute(sql)
    recreate(raw, schema.expected_triggers())


def _build(file: Path, at: datetime, random_bits: RandomBits) -> None:
    from app.store import schema
    from app.store.engine import borrowed

    raw = connect(file, create=True)
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("BEGIN IMMEDIATE")
        with borrowed(raw) as connection:
            schema.tables().create_all(connection, checkfirst=False)
            fill_in_facts(connection, at=at, random_bits=random_bits)
        make_extras(raw)
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.shut()


def _facts(at: datetime, random_bits: RandomBits) -> dict[str, str]:
    return {
        "file": str(Ids(random_bits).new_id(at)),
        "created_at": str(to_microseconds(at)),
    }


def _logs(file: Path) -> tuple[Path, Path]:
    return file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")
