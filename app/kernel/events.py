"""What happened, as the journal keeps it: a kind, the record, its number and the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.kernel.changes import Ref


@dataclass(frozen=True, slots=True)
class DomainEvent:
    """One business fact, appended to the journal in the transaction that made it true.

    Attributes:
        kind: Member of the noun's own event enum, e.g. ``QuoteEvent.SENT`` = ``quote.sent``.
        subject: The record it happened to.
        number: The document's number as people read it, empty for records without one.
        facts: Business ids, dates and amounts as text (fixed decimals); never names or addresses.
    """

    kind: StrEnum
    subject: Ref
    number: str = ""
    facts: Mapping[str, str | int | None] = field(default_factory=lambda: MappingProxyType({}))
