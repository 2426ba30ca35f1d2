"""Ids of lines made in the window: UUIDv7, each behind the one before."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

from app.kernel.ids import RANDOM_BITS, uuid7_after

_NANOSECONDS = 1_000_000


class LineIds:
    """Makes the ids of one window's new lines."""

    def __init__(self) -> None:
        self._last: UUID | None = None

    def __call__(self) -> UUID:
        """Return the next id."""
        self._last = uuid7_after(self._last, time.time_ns() // _NANOSECONDS, secrets.randbits(RANDOM_BITS))
        return self._last
