"""Number series: one row per series and fiscal year, moved on in the transaction that issues."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text

from app.store.tables.base import Day, Whole, table

counter = table(
    "counter",
    Column("series", Text, primary_key=True),
    Column("year", Whole, primary_key=True, autoincrement=False),
    Column("first", Whole, nullable=False),
    Column("last", Whole, nullable=False),
    Column("last_on", Day, nullable=True),
    CheckConstraint("year >= 0", name="year"),
    CheckConstraint("first >= 1 AND last >= first - 1", name="last"),
)
