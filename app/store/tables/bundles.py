"""The table of bundle models: how each bundle may be configured, as plain JSON."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Text

from app.store.tables.base import Whole, table

bundle_model = table(
    "bundle_model",
    # A bundle that gets another SKU takes its model along.
    Column("sku", Text, ForeignKey("product.sku", onupdate="CASCADE", ondelete="RESTRICT"), primary_key=True),
    Column("version", Whole, nullable=False),
    Column("model", Text, nullable=False),
    CheckConstraint("version >= 1", name="version"),
)
