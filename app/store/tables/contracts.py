"""Tables of contracts and their items."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Text, UniqueConstraint

from app.contracts.contract import ContractState, ItemKind
from app.store.tables.base import (
    Day,
    Flag,
    Id,
    Small,
    Whole,
    document_columns,
    line_columns,
    priced_columns,
    refers,
    table,
)

contract = table(
    "contract",
    *document_columns([state.value for state in ContractState]),
    Column("number", Text, nullable=False, unique=True),
    refers("quote_id", "quote"),
    Column("quote_number", Text, nullable=False),
    Column("quote_hash", Text, nullable=False),
    refers("customer_id", "customer"),
    Column("customer_name", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("gross", Flag, nullable=False),
    Column("signed_on", Day, nullable=False),
    Column("starts_on", Day, nullable=False),
    Column("ends_on", Day, nullable=True),
    Column("seller", Text, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("payment_terms", Text, nullable=False),
    Column("delivery_terms", Text, nullable=False),
    Column("buyer_reference", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("exchange_rate", Whole, nullable=False),
    Column("exchange_on", Day, nullable=True),
    Column("exchange_source", Text, nullable=False),
    Column("policies", Text, nullable=False),
    Column("total", Whole, nullable=False),
    UniqueConstraint("quote_id"),
    CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
    Index("ix_contract_newest", "signed_on", "id"),
)

contract_item = table(
    "contract_item",
    *line_columns("contract"),
    Column("quote_line_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    *priced_columns(),
    Column("billing_months", Small, nullable=False),
    CheckConstraint("document_discount >= 0", name="document_discount"),
    CheckConstraint("(starts_on IS NULL) = (ends_before IS NULL)", name="period"),
    CheckConstraint("billing_months >= 1", name="billing_months"),
    CheckConstraint(f"kind IN ({', '.join(repr(kind.value) for kind in ItemKind)})", name="kind"),
)
