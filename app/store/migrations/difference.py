"""What the tables say and the migrations do not: nothing, or the next migration is due."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import MigrationScript, UpgradeOps
from sqlalchemy import Connection

from app.store import schema
from app.store.connection import SharedConnection
from app.store.engine import borrowed
from app.store.upgrade import OURS, Migrations, run_migrations


def difference(connection: Connection) -> UpgradeOps:
    """Return the operations that would make this database's tables what they are in the code."""
    context = MigrationContext.configure(
        connection,
        opts={
            "compare_type": True,
            "compare_server_default": True,
            "include_object": _is_ours,
        },
    )
    script: MigrationScript = produce_migrations(context, schema.tables())
    assert script.upgrade_ops is not None  # Alembic always fills it
    return script.upgrade_ops


def difference_as_code(migrations: Migrations = OURS) -> str:
    """Return the body of the next migration's `upgrade`, "pass" when nothing is due."""
    with migrated_from_nothing(migrations) as connection:
        return str(render_python_code(difference(connection), render_as_batch=True))


@contextmanager
def migrated_from_nothing(migrations: Migrations = OURS) -> Iterator[Connection]:
    """Give a database in memory that went through every migration."""
    raw = sqlite3.connect(":memory:", isolation_level=None, factory=SharedConnection)
    try:
        raw.execute("BEGIN")
        with borrowed(raw) as connection:
            run_migrations(connection, migrations)
            yield connection
    finally:
        raw.shut()


def _is_ours(_item: object, name: str | None, kind: str, reflected: bool, _compared: object) -> bool:
    """Leave out what SQLite itself makes for the search index."""
    index = tuple(schema.virtual_tables())
    return not (kind == "table" and reflected and (name or "").startswith(index))
