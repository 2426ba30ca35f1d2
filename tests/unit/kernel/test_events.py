from enum import StrEnum
from uuid import UUID

from app.kernel.changes import Ref
from app.kernel.events import DomainEvent


class QuoteEvent(StrEnum):
    SENT = "quote.sent"


class TestDomainEvent:
    def test_says_what_happened_to_which_record(self):
        event = DomainEvent(QuoteEvent.SENT, Ref("quote", UUID(int=1)), "Q-7", {"revision": 2})

        assert (event.kind, event.number, event.facts["revision"]) == ("quote.sent", "Q-7", 2)

    def test_needs_neither_number_nor_facts(self):
        event = DomainEvent(QuoteEvent.SENT, Ref("quote", UUID(int=1)))

        assert (event.number, dict(event.facts)) == ("", {})
