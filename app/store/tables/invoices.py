"""Tables of issued invoices and credit notes, their lines, tax groups and due dates."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text, text

from app.billing.status import InvoiceKind
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

KINDS = ", ".join(repr(kind.value) for kind in InvoiceKind)

invoice = table(
    "invoice",
    *document_columns(["issued"]),
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    refers("contract_id", "contract"),
    Column("contract_number", Text, nullable=False),
    Column("quote_number", Text, nullable=False),
    refers("customer_id", "customer"),
    Column("customer_name", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("gross", Flag, nullable=False),
    Column("issued_on", Day, nullable=False),
    Column("due_on", Day, nullable=False),
    Column("seller", Text, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("early_offers", Text, nullable=False),
    Column("groups", Text, nullable=False),
    Column("net", Whole, nullable=False),
    Column("tax", Whole, nullable=False),
    Column("cash_rounding", Whole, nullable=True),
    Column("total", Whole, nullable=False),
    # Sums of `allocation`, kept so that lists and the limits below need no join; `verify` adds them up anew.
    Column("paid", Whole, nullable=False, server_default="0"),
    Column("credited", Whole, nullable=False, server_default="0"),
    Column("company_currency", Text, nullable=True),
    Column("corrects", Id, ForeignKey("invoice.id", ondelete="RESTRICT"), nullable=True, index=True),
    Column("corrects_number", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("payment_terms", Text, nullable=False),
    Column("delivery_terms", Text, nullable=False),
    Column("buyer_reference", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("exchange_rate", Whole, nullable=False),
    Column("exchange_on", Day, nullable=True),
    Column("exchange_source", Text, nullable=False),
    Column("policies", Text, nullable=False),
    Column("chain_position", Whole, nullable=False, unique=True),
    Column("chain_previous", Text, nullable=False),
    Column("chain_hash", Text, nullable=False),
    CheckConstraint(f"kind IN ({KINDS})", name="kind"),
    CheckConstraint("net + tax + COALESCE(cash_rounding, 0) = total", name="total"),
    CheckConstraint("paid >= 0 AND credited >= 0 AND paid + credited <= total", name="settled"),
    CheckConstraint("(kind = 'credit_note') = (corrects IS NOT NULL)", name="corrects"),
    Index("ix_invoice_newest", "issued_on", "id"),
    Index(
        "ix_invoice_open",
        "due_on",
        "id",
        sqlite_where=text("kind = 'invoice' AND total - paid - credited > 0"),
        postgresql_where=text("kind = 'invoice' AND total - paid - credited > 0"),
    ),
)

invoice_line = table(
    "invoice_line",
    *line_columns("invoice"),
    Column("quote_line_id", Id, nullable=False),
    Column("contract_item_id", Id, ForeignKey("contract_item.id", ondelete="RESTRICT"), nullable=False),
    Column("instalment", Small, nullable=False),
    Column("attempt", Small, nullable=False),
    Column("invoice_line_id", Id, ForeignKey("invoice_line.id", ondelete="RESTRICT"), nullable=True),
    *priced_columns(),
    CheckConstraint("(starts_on IS NULL) = (ends_before IS NULL)", name="period"),
    # An instalment is billed once; after a credit it may be billed again, as the next attempt.
    Index(
        "uq_invoice_line_billed",
        "contract_item_id",
        "instalment",
        "attempt",
        unique=True,
        sqlite_where=text("invoice_line_id IS NULL"),
        postgresql_where=text("invoice_line_id IS NULL"),
    ),
)
