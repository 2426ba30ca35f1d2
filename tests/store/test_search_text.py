import pytest

from app.store.search_text import key_of, keys_of, normal, normal_lines, one_error_apart


class TestNormal:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("PRD-00 12, Heavy_Duty", "prd 00 12 heavy duty"),
            ("Größe Öl É", "grosse ol e"),
            ("  ", ""),
            ("電池 AA", "電 池 aa"),
            ("x\ny", "x y"),
            ('"a" OR b*', "a or b"),
        ],
    )
    def test_keeps_letters_and_digits_only(self, text, words):
        assert normal(text) == words
        assert normal_lines([text, text]) == [words, words]

    def test_plain_and_accented_lines_together_give_the_same(self):
        lines = ["Bolt M8", "Öse 12", "a\nb"]
        assert normal_lines(lines) == [normal(line) for line in lines]


class TestKeyOf:
    @pytest.mark.parametrize("text", ["PRD-0012", "prd 0012", "prd/00.12", "PRD0012"])
    def test_leaves_separators_out(self, text):
        assert key_of(text) == "prd0012"
        assert keys_of([text, text]) == ["prd0012", "prd0012"]

    def test_of_many_at_once_is_the_same(self):
        codes = ["Ä-1", "b\nc", "", "X_9"]
        assert keys_of(codes) == [key_of(code) for code in codes]


class TestOneErrorApart:
    @pytest.mark.parametrize("typed", ["bot", "bbolt", "bolts", "belt", "blot", "olt", "botl", "bol"])
    def test_one_letter_more_less_other_or_swapped(self, typed):
        assert one_error_apart(typed, "bolt")

    @pytest.mark.parametrize("typed", ["bolt", "bo", "tlob", "boltss", "lbto", "cart"])
    def test_not_the_same_and_not_two(self, typed):
        assert not one_error_apart(typed, "bolt")
