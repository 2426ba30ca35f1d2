"""The table of dated tax rates by country, region and class, each with its source."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Text, UniqueConstraint

from app.catalog.product import TaxClass
from app.store.tables.base import Id, Whole, table
from app.store.tables.masters import validity_columns

tax_rate = table(
    "tax_rate",
    Column("id", Id, primary_key=True),
    Column("country", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("tax_class", Text, nullable=False),
    Column("percent", Whole, nullable=False),
    Column("source", Text, nullable=False),
    *validity_columns(),
    UniqueConstraint("country", "region", "tax_class", "first_day"),
    CheckConstraint("length(country) = 2", name="country"),
    CheckConstraint(f"tax_class IN ({', '.join(repr(kind.value) for kind in TaxClass)})", name="tax_class"),
    CheckConstraint("percent BETWEEN 0 AND 100000000", name="percent"),
    CheckConstraint("length(source) > 0", name="source"),
)
