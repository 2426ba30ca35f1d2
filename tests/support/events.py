"""Events of a quote that is in no table, for tests of the journal."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from app.kernel.changes import Ref
from app.kernel.events import DomainEvent

QUOTE = UUID(int=7)


class Happened(StrEnum):
    SENT = "quote.sent"
    ACCEPTED = "quote.accepted"


def an_event(kind: Happened = Happened.SENT, **facts: str | int | None) -> DomainEvent:
    return DomainEvent(kind, Ref("quote", QUOTE), "Q-A-00001", facts)
