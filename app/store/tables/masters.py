"""The columns every row of master data has: id, token and count of changes, who and when, the bin."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text
from sqlalchemy.schema import SchemaItem

from app.store.tables.base import Day, Flag, Id, Instant, Whole

Name = Text().with_variant(Text(collation="NOCASE"), "sqlite")
"""A name lists are sorted by: ``adapter`` stands beside ``Adapter``; a server sorts by its own locale."""


def master_columns() -> tuple[SchemaItem, ...]:
    """Return the columns of a product, a customer, a rule.

    `rev` is random and new on every change, `version` counts the changes and is what a writer must have read;
    a binned record is kept, since documents may point at it, and is left out of lists and searches.
    """
    return (
        Column("id", Id, primary_key=True),
        Column("rev", Id, nullable=False),
        Column("version", Whole, nullable=False),
        Column("binned", Flag, nullable=False),
        Column("created_at", Instant, nullable=False),
        Column("created_by", Id, nullable=False),
        Column("updated_at", Instant, nullable=False),
        Column("updated_by", Id, nullable=False),
        CheckConstraint("version >= 1", name="version"),
    )


def validity_columns() -> tuple[SchemaItem, ...]:
    """Return the first and last day something holds; an open end is the calendar's first or last day."""
    return (
        Column("first_day", Day, nullable=False),
        Column("last_day", Day, nullable=False),
        CheckConstraint("first_day <= last_day", name="validity"),
    )
