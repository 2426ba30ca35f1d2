"""What a payment says, as one hash."""

from __future__ import annotations

from app.kernel.canonical import content_hash, fields_of
from app.payments.payment import Payment

SCHEMA = "payment/1"
"""Raised whenever the fields of the hashed value change; `verify` keeps the encoders of older schemas."""

_NOT_HASHED = frozenset({"rev", "version", "state", "allocations"})


def hash_of(payment: Payment) -> str:
    """Return the hash of what the payment says; its state and allocations are facts of their own."""
    return content_hash(fields_of(payment, without=_NOT_HASHED), schema=SCHEMA)
