import pytest

from app.quotes.lifecycle import QuoteState
from tests.support.quotes import a_quote
from ui.quotes.states import state_chip, state_word
from ui.quotes.why_not import why_not_bin, why_not_decide, why_not_edit, why_not_revise, why_not_send


def possible(why) -> set[QuoteState]:
    return {state for state in QuoteState if not why(a_quote(state=state))}


def test_only_a_draft_is_edited_sent_and_thrown_away():
    assert possible(why_not_edit) == possible(why_not_send) == possible(why_not_bin) == {QuoteState.DRAFT}


def test_only_what_was_sent_is_accepted_or_declined():
    assert possible(why_not_decide) == {QuoteState.SENT}


def test_what_was_sent_declined_or_expired_is_revised():
    assert possible(why_not_revise) == {QuoteState.SENT, QuoteState.DECLINED, QuoteState.EXPIRED}


def test_a_read_only_file_is_the_first_reason():
    assert why_not_edit(a_quote(), "The file is newer.") == "The file is newer."


@pytest.mark.parametrize("state", QuoteState)
def test_every_state_has_a_word_a_tone_and_an_icon(state):
    chip = state_chip(state.value)

    assert chip.text == state_word(state)
    assert chip.icon
