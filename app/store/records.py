"""What a repository works with: the open transaction, who acts and when, and what was touched so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.kernel.changes import Changes, Ref
from app.kernel.ids import RANDOM_BITS, uuid7_after
from app.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

RandomBits = Callable[[int], int]
"""Given a count, returns an integer of that many random bits (`secrets.randbits` outside tests)."""


class NotWriting(RuntimeError):
    """A reading unit was asked to write: a bug of the caller."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes and when.

    Attributes:
        by: Id of the actor.
        device: The device's own name, part of its quote series.
        at: The instant of the act, UTC.
    """

    by: UUID
    device: str
    at: datetime


_TIME_SHIFT = 80
_COUNTED = (1 << 62) - 1
"""The low bits of an id: while one of them is 0 the next id is one more."""


class Ids:
    """Makes the ids of one store: ordered by time, and never the same twice."""

    def __init__(self, random_bits: RandomBits) -> None:
        self._random_bits = random_bits
        self._last: UUID | None = None

    def new_id(self, at: datetime) -> UUID:
        """Return a UUIDv7 that sorts behind every id made before it."""
        milliseconds, last = int(at.timestamp() * 1000), self._last
        if last is not None and milliseconds <= last.int >> _TIME_SHIFT and ~last.int & _COUNTED:
            self._last = UUID(
                int=last.int + 1
            )  # as `uuid7_after`, but asks for no randomness: an import's pace
        else:
            self._last = uuid7_after(last, milliseconds, self._random_bits(RANDOM_BITS))
        return self._last

    def new_rev(self) -> UUID:
        """Return a random UUID (version 4), the compare-and-swap token of one change."""
        return UUID(int=self._random_bits(128), version=4)


class Records:
    """The rows of one unit of work."""

    def __init__(self, transaction: Transaction, ids: Ids, stamp: Stamp | None = None) -> None:
        self.transaction = transaction
        self._ids = ids
        self._stamp = stamp
        self._touched: set[Ref] = set()

    @property
    def connection(self) -> Connection:
        """Return SQLAlchemy's connection inside the transaction."""
        return self.transaction.connection

    @property
    def stamp(self) -> Stamp:
        """Return who writes and when.

        Raises:
            NotWriting: This is a reading unit.
        """
        if self._stamp is None:
            raise NotWriting
        return self._stamp

    @property
    def changes(self) -> Changes:
        """Return what was written so far."""
        return Changes(frozenset(self._touched))

    def touch(self, kind: str, record: UUID) -> None:
        """Note that this record was written."""
        self._touched.add(Ref(kind, record))

    def new_id(self) -> UUID:
        """Return the id of a new record."""
        return self._ids.new_id(self.stamp.at)

    def new_rev(self) -> UUID:
        """Return the token of a change."""
        return self._ids.new_rev()
