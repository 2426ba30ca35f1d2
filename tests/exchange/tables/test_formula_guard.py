import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tables.formula_guard import guarded, unguarded

DANGEROUS = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff@x",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "\u3000\uff1d1",
]


class TestGuarded:
    @pytest.mark.parametrize("text", DANGEROUS)
    def test_lets_no_text_compute(self, text):
        assert guarded(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["", "A-1", "a=b", "1+1", "'tis", "<img src=x>", "#N/A", "Größe"])
    def test_leaves_other_texts_alone(self, text):
        assert guarded(text) == text

    def test_marks_a_text_that_looks_guarded_once_more(self):
        assert guarded("'=1") == "''=1"


class TestUnguarded:
    @pytest.mark.parametrize("text", ["'tis", "A", "'", "=1", "'A-1"])
    def test_takes_only_guards_away(self, text):
        assert unguarded(text) == text

    @given(st.text(alphabet=st.sampled_from("'=+-@ \t\r\n\u00a0\uff1dab1"), max_size=8) | st.text(max_size=8))
    def test_gives_back_what_was_guarded(self, text):
        assert unguarded(guarded(text)) == text

    @given(st.text(alphabet=st.sampled_from("'=+-@ \tab"), max_size=6))
    def test_nothing_guarded_computes(self, text):
        assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t"))
