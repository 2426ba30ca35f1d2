import itertools

import pytest

from app.quotes.lifecycle import (
    REVISABLE_STATES,
    TRANSITIONS,
    QuoteConcluded,
    QuoteNotSent,
    QuoteSentAlready,
    QuoteState,
    QuoteStillDraft,
    QuoteSuperseded,
    QuoteTransitionRefused,
    check_transition,
)


class TestLifecycle:
    @pytest.mark.parametrize(("state", "target"), list(itertools.product(QuoteState, QuoteState)))
    def test_allows_exactly_what_the_table_lists(self, state, target):
        if target in TRANSITIONS[state]:
            check_transition(state, target)
        else:
            with pytest.raises(QuoteTransitionRefused):
                check_transition(state, target)

    def test_every_state_can_be_reached_from_a_draft(self):
        reached, edge = set(), {QuoteState.DRAFT}
        while edge:
            reached |= edge
            edge = {target for state in edge for target in TRANSITIONS[state]} - reached

        assert reached == set(QuoteState)

    @pytest.mark.parametrize(
        ("current", "target", "error"),
        [
            (QuoteState.DRAFT, QuoteState.ACCEPTED, QuoteNotSent),
            (QuoteState.DRAFT, QuoteState.SUPERSEDED, QuoteStillDraft),
            (QuoteState.SENT, QuoteState.APPROVED, QuoteSentAlready),
            (QuoteState.ACCEPTED, QuoteState.ACCEPTED, QuoteConcluded),
            (QuoteState.ACCEPTED, QuoteState.SUPERSEDED, QuoteConcluded),
            (QuoteState.SUPERSEDED, QuoteState.ACCEPTED, QuoteSuperseded),
            (QuoteState.DECLINED, QuoteState.ACCEPTED, QuoteTransitionRefused),
        ],
    )
    def test_the_refusal_says_what_to_do_instead(self, current, target, error):
        with pytest.raises(QuoteTransitionRefused) as refused:
            check_transition(current, target)

        assert type(refused.value) is error

    def test_a_superseded_revision_can_no_longer_be_accepted(self):
        with pytest.raises(QuoteTransitionRefused):
            check_transition(QuoteState.SUPERSEDED, QuoteState.ACCEPTED)

    def test_an_accepted_revision_is_not_revised(self):
        assert QuoteState.ACCEPTED not in REVISABLE_STATES
        assert QuoteState.SENT in REVISABLE_STATES
