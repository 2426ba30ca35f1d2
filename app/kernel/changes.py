"""What a committed unit of work touched, so that views refresh only what they show."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to one record: its kind ('quote', 'invoice') and its id."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The records one unit of work wrote."""

    refs: frozenset[Ref] = field(default_factory=frozenset)

    def touches(self, kind: str) -> bool:
        """Test whether any record of this kind was written."""
        return any(ref.kind == kind for ref in self.refs)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.refs | other.refs)
