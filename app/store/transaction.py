"""One open transaction, whichever engine it runs on."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
"""What a driver returns: the columns of one row in the order asked."""

_NAMED = re.compile(r"(?<!:):(\w+)")


class Transaction(Protocol):
    """What the store needs of an engine."""

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Return the engine's name."""

    @property
    def connection(self) -> Connection:
        """Return SQLAlchemy's connection inside this transaction."""

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> Sequence[Row]:
        """Return all rows of a plain statement with `:name` parameters; SQLAlchemy is not loaded for it."""

    def many(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Run one statement with `:name` parameters for each row."""

    def many_placed(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for each row, which has a value for each `:name` in the statement's order.

        No name stands in it twice. On SQLite a mapping per row would cost as much as the row.
        """

    def key(self, record: UUID) -> UUID | str:
        """Return an id as a plain statement's parameter takes it."""

    def commit(self) -> None:
        """Make what was written durable."""

    def roll_back(self) -> None:
        """Undo what was written."""


class SqliteTransaction:
    """A transaction on one SQLite connection; the store has begun it."""

    dialect: Literal["sqlite", "postgresql"] = "sqlite"

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw
        self._borrowed: list[Connection] = []

    @cached_property
    def connection(self) -> Connection:
        """Return SQLAlchemy's view of the same connection; the first use in a process imports SQLAlchemy."""
        from app.store.engine import borrowed

        connection = borrowed(self.raw)
        self._borrowed.append(connection)
        return connection

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> Sequence[Row]:
        """Return all rows of a plain statement."""
        try:
            return self.raw.execute(sql, parameters or {}).fetchall()
        except sqlite3.IntegrityError as failure:
            failure.add_note(sql)  # `app.store.faults` tells a delete from an insert by it
            raise

    def many(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Run one statement for each row."""
        self.raw.executemany(sql, rows)

    def many_placed(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for each row of values."""
        self.raw.executemany(_NAMED.sub("?", sql), rows)

    def key(self, record: UUID) -> str:
        """Return an id as 32 hexadecimal digits."""
        return record.hex

    def commit(self) -> None:
        """Make what was written durable (one fsync of the log)."""
        self.raw.execute("COMMIT")
        self._release()

    def roll_back(self) -> None:
        """Undo what was written; a transaction SQLite ended by itself (disk full) is left alone."""
        self._release()
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")

    def _release(self) -> None:
        while self._borrowed:
            self._borrowed.pop().close()


class ServerTransaction:
    """A transaction on a PostgreSQL connection."""

    dialect: Literal["sqlite", "postgresql"] = "postgresql"

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> Sequence[Row]:
        """Return all rows of a plain statement; none when it returns no rows."""
        from sqlalchemy import text

        result = self.connection.execute(text(sql), dict(parameters or {}))
        return [tuple(row) for row in result] if result.returns_rows else []

    def many(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Run one statement for each row."""
        from sqlalchemy import text

        listed = [dict(row) for row in rows]
        if listed:
            self.connection.execute(text(sql), listed)

    def many_placed(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for each row of values."""
        names = _NAMED.findall(sql)
        self.many(sql, (dict(zip(names, row, strict=True)) for row in rows))

    def key(self, record: UUID) -> UUID:
        """Return an id as it is."""
        return record

    def commit(self) -> None:
        """Make what was written durable."""
        self.connection.commit()

    def roll_back(self) -> None:
        """Undo what was written."""
        self.connection.rollback()
