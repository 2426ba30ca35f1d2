"""Stores and acts for tests: a fixed clock, counted randomness, and a file in the test's own folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from app.access.act import Act
from app.access.actor import solo_owner
from app.store.creation import create_file
from app.store.sqlite_file import SqliteFile
from app.store.store import Store
from app.store.unit_of_work import UnitOfWork

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = MOMENT.date()
AT_ONCE = timedelta(0)

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


def an_act(*, day: date = TODAY, key: str = "", after: timedelta = AT_ONCE, device: str = "A") -> Act:
    return Act(solo_owner(device=device), MOMENT + after, day, key)


def a_store(folder: Path, name: str = "office.db", *, seed: int = 1) -> Store:
    """A new, empty database file, open."""
    file = folder / name
    random_bits = Random(seed).getrandbits
    create_file(file, at=MOMENT, random_bits=random_bits)
    return Store(SqliteFile(file), random_bits)


class Stopped(Exception):
    """What a test raises to end a unit of work."""


def rolled_back(store: Store, work: Callable[[UnitOfWork], object]) -> None:
    """Do the work and refuse it at the last moment."""

    def work_and_stop() -> None:
        with store.writing(an_act()) as uow:
            work(uow)
            raise Stopped

    with pytest.raises(Stopped):
        work_and_stop()


def a_server_store(url: str, *, seed: int = 1) -> Store:
    """A database on a server, emptied, open; its tables are made when they are not those of the code."""
    from app.store.creation import create_on_server, fill_in_facts
    from app.store.engine import server_transaction
    from app.store.postgres import PostgresServer
    from app.store.schema import tables

    random_bits = Random(seed).getrandbits
    wanted = {table.name for table in tables().sorted_tables}
    with server_transaction(url) as connection:
        found = set(connection.exec_driver_sql(_TABLES).scalars())
        if found == wanted:
            connection.exec_driver_sql(f"TRUNCATE {', '.join(sorted(wanted))}")
            fill_in_facts(connection, at=MOMENT, random_bits=random_bits)
        else:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
    if found != wanted:
        create_on_server(url, at=MOMENT, random_bits=random_bits)
    return Store(PostgresServer(url), random_bits)
