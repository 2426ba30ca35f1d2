"""Tables of price books and their dated entries; an entry names its book by code and its product by SKU."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text, UniqueConstraint

from app.store.tables.base import Flag, Id, Small, Whole, table
from app.store.tables.masters import master_columns, validity_columns

price_book = table(
    "price_book",
    *master_columns(),
    Column("code", Text, nullable=False, unique=True),
    Column("names", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("gross", Flag, nullable=False),
    Column("price_scale", Small, nullable=True),
    *validity_columns(),
    CheckConstraint("price_scale IS NULL OR price_scale BETWEEN 0 AND 6", name="price_scale"),
)

price_entry = table(
    "price_entry",
    Column("id", Id, primary_key=True),
    Column("version", Whole, nullable=False),
    # A product or a book that gets another code takes its prices along.
    Column(
        "book", Text, ForeignKey("price_book.code", onupdate="CASCADE", ondelete="RESTRICT"), nullable=False
    ),
    Column("sku", Text, ForeignKey("product.sku", onupdate="CASCADE", ondelete="RESTRICT"), nullable=False),
    Column("price", Whole, nullable=False),
    Column("base_quantity", Whole, nullable=False),
    Column("term_months", Small, nullable=False),
    Column("unit", Text, nullable=False),
    # How a quantity becomes a price, as plain JSON; empty: by multiplying.
    Column("method", Text, nullable=False),
    Column("minimum_quantity", Whole, nullable=False),
    Column("free_quantity", Whole, nullable=False),
    *validity_columns(),
    UniqueConstraint("sku", "book", "first_day"),
    CheckConstraint("version >= 1", name="version"),
    CheckConstraint("price >= 0", name="price"),
    CheckConstraint("base_quantity > 0", name="base_quantity"),
    CheckConstraint("term_months >= 1", name="term_months"),
    CheckConstraint("minimum_quantity >= 0 AND free_quantity >= 0", name="quantities"),
    Index("ix_price_entry_book", "book", "sku"),
)
