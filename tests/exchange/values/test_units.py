import pytest

from app.exchange.values.units import _WORDS, read_unit
from app.kernel.quantity import ALL_UNITS, Unit, UnknownUnit


class TestReadUnit:
    @pytest.mark.parametrize(
        ("word", "code"),
        [
            ("C62", "C62"),
            ("c62", "C62"),
            ("Stk.", "C62"),
            ("Stück", "C62"),
            ("hour", "HUR"),
            ("Stunde", "HUR"),
            ("Monate", "MON"),
            ("kg", "KGM"),
            (" pièce ", "C62"),
        ],
    )
    def test_knows_codes_and_words(self, word, code):
        assert read_unit(word) == code

    def test_names_a_word_nobody_knows(self):
        with pytest.raises(UnknownUnit):
            read_unit("furlong")

    @pytest.mark.parametrize("unit", ALL_UNITS, ids=str)
    def test_never_takes_a_code_for_another_units_word(self, unit):
        assert read_unit(unit.code) == unit.code

    def test_gives_each_word_to_a_unit_that_exists_and_to_one_only(self):
        words = [word for spoken in _WORDS.values() for word in spoken.split()]
        assert len(words) == len(set(words))
        assert all(Unit(code) for code in _WORDS)
