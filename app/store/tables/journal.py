"""The journal: one row per business fact, insert-only, each carrying the hash of the row before it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Text

from app.store.tables.base import Id, Instant, Whole, table

journal = table(
    "journal",
    Column("seq", Whole, primary_key=True, autoincrement=False),
    Column("format", Whole, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("number", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("seq >= 1", name="seq"),
    Index("ix_journal_subject", "subject_id", "seq"),
)
