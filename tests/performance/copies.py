"""Many rows like one that is there, past the services: only their number matters to what is measured."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping


def copied(raw: sqlite3.Connection, table: str, own: Iterable[Mapping[str, object]]) -> None:
    """Copy the first row of a table, each copy with values of its own.

    Args:
        raw: Open on the company's file; the caller commits.
        table: Has a row.
        own: The same columns in each.
    """
    row = raw.execute(f"SELECT * FROM {table} LIMIT 1")
    names = [column[0] for column in row.description]
    template = dict(zip(names, row.fetchone(), strict=True))
    sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
    raw.executemany(sql, (tuple((template | values)[name] for name in names) for values in own))
