"""Whether a file holds anything yet that a person would miss."""

from __future__ import annotations

from app.store.transaction import Transaction

_KEPT = ("product", "customer", "quote", "promotion", "price_entry")
"""Everything else, contracts and invoices among it, comes of one of these."""

_ANY = f"SELECT 1 WHERE {' OR '.join(f'EXISTS (SELECT 1 FROM {table})' for table in _KEPT)}"


def holds_records(transaction: Transaction) -> bool:
    """Test whether there is any product, customer, quote, offer or price; a company alone is none."""
    return bool(transaction.rows(_ANY))
