"""What can happen to a quote, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class QuoteEvent(StrEnum):
    """A fact in the life of a quote."""

    STARTED = "quote.started"
    SENT = "quote.sent"
    ACCEPTED = "quote.accepted"
    DECLINED = "quote.declined"
    REVISED = "quote.revised"
    CLONED = "quote.cloned"
    BINNED = "quote.binned"
    RESTORED = "quote.restored"
