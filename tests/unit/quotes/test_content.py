from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from app.quotes.content import hash_of
from app.quotes.lifecycle import QuoteState
from app.quotes.quote import Acceptance
from tests.support.quotes import TODAY, a_line, a_quote

QUOTE = a_quote(a_line(1, quantity="3"))


class TestHashOf:
    def test_revision_number_state_and_acceptance_are_left_out(self):
        yes = Acceptance("Anna", datetime(2026, 3, 2, tzinfo=UTC), TODAY, "e-mail")
        moved = replace(
            QUOTE, id=UUID(int=9), revision=2, state=QuoteState.ACCEPTED, acceptance=yes, rev=UUID(int=1)
        )

        assert hash_of(moved) == hash_of(QUOTE)

    def test_every_word_of_the_offer_counts(self):
        others = [
            a_quote(a_line(1, quantity="4")),
            a_quote(a_line(1, quantity="3", discount="0")),
            replace(QUOTE, notes="x"),
            replace(QUOTE, valid_until=TODAY),
        ]

        assert len({hash_of(QUOTE), *map(hash_of, others)}) == 5

    def test_a_quantity_is_the_same_however_many_zeros_it_is_written_with(self):
        assert hash_of(a_quote(a_line(1, quantity="3.000"))) == hash_of(QUOTE)
