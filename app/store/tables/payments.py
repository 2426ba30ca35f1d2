"""Tables of payments and of what settles invoices; both are only ever added to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text

from app.payments.payment import PaymentMethod, PaymentState
from app.store.tables.base import Day, Id, Whole, document_columns, refers, table

payment = table(
    "payment",
    *document_columns([state.value for state in PaymentState]),
    Column("number", Text, nullable=False, unique=True),
    refers("customer_id", "customer"),
    Column("customer_name", Text, nullable=False),
    Column("paid_on", Day, nullable=False),
    Column("currency", Text, nullable=False),
    Column("amount", Whole, nullable=False),
    Column("method", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("reverses", Id, ForeignKey("payment.id", ondelete="RESTRICT"), nullable=True, unique=True),
    # The sum of its rows in `allocation`, kept for the limit below; `verify` adds it up anew.
    Column("allocated", Whole, nullable=False, server_default="0"),
    CheckConstraint("allocated BETWEEN 0 AND amount OR allocated BETWEEN amount AND 0", name="allocated"),
    CheckConstraint("(amount < 0) = (reverses IS NOT NULL) AND amount <> 0", name="amount"),
    CheckConstraint(f"method IN ({', '.join(repr(m.value) for m in PaymentMethod)})", name="method"),
    Index("ix_payment_newest", "paid_on", "id"),
)

allocation = table(
    "allocation",
    Column("id", Id, primary_key=True),
    Column("payment_id", Id, ForeignKey("payment.id", ondelete="RESTRICT"), nullable=True, index=True),
    Column("credit_note_id", Id, ForeignKey("invoice.id", ondelete="RESTRICT"), nullable=True, index=True),
    refers("invoice_id", "invoice"),
    Column("amount", Whole, nullable=False),
    Column("allocated_on", Day, nullable=False),
    CheckConstraint("(payment_id IS NULL) <> (credit_note_id IS NULL)", name="source"),
    CheckConstraint("amount <> 0", name="amount"),
)
