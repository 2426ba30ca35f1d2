"""What an invoice says, as one hash."""

from __future__ import annotations

from app.billing.invoice import Invoice
from app.kernel.canonical import content_hash, fields_of

SCHEMA = "invoice/1"
"""Raised whenever the fields of the hashed value change; `verify` keeps the encoders of older schemas."""

_NOT_HASHED = frozenset({"rev", "version", "owner", "chain"})


def hash_of(invoice: Invoice) -> str:
    """Return the hash of what the invoice says, without its link in the chain."""
    return content_hash(fields_of(invoice, without=_NOT_HASHED), schema=SCHEMA)
