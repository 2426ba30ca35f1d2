"""What can happen to a customer, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class CustomerEvent(StrEnum):
    """A fact in the life of a customer."""

    ADDED = "customer.added"
    CHANGED = "customer.changed"
    BINNED = "customer.binned"
    RESTORED = "customer.restored"
