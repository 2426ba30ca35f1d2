from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.quotes.lifecycle import QuoteState, QuoteTransitionRefused
from app.quotes.revision import Difference, clone, compare, revise
from tests.support.quotes import a_line, a_quote, an_id

LATER = date(2026, 3, 20)


class TestRevise:
    def test_supersedes_the_sent_revision_and_keeps_number_and_lines(self):
        sent = a_quote(a_line(1), state=QuoteState.SENT)

        superseded, draft = revise(sent, new_id=an_id(50), today=LATER)

        assert superseded.state is QuoteState.SUPERSEDED
        assert (draft.number, draft.revision, draft.state) == ("Q-2026-00001", 2, QuoteState.DRAFT)
        assert draft.lines == sent.lines
        assert draft.supersedes == sent.id

    def test_renews_validity_for_as_many_days(self):
        _, draft = revise(a_quote(state=QuoteState.SENT), new_id=an_id(50), today=LATER)

        assert draft.valid_until == date(2026, 4, 19)

    @pytest.mark.parametrize("state", [QuoteState.DRAFT, QuoteState.ACCEPTED, QuoteState.SUPERSEDED])
    def test_refuses_a_draft_an_accepted_and_a_superseded_quote(self, state):
        with pytest.raises(QuoteTransitionRefused):
            revise(a_quote(state=state), new_id=an_id(50), today=LATER)


class TestClone:
    def test_is_a_new_offer_with_the_same_lines_at_todays_prices(self):
        ids = iter(map(an_id, range(60, 99)))

        copy = clone(
            a_quote(a_line(1), a_line(2), state=QuoteState.ACCEPTED),
            new_id=an_id(50),
            new_line_id=lambda: next(ids),
            today=LATER,
        )

        assert (copy.number, copy.revision, copy.state) == ("", 1, QuoteState.DRAFT)
        assert copy.price_date == LATER
        assert [line.id for line in copy.lines] == [an_id(60), an_id(61)]


class TestCompare:
    def test_names_the_cause_of_each_difference(self):
        before = a_quote(a_line(1), a_line(2), a_line(3), a_line(4))
        after = a_quote(
            a_line(1),
            a_line(2, quantity="5", discount="10"),
            replace(a_line(3), unit_price=Decimal(9), name="Cheaper"),
            a_line(5),
        )

        rows = compare(before, after)

        assert [row.causes for row in rows] == [
            (),
            (Difference.QUANTITY, Difference.DISCOUNT),
            (Difference.PRICE, Difference.TEXT),
            (Difference.ADDED,),
            (Difference.REMOVED,),
        ]

    def test_a_revision_compared_with_itself_differs_nowhere(self):
        quote = a_quote(a_line(1), a_line(2))

        assert not any(row.causes for row in compare(quote, quote))
