from dataclasses import replace

import pytest

from app.kernel.errors import RuleViolation
from app.kernel.text import TextTooLong
from app.quotes.texts import cleaned
from tests.support.quotes import a_line, a_quote


class TestCleaned:
    def test_composes_letters(self):
        quote = a_quote(a_line(1, name="Cafe\u0301"), notes="u\u0308ber")

        assert (cleaned(quote).lines[0].name, cleaned(quote).notes) == ("Caf\u00e9", "\u00fcber")

    def test_leaves_what_is_clean_as_it_is(self):
        quote = a_quote(a_line(1, name="Anvil"), notes="two\nlines")

        assert cleaned(quote) == quote

    @pytest.mark.parametrize("text", ["\u202etxt.exe", "bell\x07", "x" * 10_001])
    def test_refuses_what_does_not_belong(self, text):
        with pytest.raises(RuleViolation):
            cleaned(replace(a_quote(), notes=text))

    @pytest.mark.parametrize("field", ["name", "detail"])
    def test_a_description_has_2000_characters_at_most(self, field):
        assert cleaned(a_quote(replace(a_line(1), **{field: "x" * 2_000})))
        with pytest.raises(TextTooLong) as refused:
            cleaned(a_quote(replace(a_line(1), **{field: "x" * 2_001})))
        assert (refused.value.params["longest"], refused.value.params["length"]) == (2_000, 2_001)

    def test_markup_stays_the_letters_it_is(self):
        name = "<img src=file:///etc/passwd>"

        assert cleaned(a_quote(a_line(1, name=name))).lines[0].name == name
