"""One user action is one transaction: `Store.writing` commits it, and nobody else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from app.kernel.changes import Changes
from app.store.idempotency import Idempotency
from app.store.nouns import Nouns
from app.store.numbers import Numbers
from app.store.records import Records

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.search_index import SearchIndex


class UnitOfWork(Nouns):
    """The repositories of one writing transaction and what they touched.

    Attributes:
        act: Who acts, when, on which day, under which key.
    """

    def __init__(self, records: Records, act: Act) -> None:
        super().__init__(records)
        self.act = act

    @property
    def changes(self) -> Changes:
        """Return what was written so far."""
        return self.records.changes

    def new_id(self) -> UUID:
        """Return the id of a new record: UUIDv7 of the act's instant."""
        return self.records.new_id()

    @cached_property
    def numbers(self) -> Numbers:
        """Return the number series."""
        return Numbers(self.records)

    @cached_property
    def idempotency(self) -> Idempotency:
        """Return the keys of commands carried out."""
        return Idempotency(self.records)

    @cached_property
    def search_index(self) -> SearchIndex:
        """Return the index that keeps records findable."""
        from app.store.search_index import SearchIndex

        return SearchIndex(self.records)


class Reading(Nouns):
    """The repositories and lists of one snapshot; whatever it asks, it sees one state of the file."""
