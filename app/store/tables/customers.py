"""The table of customers; documents point at it, so a customer who has any is never deleted."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Text

from app.customers.tax_status import BuyerKind
from app.store.tables.base import Flag, table
from app.store.tables.masters import Name, master_columns

customer = table(
    "customer",
    *master_columns(),
    Column("owner", Text, nullable=False),
    Column("reference", Text, nullable=False, unique=True),
    Column("name", Name, nullable=False),
    Column("legal_name", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("city", Name, nullable=False),  # of the billing address, for lists and the order in them
    Column("country", Text, nullable=False),
    Column("billing", Text, nullable=False),
    Column("shipping", Text, nullable=True),
    Column("electronic_scheme", Text, nullable=False),
    Column("electronic_id", Text, nullable=False),
    Column("buyer_kind", Text, nullable=False),
    Column("tax_ids", Text, nullable=False),
    Column("exempt_reason", Text, nullable=False),
    Column("language", Text, nullable=True),
    Column("currency", Text, nullable=True),
    Column("price_book", Text, nullable=True),
    Column("payment_terms", Text, nullable=True),
    Column("buyer_reference", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("active", Flag, nullable=False),
    CheckConstraint("length(reference) > 0", name="reference"),
    CheckConstraint("length(name) > 0", name="name"),
    CheckConstraint(
        f"buyer_kind IN ({', '.join(repr(kind.value) for kind in BuyerKind)})", name="buyer_kind"
    ),
    Index("ix_customer_name", "name", "id"),
    Index("ix_customer_city", "city", "id"),
)
