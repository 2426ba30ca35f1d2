"""The table of dated exchange rates, each with its source; documents freeze the one they were made with."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text, UniqueConstraint

from app.store.tables.base import Day, Id, Instant, Whole, table

exchange_rate = table(
    "exchange_rate",
    Column("id", Id, primary_key=True),
    Column("currency", Text, nullable=False),
    Column("company_currency", Text, nullable=False),
    Column("day", Day, nullable=False),
    Column("rate", Whole, nullable=False),
    Column("source", Text, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("entered_by", Id, nullable=False),
    UniqueConstraint("currency", "company_currency", "day"),
    CheckConstraint("rate > 0", name="rate"),
    CheckConstraint("length(source) > 0", name="source"),
)
