"""Text is measured, wrapped and coded; what no font can print is refused by name."""

from __future__ import annotations

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from app.documents.faults import GlyphMissing
from app.documents.pdf.look import BODY, SMALL, Face, Style
from app.documents.pdf.typesetter import Typesetter


def a_setter(**other) -> Typesetter:
    return Typesetter(FPDF(unit="pt"), **other)


SET = a_setter()


class TestWidth:
    def test_grows_with_the_size_and_adds_up(self):
        double = Style(BODY.face, BODY.size * 2, BODY.colour)
        assert SET.width("Invoice", double) == pytest.approx(2 * SET.width("Invoice", BODY))
        assert SET.width("ab", BODY) == pytest.approx(SET.width("a", BODY) + SET.width("b", BODY))

    def test_of_all_figures_is_the_same(self):
        assert len({SET.width(digit, BODY) for digit in "0123456789"}) == 1


class TestWrap:
    def test_leaves_a_short_text_alone(self):
        assert SET.wrap("Anvil, forged", BODY, 200) == ["Anvil, forged"]
        assert SET.wrap("", BODY, 200) == [""]

    def test_breaks_between_words(self):
        lines = SET.wrap("A rather long name of a product that nobody can remember", BODY, 90)
        assert len(lines) > 2
        assert " ".join(lines) == "A rather long name of a product that nobody can remember"

    def test_breaks_after_a_hyphen(self):
        assert SET.wrap("Mountain-Frame", BODY, SET.width("Mountain-Fr", BODY)) == ["Mountain-", "Frame"]

    def test_never_breaks_at_a_hard_blank(self):
        width = SET.width("to pay 1\u00a0234", BODY) - 5
        assert SET.wrap("to pay 1\u00a0234", BODY, width) == ["to pay", "1\u00a0234"]

    def test_parts_a_word_that_is_too_long(self):
        lines = SET.wrap("x" * 300, SMALL, 100)
        assert "".join(lines) == "x" * 300
        assert all(SET.width(line, SMALL) <= 100 for line in lines)

    def test_a_word_of_ten_thousand_letters_is_parted_all_the_same(self):
        assert "".join(SET.wrap("W" * 10_000, BODY, 200)) == "W" * 10_000

    @given(st.text(alphabet="ab -/éΩЖ\u00a0.,", max_size=120), st.integers(20, 200))
    def test_loses_nothing_and_fits(self, text, width):
        lines = SET.wrap(text, BODY, width)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(SET.width(line.rstrip(), BODY) <= width + 0.01 for line in lines)


class TestClip:
    def test_leaves_what_fits(self):
        assert SET.clip("Berlin", BODY, 100) == "Berlin"

    def test_ends_in_an_ellipsis_and_fits(self):
        short = SET.clip("Donaudampfschifffahrtsgesellschaft", BODY, 60)
        assert short.endswith("…")
        assert SET.width(short, BODY) <= 60


class TestCode:
    def test_is_the_same_for_the_same_text(self):
        setter = a_setter()
        assert setter.code("Anvil", Face.REGULAR) is setter.code("Anvil", Face.REGULAR)

    def test_drops_what_cannot_be_seen(self):
        plain, marked = SET.code("AB", Face.REGULAR), SET.code("A\u00ad\x00B", Face.REGULAR)
        assert marked.width == plain.width

    def test_refuses_a_character_no_font_has_and_names_the_text(self):
        with pytest.raises(GlyphMissing) as refused:
            a_setter().code("Model \U0001f9ff\U000e0fff", Face.REGULAR)
        assert refused.value.params["text"].startswith("Model")
        assert refused.value.params["install"]

    def test_a_private_character_is_no_hole(self):
        with pytest.raises(GlyphMissing):
            a_setter().code("\ue123", Face.STRONG)
