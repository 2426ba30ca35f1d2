"""The quick formats write what Babel writes, and what they write can be typed again."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from app.i18n.formats import formats
from app.i18n.number_signs import babel_locale, number_signs
from app.kernel.money import Currency, Money
from app.kernel.numbers import parse_number

LOCALES = (
    *("en", "en_GB", "en_IN", "de", "de_CH", "de_AT", "fr", "fr_CH", "it", "es", "pt_BR"),
    *("nl", "sv", "pl", "hu", "ar", "he", "zh", "ja", "th", "tr", "xx"),
)
numbers = st.decimals(
    min_value=Decimal(-(10**12)), max_value=Decimal(10**12), places=6, allow_nan=False, allow_infinity=False
)


def as_babel(locale: str) -> str:
    return "en" if locale == "xx" else locale


@pytest.mark.parametrize("locale", LOCALES)
@given(value=numbers)
def test_a_number_is_written_as_babel_writes_it(locale, value):
    with localcontext(Context(prec=40, rounding=ROUND_HALF_UP)):
        expected = format_decimal(value, format=None, locale=as_babel(locale), decimal_quantization=False)
    assert formats(locale).number(value) == as_meant(expected, value, locale)


@pytest.mark.parametrize("locale", LOCALES)
@given(value=st.decimals(min_value=Decimal(-(10**9)), max_value=Decimal(10**9), places=2))
def test_an_amount_is_written_as_babel_writes_it(locale, value):
    written = formats(locale).money(Money(value, Currency.of("EUR")))
    expected = as_meant(format_currency(value, "EUR", locale=as_babel(locale)), value, locale)
    # Babel leaves out the space CLDR asks for between a letter code and the digits.
    assert written.replace("EUR\u00a0", "EUR") == expected.replace("EUR\u00a0", "EUR")


@pytest.mark.parametrize("locale", LOCALES)
@given(points=st.integers(-1_000_000, 1_000_000))
def test_a_percentage_is_written_as_babel_writes_it(locale, points):
    share = Decimal(points) / 10_000
    expected = format_percent(share, locale=as_babel(locale), decimal_quantization=False)
    sign = babel_locale(locale).number_symbols["latn"]["percentSign"]
    assert formats(locale).percent(share) == as_meant(expected, share, locale).replace("%", sign)


@pytest.mark.parametrize("locale", LOCALES)
@given(value=numbers)
def test_what_is_written_can_be_typed_again(locale, value):
    form = formats(locale)
    typed = form.typed(form.number(value))
    signs = {"decimal_sign": form.decimal_sign, "group_sign": form.group_sign}
    if form.locale != "en_IN":  # the number parser knows groups of three
        assert parse_number(typed, **signs, scale=6) == value


def as_meant(text: str, value: Decimal, locale: str) -> str:
    """Return Babel's text without the minus of a zero, and with the minus CLDR names for the locale."""
    return text.replace("-", number_signs(locale).minus if value else "")
