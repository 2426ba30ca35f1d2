"""How one locale writes numbers: its signs, groups and patterns, taken from Babel once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

FALLBACK = "en"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Affixes:
    """What stands before and after the digits, for positive and for negative numbers."""

    before: str
    after: str
    before_negative: str
    after_negative: str

    def around(self, digits: str, negative: bool) -> str:
        """Return the digits in their pattern."""
        if negative:
            return self.before_negative + digits + self.after_negative
        return self.before + digits + self.after


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """The signs of one locale.

    Attributes:
        groups: Digits of the last group and of those before it: (3, 3), in India (3, 2).
    """

    locale: str
    decimal: str
    group: str
    minus: str
    groups: tuple[int, int]
    plain: Affixes
    percent: Affixes


@lru_cache(maxsize=64)
def number_signs(locale: str) -> NumberSigns:
    """Return the signs of a locale such as ``de``, ``de_CH`` or ``en-IN``."""
    known = babel_locale(locale)
    symbols = known.number_symbols["latn"]
    minus = symbols["minusSign"]
    plain, percent = known.decimal_formats[None], known.percent_formats[None]
    return NumberSigns(
        locale=str(known),
        decimal=symbols["decimal"],
        group=symbols["group"],
        minus=minus,
        groups=(plain.grouping[0], plain.grouping[1]),
        plain=_affixes(plain, minus, {}),
        percent=_affixes(percent, minus, {"%": symbols["percentSign"]}),
    )


@lru_cache(maxsize=512)
def currency_affixes(locale: str, currency: str) -> Affixes:
    """Return what stands around an amount of this currency, with a space between letters and digits."""
    from babel.numbers import get_currency_symbol

    known = babel_locale(locale)
    symbol = get_currency_symbol(currency, known)
    found = _affixes(
        known.currency_formats["standard"], known.number_symbols["latn"]["minusSign"], {"¤": symbol}
    )
    # CLDR asks for this space ("CHF 5", not "CHF5"); Babel leaves it out.
    return Affixes(
        found.before + (_NO_BREAK_SPACE if found.before[-1:].isalpha() else ""),
        (_NO_BREAK_SPACE if found.after[:1].isalpha() else "") + found.after,
        found.before_negative + (_NO_BREAK_SPACE if found.before_negative[-1:].isalpha() else ""),
        (_NO_BREAK_SPACE if found.after_negative[:1].isalpha() else "") + found.after_negative,
    )


@lru_cache(maxsize=64)
def babel_locale(locale: str) -> Locale:
    """Return Babel's locale; one it does not know (the pseudo-language too) reads as English."""
    from babel import Locale, UnknownLocaleError

    for candidate in (locale, locale.replace("-", "_").split("_")[0]):
        try:
            return Locale.parse(candidate.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(FALLBACK)


def _affixes(pattern: NumberPattern, minus: str, signs: dict[str, str]) -> Affixes:
    def written(affix: str) -> str:
        for mark, sign in {**signs, "-": minus}.items():
            affix = affix.replace(mark, sign)
        return affix

    before, before_negative = pattern.prefix
    after, after_negative = pattern.suffix
    return Affixes(written(before), written(after), written(before_negative), written(after_negative))
