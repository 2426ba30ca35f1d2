"""What a contract says, as one hash."""

from __future__ import annotations

from app.contracts.contract import Contract
from app.kernel.canonical import content_hash, fields_of

SCHEMA = "contract/1"
"""Raised whenever the fields of the hashed value change; `verify` keeps the encoders of older schemas."""

_NOT_HASHED = frozenset({"rev", "version", "state", "owner"})


def hash_of(contract: Contract) -> str:
    """Return the hash of what the contract says."""
    return content_hash(fields_of(contract, without=_NOT_HASHED), schema=SCHEMA)
