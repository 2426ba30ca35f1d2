"""Every refusal and every finding has a sentence a person can act on."""

from tests.support.message_codes import codes_in_source, missing_codes


def test_every_code_has_a_sentence():
    assert missing_codes() == {}


def test_the_codes_are_really_found():
    assert "quotes.not_editable" in codes_in_source("app/quotes")
