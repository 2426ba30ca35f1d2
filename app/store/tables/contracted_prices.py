"""The table of contracted prices: what one customer agreed to pay for a product or a category."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text

from app.store.tables.base import table
from app.store.tables.masters import master_columns, validity_columns

contracted_price = table(
    "contracted_price",
    *master_columns(),
    Column("code", Text, nullable=False, unique=True),
    Column(
        "customer",
        Text,
        ForeignKey("customer.reference", onupdate="CASCADE", ondelete="RESTRICT"),
        nullable=False,
    ),
    Column("sku", Text, ForeignKey("product.sku", onupdate="CASCADE", ondelete="RESTRICT"), nullable=True),
    Column("category", Text, nullable=False),
    Column("terms", Text, nullable=False),
    *validity_columns(),
    CheckConstraint("(sku IS NOT NULL) <> (category <> '')", name="target"),
    Index("ix_contracted_price_customer", "customer", "sku"),
)
