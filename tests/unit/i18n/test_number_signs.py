"""The signs of a locale, as Babel knows them."""

from __future__ import annotations

from app.i18n.number_signs import babel_locale, currency_affixes, number_signs


class TestNumberSigns:
    def test_of_switzerland_group_by_an_apostrophe(self):
        signs = number_signs("de_CH")
        assert (signs.decimal, signs.group, signs.groups) == (".", "’", (3, 3))

    def test_of_india_group_by_lakh_and_crore(self):
        assert number_signs("en_IN").groups == (3, 2)


class TestCurrencyAffixes:
    def test_put_the_sign_where_the_locale_does(self):
        assert currency_affixes("de", "EUR").around("1,00", negative=True) == "-1,00\u00a0€"
        assert currency_affixes("en", "USD").around("1.00", negative=False) == "$1.00"

    def test_part_letters_from_digits(self):
        assert currency_affixes("en", "CHF").around("1.00", negative=True) == "-CHF\u00a01.00"


class TestBabelLocale:
    def test_falls_back_to_the_language_then_to_english(self):
        assert str(babel_locale("de_XYZ")) == "de"
        assert str(babel_locale("not a locale")) == "en"
