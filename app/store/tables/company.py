"""The company's one row, and the pictures its papers carry."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text

from app.store.tables.base import Bytes, Instant, Small, Whole, table
from app.store.tables.masters import master_columns

company = table(
    "company",
    *master_columns(),
    Column("one", Small, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("seller", Text, nullable=False),
    Column("policies", Text, nullable=False),
    Column("patterns", Text, nullable=False),
    Column("fiscal_month", Small, nullable=False),
    Column("fiscal_named_after", Text, nullable=False),
    Column("payment_terms", Text, nullable=False),
    Column("taxes", Text, nullable=False),
    Column("price_book", Text, nullable=False),
    Column("quote_days", Whole, nullable=False),
    CheckConstraint("one = 1", name="one"),
    CheckConstraint("length(name) > 0", name="name"),
    CheckConstraint("fiscal_month BETWEEN 1 AND 12", name="fiscal_month"),
)

picture = table(
    "picture",
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("content", Bytes, nullable=False),
    Column("added_at", Instant, nullable=False),
    CheckConstraint("media_type IN ('image/png', 'image/jpeg')", name="media_type"),
)
"""Logos by their hash: a paper printed again shows the logo it was issued with."""
