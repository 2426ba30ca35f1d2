"""The door of the store: an open file or server, and the units of work on it.

A command is written through ``store.writing(act)``, a screen is filled through ``store.reading()``. Both may
be used from any thread; writers wait for each other, readers see the last commit and wait for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol, Self

from app.kernel.errors import Unavailable
from app.store.faults import faults_named
from app.store.records import Ids, RandomBits, Records, Stamp
from app.store.transaction import Transaction
from app.store.unit_of_work import Reading, UnitOfWork

if TYPE_CHECKING:
    from app.access.act import Act


class Place(Protocol):
    """Where the data lies: a SQLite file or a PostgreSQL server."""

    @property
    def name(self) -> str:
        """Return the file's path or the server's address without its password."""

    @property
    def refusal(self) -> Unavailable | None:
        """Return why nothing can be written here, None when it can."""

    def write(self) -> AbstractContextManager[Transaction]:
        """Open a writing transaction; commit it when the block ends, roll back when it raises."""

    def read(self) -> AbstractContextManager[Transaction]:
        """Open a snapshot."""

    def close(self) -> None:
        """Let go of the file or the server."""


class Store:
    """An open database."""

    def __init__(self, place: Place, random_bits: RandomBits) -> None:
        self.place = place
        self._ids = Ids(random_bits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Return the file's path or the server's address."""
        return self.place.name

    @property
    def refusal(self) -> Unavailable | None:
        """Return why this store is read-only, None when it can be written."""
        return self.place.refusal

    def close(self) -> None:
        """Release the file."""
        self.place.close()

    @contextmanager
    def writing(self, act: Act) -> Iterator[UnitOfWork]:
        """Commit when the block ends, roll back when it raises.

        Raises:
            Unavailable: The file is locked, full, damaged, read-only or was replaced; the error names it.
            RecordChanged: Another writer was faster.
        """
        if self.place.refusal is not None:
            raise self.place.refusal
        stamp = Stamp(act.actor.id, act.actor.device, act.at)
        with faults_named(self.name), self.place.write() as transaction:
            yield UnitOfWork(Records(transaction, self._ids, stamp), act)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give one snapshot; nothing can be written in it.

        Raises:
            Unavailable: The file cannot be read; the error names it.
        """
        with faults_named(self.name), self.place.read() as transaction:
            yield Reading(Records(transaction, self._ids))
