"""The repositories of a unit, each made when it is first asked for: a new noun adds one property here.

Imports stand inside the properties, so that a command pays for the nouns it speaks of and for no other.
"""

from __future__ import annotations

from functools import cached_property

from app.store.journal import Journal
from app.store.records import Records


class Nouns:
    """What both a reading and a writing unit offer."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def journal(self) -> Journal:
        """Return the journal."""
        return Journal(self.records)
