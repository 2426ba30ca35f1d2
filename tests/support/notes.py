"""A noun of the tests' own, in every way like a document: a note with lines, closed once it is issued.

It shows the frame at work without the rules of a real noun. It lives in its own metadata and in no real file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Column, MetaData, Table, Text, select

from app.kernel.canonical import content_hash
from app.store.documents import Document, save
from app.store.records import Records
from app.store.store import Store
from app.store.tables.base import Whole, document_columns, line_columns, metadata
from app.store.triggers import Immutable, expected

NOTES = MetaData(naming_convention=metadata.naming_convention)
note = Table(
    "note",
    NOTES,
    *document_columns(["draft", "issued"]),
    Column("number", Text, nullable=False),
    Column("pdf", Text, nullable=True),
    Column("mood", Text, nullable=False),
    sqlite_strict=True,
)
note_line = Table(
    "note_line", NOTES, *line_columns("note"), Column("amount", Whole, nullable=False), sqlite_strict=True
)
IMMUTABLE = Immutable(
    "note", frozen=("issued",), may_change=("mood",), set_once=("pdf",), lines=("note_line",)
)


@dataclass(frozen=True)
class Note:
    id: UUID
    amounts: tuple[int, ...] = ()
    status: str = "draft"
    number: str = ""
    pdf: str | None = None
    mood: str = ""
    rev: UUID | None = None
    version: int = 0


def notes_in(store: Store) -> None:
    """Make the note's tables, and on SQLite its triggers."""
    with store.place.write() as transaction:
        NOTES.create_all(transaction.connection)
        if transaction.dialect == "sqlite":
            columns = {
                table.name: tuple(column.name for column in table.columns) for table in NOTES.sorted_tables
            }
            for name, sql in expected(columns, [IMMUTABLE]).items():
                if not name.startswith("journal"):
                    transaction.rows(sql)


def saved(records: Records, one: Note, line_id: int = 0) -> Note:
    """Save the note as a repository would, with all its lines."""
    lines = [
        {"id": UUID(int=one.id.int * 1000 + line_id + n), "amount": amount}
        for n, amount in enumerate(one.amounts)
    ]
    document = _document(one, ((note_line, lines),))
    result = save(records, note, document)
    return replace(one, rev=result.rev, version=result.version)


def saved_header(records: Records, one: Note) -> Note:
    """Save what stands in the note's own row and leave the lines."""
    result = save(records, note, _document(one, ()))
    return replace(one, rev=result.rev, version=result.version)


def loaded(records: Records, note_id: UUID) -> Note:
    row = records.connection.execute(select(note).where(note.c.id == note_id)).one()
    lines = records.connection.execute(
        select(note_line.c.amount).where(note_line.c.document_id == note_id).order_by(note_line.c.position)
    )
    return Note(
        row.id, tuple(lines.scalars()), row.status, row.number, row.pdf, row.mood, row.rev, row.version
    )


def _document(one: Note, children: tuple[tuple[Table, list[dict[str, object]]], ...]) -> Document:
    said = {"amounts": one.amounts, "number": one.number}
    return Document(
        one.id,
        one.rev,
        one.version,
        "owner",
        one.status,
        content_hash(said, schema="note/1"),
        {"number": one.number, "pdf": one.pdf, "mood": one.mood},
        children,
    )
