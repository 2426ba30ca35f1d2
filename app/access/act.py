"""One user action: who acts, when, on which business day, and under which idempotency key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Act:
    """What every use case is told about the moment it runs in.

    Attributes:
        actor: Who acts.
        at: The instant, in UTC.
        today: The business day: the date of `at` in the company's time zone, never the laptop's.
        key: Idempotency key of the command; empty when repeating it is meant to repeat its effect.

    Raises:
        ValueError: `at` is not in UTC (a caller's bug).
    """

    actor: Actor
    at: datetime
    today: date
    key: str = ""

    def __post_init__(self) -> None:
        if self.at.utcoffset() != UTC.utcoffset(None):
            raise ValueError("an instant is kept in UTC")
