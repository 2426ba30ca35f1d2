"""Write a document's row and its lines: compare-and-swap on `rev`, lines before their document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Delete, Insert, Table, Update, bindparam, delete, insert, update

from app.store.faults import RecordChanged
from app.store.records import Records

Values = Mapping[str, Any]
"""Column name -> value as the column's type takes it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as its row will say it.

    Attributes:
        id: Of the document.
        rev: The token that was read, None when the document is new.
        version: The version that was read, 0 when new.
        owner: Id of the person who answers for it.
        status: State of its lifecycle.
        content_hash: `app.kernel.canonical.content_hash` of what it says.
        values: The noun's own columns.
        children: Tables of lines with their rows; each table named here is written anew, others stay.
    """

    id: UUID
    rev: UUID | None
    version: int
    owner: str
    status: str
    content_hash: str
    values: Values
    children: Sequence[tuple[Table, Sequence[Values]]] = field(default=())


class Saved(NamedTuple):
    """What the aggregate carries from now on."""

    rev: UUID
    version: int


def save(records: Records, table: Table, document: Document) -> Saved:
    """Insert a new document or replace the one that was read.

    The lines go first: when the row says "issued", the trigger that guards it finds them complete.

    Returns:
        The new token and version.

    Raises:
        RecordChanged: Somebody saved it since it was read, or it is gone.
    """
    saved = Saved(records.new_rev(), document.version + 1)
    for child, rows in document.children:
        _write_children(records, child, document, rows)
    stamp = records.stamp
    row: dict[str, Any] = {
        **document.values,
        "rev": saved.rev,
        "version": saved.version,
        "owner": document.owner,
        "status": document.status,
        "content_hash": document.content_hash,
        "updated_at": stamp.at,
        "updated_by": stamp.by,
    }
    if document.rev is None:
        row |= {"id": document.id, "created_at": stamp.at, "created_by": stamp.by}
        records.connection.execute(_insert(table), row)
    else:
        row |= {"read_id": document.id, "read_rev": document.rev}
        _swap(records, table, document.id, row)
    records.touch(table.name, document.id)
    return saved


def remove(records: Records, table: Table, record: UUID, rev: UUID) -> None:
    """Delete a record that was read; its own lines go with it.

    Raises:
        RecordChanged: Somebody saved it since it was read, or it is gone.
        RecordInUse: Other records point at it.
    """
    done = records.connection.execute(_delete(table), {"read_id": record, "read_rev": rev})
    if done.rowcount != 1:
        raise RecordChanged(kind=table.name, id=str(record))
    records.touch(table.name, record)


def _swap(records: Records, table: Table, record: UUID, row: Values) -> None:
    if records.connection.execute(_update(table), row).rowcount != 1:
        raise RecordChanged(kind=table.name, id=str(record))


def _write_children(records: Records, child: Table, document: Document, rows: Sequence[Values]) -> None:
    if document.rev is not None:
        records.connection.execute(_delete_children(child), {"parent": document.id})
    if rows:
        placed = [{"document_id": document.id, "position": n, **row} for n, row in enumerate(rows)]
        records.connection.execute(_insert(child), placed)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("read_id"), table.c.rev == bindparam("read_rev"))


@cache
def _delete(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("read_id"), table.c.rev == bindparam("read_rev"))


@cache
def _delete_children(child: Table) -> Delete:
    return delete(child).where(child.c.document_id == bindparam("parent"))
