"""What the file is: its own id, when it was made, by which version."""

from __future__ import annotations

from sqlalchemy import Column, Text

from app.store.tables.base import table

meta = table(
    "meta",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
