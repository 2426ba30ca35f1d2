"""Numbers, money, dates and periods as a reader of one locale writes them.

The signs come from Babel once per locale; formatting a cell afterwards is string work of about a
microsecond. A property test holds the result equal to Babel's own.
"""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from app.i18n.number_signs import babel_locale, currency_affixes, number_signs

if TYPE_CHECKING:
    from app.kernel.money import Currency, Money

MOST_DECIMALS = 6
_HUNDRED = Decimal(100)
# Signs that keyboards, spreadsheets and our own output use for a space, an apostrophe, a minus.
_LOOK_ALIKES = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "'": "\N{RIGHT SINGLE QUOTATION MARK}",
        "\N{MINUS SIGN}": "-",
        "\N{LEFT-TO-RIGHT MARK}": None,
        "\N{RIGHT-TO-LEFT MARK}": None,
    }
)


class Formats:
    """The writing habits of one locale; get it by `formats`.

    Attributes:
        locale: The locale really used, ``en`` where the wanted one is unknown.
        decimal_sign: Sign between whole and fraction, for the number parser too.
        group_sign: Sign between groups of digits, for the number parser too.
    """

    __slots__ = ("_babel", "_plain_groups", "_signs", "decimal_sign", "group_sign", "locale")

    def __init__(self, locale: str) -> None:
        self._babel = babel_locale(locale)
        self._signs = number_signs(locale)
        self.locale = self._signs.locale
        self.decimal_sign = self._signs.decimal
        self.group_sign = self._signs.group
        self._plain_groups = self._signs.groups == (3, 3)

    def number(self, value: Decimal | int, *, low: int = 0, high: int = MOST_DECIMALS) -> str:
        """Return a number with at least ``low`` and at most ``high`` decimals, halves away from zero."""
        exact = Decimal(value)
        return self._signs.plain.around(self._digits(exact, low, high), _shown_negative(exact, high))

    def typed(self, text: str) -> str:
        """Return typed text as the number parser wants it: this locale's signs, whatever space or minus."""
        plain = text.translate(_LOOK_ALIKES)
        return plain.replace(" ", self.group_sign) if not self.group_sign.strip() else plain

    def amount(self, money: Money) -> str:
        """Return an amount without its currency, with the currency's decimals: ``1,234.50``."""
        decimals = money.currency.exponent
        return self.number(money.amount, low=decimals, high=decimals)

    def money(self, money: Money) -> str:
        """Return an amount with its currency as the locale places it: ``€1,234.50``, ``1.234,50 €``."""
        decimals = money.currency.exponent
        affixes = currency_affixes(self.locale, money.currency.code)
        return affixes.around(
            self._digits(money.amount, decimals, decimals), _shown_negative(money.amount, decimals)
        )

    def price(self, value: Decimal, currency: Currency) -> str:
        """Return a unit price: the currency's decimals, more only where the price has them (up to 6)."""
        return self.number(value, low=currency.exponent, high=MOST_DECIMALS)

    def percent(self, fraction: Decimal, *, low: int = 0, high: int = 2) -> str:
        """Return a fraction as a percentage: 0.075 is ``7.5%``."""
        value = fraction * _HUNDRED
        return self._signs.percent.around(self._digits(value, low, high), _shown_negative(value, high))

    def date(self, value: datetime.date) -> str:
        """Return a date in the locale's medium form: ``15 Mar 2026``."""
        return _date(self.locale, "medium", value)

    def date_short(self, value: datetime.date) -> str:
        """Return a date in figures, the year always in four: ``15.03.2026``."""
        return _date(self.locale, "figures", value)

    def date_long(self, value: datetime.date) -> str:
        """Return a date with its month in words: ``15 March 2026``."""
        return _date(self.locale, "long", value)

    def month(self, value: datetime.date) -> str:
        """Return month and year in words: ``March 2026``."""
        return _date(self.locale, "month", value)

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """Return a period by its first and last day, both inclusive."""
        return f"{self.date(first)} \N{EN DASH} {self.date(last)}"

    def time(self, value: datetime.datetime | datetime.time) -> str:
        """Return hours and minutes; the caller brings the instant into the reader's zone first."""
        from babel.dates import format_time

        return str(format_time(value.replace(tzinfo=None), "short", locale=self._babel))

    def instant(self, value: datetime.datetime) -> str:
        """Return date and time; the caller brings the instant into the reader's zone first."""
        return f"{self.date(value.date())}, {self.time(value)}"

    def currency_sign(self, code: str) -> str:
        """Return the sign of a currency, its code where the locale has none: ``€``, ``CHF``."""
        from babel.numbers import get_currency_symbol

        return str(get_currency_symbol(code, self._babel))

    def country(self, code: str) -> str:
        """Return the name of an ISO 3166 country, the code itself where it is unknown."""
        return str(self._babel.territories.get(code, code))

    def _digits(self, value: Decimal, low: int, high: int) -> str:
        """Return the digits of the absolute value, grouped, without any sign."""
        held = abs(value)
        exponent = held.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValueError("only a finite number can be written")
        if -exponent > high:
            held = held.quantize(Decimal(1).scaleb(-high), ROUND_HALF_UP)
        whole, _, fraction = f"{held:,f}".partition(".")
        fraction = fraction.rstrip("0").ljust(low, "0")
        whole = self._grouped(whole)
        return f"{whole}{self.decimal_sign}{fraction}" if fraction else whole

    def _grouped(self, whole: str) -> str:
        if self._plain_groups:
            return whole if self.group_sign == "," else whole.replace(",", self.group_sign)
        digits, (last, others) = whole.replace(",", ""), self._signs.groups
        parts = [digits[-last:]]
        rest = digits[:-last]
        while rest:
            parts.append(rest[-others:])
            rest = rest[:-others]
        return self.group_sign.join(reversed(parts))


@lru_cache(maxsize=32)
def formats(locale: str) -> Formats:
    """Return the formats of a locale such as ``de``, ``de_CH``, ``en-IN``; unknown ones read as English."""
    return Formats(locale)


def _shown_negative(value: Decimal, decimals: int) -> bool:
    """Tell whether a minus is written: -0.004 with two decimals is 0.00, not -0.00."""
    return value < 0 and -value * 2 >= Decimal(1).scaleb(-decimals)


@lru_cache(maxsize=8192)
def _date(locale: str, style: str, value: datetime.date) -> str:
    from babel.dates import format_date, format_skeleton, get_date_format

    known = babel_locale(locale)
    if style == "month":
        return str(format_skeleton("yMMMM", value, locale=known))
    if style == "figures":
        pattern = get_date_format("short", locale=known).pattern
        whole_year = pattern if "yyyy" in pattern else pattern.replace("yy", "y")
        return str(format_date(value, whole_year, locale=known))
    return str(format_date(value, style, locale=known))
