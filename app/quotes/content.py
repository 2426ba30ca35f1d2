"""What a quote says, as one hash: equal hashes are equal offers."""

from __future__ import annotations

from app.kernel.canonical import content_hash, fields_of
from app.quotes.quote import Quote

SCHEMA = "quote/1"
"""Raised whenever the fields of the hashed value change; `verify` keeps the encoders of older schemas."""

_NOT_HASHED = frozenset({"id", "rev", "version", "revision", "state", "acceptance", "supersedes", "owner"})


def hash_of(quote: Quote) -> str:
    """Return the hash of what the revision says; its place in the series and its fate are left out."""
    return content_hash(fields_of(quote, without=_NOT_HASHED), schema=SCHEMA)
