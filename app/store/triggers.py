"""The triggers of a SQLite file, made in one place after every migration: rebuilding a table drops its own.

A journal row never changes and never goes. A document in a frozen status keeps every column except those its
noun names, and its lines neither change nor come nor go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.store.faults import FROZEN


@dataclass(frozen=True, slots=True)
class Immutable:
    """A noun's rows that never change once they are in one of these statuses.

    Attributes:
        table: The document's table.
        frozen: Statuses in which it is closed; it never leaves them for another.
        may_change: Columns that still move in a frozen status, besides rev, version and updated_at/by.
        set_once: Columns that may go from NULL to a value once (the stored PDF).
        lines: Its tables of lines, which have `document_id`.
    """

    table: str
    frozen: tuple[str, ...]
    may_change: tuple[str, ...] = ()
    set_once: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


_ALWAYS_MOVE = ("rev", "version", "updated_at", "updated_by")


def expected(
    columns: Mapping[str, tuple[str, ...]],
    declared: Iterable[Immutable],
    insert_only: Iterable[str] = (),
) -> dict[str, str]:
    """Return every trigger the file must have, by its name.

    Args:
        columns: The columns of each table, in order.
        declared: What the nouns declare.
        insert_only: Tables besides the journal whose rows never change and never go.
    """
    return dict(_all(columns, declared, ("journal", *insert_only)))


def present(raw: sqlite3.Connection) -> dict[str, str]:
    """Return the triggers the file has, by name."""
    return dict(raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def drop_all(raw: sqlite3.Connection) -> None:
    """Drop every trigger of the file, so that a migration may rewrite what they guard."""
    for name in present(raw):
        raw.execute(f'DROP TRIGGER "{name}"')


def recreate(raw: sqlite3.Connection, wanted: Mapping[str, str]) -> None:
    """Drop every trigger of the file and make the expected ones; the caller has begun a transaction."""
    drop_all(raw)
    for sql in wanted.values():
        raw.execute(sql)


def _all(
    columns: Mapping[str, tuple[str, ...]], declared: Iterable[Immutable], insert_only: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for table in insert_only:
        for act in ("UPDATE", "DELETE"):
            yield _trigger(f"{table}_no_{act.lower()}", f"BEFORE {act} ON {table}", table)
    for noun in declared:
        closed = _listed(noun.frozen)
        yield _trigger(
            f"{noun.table}_frozen_delete",
            f"BEFORE DELETE ON {noun.table} WHEN OLD.status IN ({closed})",
            noun.table,
        )
        moved = " OR ".join(_moves(columns[noun.table], noun, closed))
        yield _trigger(
            f"{noun.table}_frozen_update",
            f"BEFORE UPDATE ON {noun.table} WHEN OLD.status IN ({closed}) AND ({moved})",
            noun.table,
        )
        for lines in noun.lines:
            yield from _line_triggers(noun, lines, closed)


def _moves(columns: tuple[str, ...], noun: Immutable, closed: str) -> Iterator[str]:
    """Yield the conditions under which an update of a closed row is refused."""
    for column in columns:
        if column in (*_ALWAYS_MOVE, *noun.may_change):
            continue
        if column == "status":
            yield f"NEW.status NOT IN ({closed})"
        elif column in noun.set_once:
            yield f"(OLD.{column} IS NOT NULL AND NEW.{column} IS NOT OLD.{column})"
        else:
            yield f"NEW.{column} IS NOT OLD.{column}"


def _line_triggers(noun: Immutable, lines: str, closed: str) -> Iterator[tuple[str, str]]:
    for act, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
        closed_parent = " OR ".join(
            f"(SELECT status FROM {noun.table} WHERE id = {row}.document_id) IN ({closed})" for row in rows
        )
        yield _trigger(
            f"{lines}_frozen_{act.lower()}", f"BEFORE {act} ON {lines} WHEN {closed_parent}", lines
        )


def _trigger(name: str, when: str, record: str) -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{FROZEN}{record}'); END"


def _listed(statuses: Iterable[str]) -> str:
    return ", ".join(f"'{status}'" for status in statuses)
