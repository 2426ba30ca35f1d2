"""What can happen to payments, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class PaymentEvent(StrEnum):
    """A fact in the life of a payment."""

    BOOKED = "payment.booked"
    ALLOCATED = "payment.allocated"
    REVERSED = "payment.reversed"
