"""What the file is: its own id, when it was made, which migrations it has seen."""

from __future__ import annotations

from sqlalchemy import Column, Text

from app.store.tables.base import table

meta = table(
    "meta",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

alembic_version = table("alembic_version", Column("version_num", Text, primary_key=True))
"""Alembic's own note of the newest migration, in the form that its first use would make."""
