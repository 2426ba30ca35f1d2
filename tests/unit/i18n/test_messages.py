"""Every refusal says in words what, why and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from app.i18n.messages import codes, fields, sentence
from app.i18n.messages.tables import SENTENCES
from tests.support.message_codes import fields_nobody_gives


@dataclass(frozen=True)
class Problem:
    code: str
    params: dict[str, object] = field(default_factory=dict)


class State(StrEnum):
    SENT = "sent"


@pytest.fixture
def table(monkeypatch):
    def add(code: str, text: str) -> None:
        monkeypatch.setitem(SENTENCES, code, text)

    return add


class TestSentence:
    def test_fills_in_the_facts(self, table):
        table("t.a", "Line {line} of {name} is wrong. Mend it.")
        assert (
            sentence(Problem("t.a", {"line": 2, "name": "Q-1"}), "en") == "Line 2 of Q-1 is wrong. Mend it."
        )

    def test_writes_amounts_and_dates_in_the_readers_way(self, table):
        table("t.a", "{amount} until {day}")
        facts = {"amount": Decimal("1234.5"), "day": date(2026, 3, 5)}
        assert sentence(Problem("t.a", facts), "de") == "1.234,5 until 05.03.2026"

    def test_says_a_state_in_words(self, table):
        table("t.a", "It is {state}.")
        assert sentence(Problem("t.a", {"state": State.SENT}), "en") == "It is sent."

    def test_shows_a_text_of_the_user_untouched_by_format(self, table):
        table("t.a", "“{text}” is not a number.")
        assert sentence(Problem("t.a", {"text": "{x.__class__}"}), "en") == "“{x.__class__}” is not a number."

    def test_leaves_an_ellipsis_for_a_fact_nobody_gave(self, table):
        table("t.a", "Line {line}.")
        assert sentence(Problem("t.a"), "en") == "Line …."

    def test_reads_no_attribute_of_a_fact(self, table):
        table("t.a", "{text.__class__}")
        assert "str" not in sentence(Problem("t.a", {"text": "a"}), "en")

    def test_of_an_unknown_code_still_says_the_facts(self):
        assert sentence(Problem("x.y", {"n": 3}), "en") == "This was refused (x.y). n 3"

    def test_lists_several_things(self, table):
        table("t.a", "Missing: {names}.")
        assert sentence(Problem("t.a", {"names": ("a", "b")}), "en") == "Missing: a, b."

    def test_can_be_disguised_for_the_pseudo_language(self, table):
        table("t.a", "Line {line}.")
        assert sentence(Problem("t.a", {"line": 7}), "xx").startswith("«")


class TestTables:
    @pytest.mark.parametrize("code", sorted(codes()))
    def test_sentence_ends_like_a_sentence_and_names_plain_fields(self, code):
        text = SENTENCES[code]
        assert text[0].isupper() or text[0] in "“{"
        assert text.rstrip("”)").endswith((".", "?"))
        assert all(name.isidentifier() for name in fields(code))

    def test_each_noun_keeps_its_own_codes(self):
        from app.i18n.messages import tables

        for noun in tables._NOUNS:
            assert len(noun.SENTENCES) == sum(
                SENTENCES[code] is text for code, text in noun.SENTENCES.items()
            )


def test_no_sentence_names_a_fact_that_its_error_does_not_carry():
    assert fields_nobody_gives() == {}
