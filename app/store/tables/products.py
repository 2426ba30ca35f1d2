"""Tables of products and what they cost; the catalog's counter, which moves with every change of a price."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text

from app.catalog.product import ChargeType, SupplyKind, TaxClass
from app.store.tables.base import Id, Small, Whole, table
from app.store.tables.masters import Name, master_columns, validity_columns

PERCENT_SCALE = 8
"""A percentage is kept as its fraction x 10^8: 5.5 % is 5,500,000."""

product = table(
    "product",
    *master_columns(),
    Column("sku", Text, nullable=False, unique=True),
    Column("name", Name, nullable=False),  # in the company's language, for lists and the order in them
    Column("names", Text, nullable=False),
    Column("descriptions", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("conversions", Text, nullable=False),
    Column("supply", Text, nullable=False),
    Column("charge", Text, nullable=False),
    Column("tax_class", Text, nullable=False),
    Column("tax_percent", Whole, nullable=True),
    Column("exemption", Text, nullable=False),
    *validity_columns(),
    CheckConstraint(f"supply IN ({', '.join(repr(kind.value) for kind in SupplyKind)})", name="supply"),
    CheckConstraint(f"charge IN ({', '.join(repr(kind.value) for kind in ChargeType)})", name="charge"),
    CheckConstraint(f"tax_class IN ({', '.join(repr(kind.value) for kind in TaxClass)})", name="tax_class"),
    CheckConstraint("tax_percent IS NULL OR tax_percent BETWEEN 0 AND 100000000", name="tax_percent"),
    Index("ix_product_name", "name", "id"),
    Index("ix_product_category", "category", "id"),
)

product_cost = table(
    "product_cost",
    Column("product_id", Id, ForeignKey("product.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Small, primary_key=True),
    Column("amount", Whole, nullable=False),
    Column("currency", Text, nullable=False),
    *validity_columns(),
    CheckConstraint("amount >= 0", name="amount"),
)

catalog_version = table(
    "catalog_version",
    Column("id", Small, primary_key=True, autoincrement=False),
    Column("version", Whole, nullable=False),
    CheckConstraint("id = 1", name="id"),
)
"""One row: a plan made from the rules is good as long as the number stands."""
