"""Commands that were carried out, by their idempotency key."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text

from app.store.tables.base import Id, Instant, table

command = table(
    "command",
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("outcome_kind", Text, nullable=False),
    Column("outcome_id", Id, nullable=False),
    CheckConstraint("length(key) BETWEEN 1 AND 200", name="key"),
)
