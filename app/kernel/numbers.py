"""The one number parser: what a person, a file or a command line wrote, read exactly or refused.

`Decimal()` takes NaN, 1e999999, full-width digits and 1_000; none of that passes here. A group separator
counts only where groups stand, so that "1,5" written by a German in an English field is refused and not read
as 15.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, TypedDict, Unpack

from app.kernel.errors import RuleViolation
from app.kernel.exact import EXACT, QUANTA, plain

LONGEST = 40
"""Characters a number may have."""

LONGEST_SUM = 200
"""Characters a sum may have."""

DEFAULT_SCALE = 6
"""Decimals of prices, quantities and rates as the store keeps them."""

LARGEST_SCALED = 2**63 - 1
"""The store keeps scaled integers in signed 64 bits."""


class NotANumber(RuleViolation):
    """The text is not a number written in this format."""

    code = "numbers.not_a_number"


class NumberTooLong(RuleViolation):
    """The text has more characters than any number needs."""

    code = "numbers.too_long"


class GroupMisplaced(RuleViolation):
    """A group separator stands where no group of three ends: a decimal sign of another locale?"""

    code = "numbers.group_misplaced"


class TooManyDecimals(RuleViolation):
    """The number has more decimals than the field keeps."""

    code = "numbers.too_many_decimals"


class NumberOutOfRange(RuleViolation):
    """The number lies outside the range of the field."""

    code = "numbers.out_of_range"


class Bounds(TypedDict, total=False):
    """What a field accepts.

    Attributes:
        scale: Decimals at most; 6 by default.
        low: Smallest value accepted; by default what the store can hold.
        high: Largest value accepted; by default what the store can hold.
    """

    scale: int
    low: Decimal
    high: Decimal


class Signs(NamedTuple):
    """How a locale writes numbers: its decimal sign and its group separator (empty = none)."""

    decimal: str = "."
    group: str = ","


_BLANKS = " \u00a0\u202f"
_APOSTROPHES = "'\u2019"
_MINUS = ("-", "\u2212")
_SIGNS = ("+", *_MINUS)
_TIMES = ("*", "\u00d7")
_OPERATORS = re.compile("([-+*\u2212\u00d7])")
# Numbers written in right-to-left locales carry invisible direction marks.
_MARKS = "\u200e\u200f\u061c"


def parse_number(
    text: str, *, decimal_sign: str = ".", group_sign: str = ",", **bounds: Unpack[Bounds]
) -> Decimal:
    """Return the number the text says in this number format.

    Args:
        text: At most 40 characters; blanks around it are ignored.
        decimal_sign: Sign before the decimals.
        group_sign: Sign between groups of three digits, empty when there is none.
        **bounds: `scale`, `low` and `high`, see `Bounds`.

    Raises:
        NumberTooLong: More than 40 characters.
        GroupMisplaced: A group separator where no group ends ("1,5" in an English field).
        NotANumber: Anything else that is no number: NaN, 1e9, other digits than 0-9.
        TooManyDecimals: More decimals than `scale`.
        NumberOutOfRange: Below `low` or above `high`.
    """
    return checked(_read(text, Signs(decimal_sign, group_sign)), **bounds)


def parse_sum(
    text: str, *, decimal_sign: str = ".", group_sign: str = ",", **bounds: Unpack[Bounds]
) -> Decimal:
    """Return the value of a sum of products such as ``3*49.90+5``, exactly; a single number is one, too.

    Args:
        text: At most 200 characters: numbers, ``+``, ``-`` and ``*``; products come before sums.
        decimal_sign: Sign before the decimals.
        group_sign: Sign between groups of three digits, empty when there is none.
        **bounds: What the value must keep to, see `Bounds`; it is refused and not rounded.

    Raises:
        NumberTooLong: More than 200 characters, or a number of more than 40.
        NotANumber: Anything else than such a sum.
        GroupMisplaced: A group separator where no group ends.
        TooManyDecimals: The value has more decimals than `scale`.
        NumberOutOfRange: The value is below `low` or above `high`.
    """
    if len(text) > LONGEST_SUM:
        raise NumberTooLong(text=text[:LONGEST], longest=LONGEST_SUM)
    signs = Signs(decimal_sign, group_sign)
    # An operator first, then its number, and so on; a sum that starts with a number starts with plus.
    first, *rest = _OPERATORS.split(text.strip().strip(_MARKS))
    parts = rest if not first.strip() and rest and rest[0] in _SIGNS else ["+", first, *rest]
    value, product = Decimal(0), Decimal(0)
    for operator, number in zip(parts[::2], parts[1::2], strict=True):
        if not number.strip():
            raise NotANumber(text=text[:LONGEST], decimal_sign=decimal_sign)
        factor = _read(number, signs)
        if operator in _TIMES:
            product = EXACT.multiply(product, factor)
        else:
            value = EXACT.add(value, product)
            product = EXACT.minus(factor) if operator in _MINUS else factor
    return checked(EXACT.add(value, product), **bounds)


def checked(number: Decimal, **bounds: Unpack[Bounds]) -> Decimal:
    """Return the number if the field may hold it; the one check for numbers that did not come as text.

    Raises:
        NotANumber: NaN or infinite.
        TooManyDecimals: More decimals than `scale` (trailing zeros do not count).
        NumberOutOfRange: Below `low` or above `high`.
    """
    if not number.is_finite():
        raise NotANumber(text=str(number))
    scale = bounds.get("scale", DEFAULT_SCALE)
    limit = Decimal(LARGEST_SCALED).scaleb(-scale)
    low, high = bounds.get("low", -limit), bounds.get("high", limit)
    if not low <= number <= high:
        raise NumberOutOfRange(number=_short(number), low=plain(low), high=plain(high))
    if _decimals(number) > scale and EXACT.remainder(number, QUANTA[scale]):
        raise TooManyDecimals(number=_short(number), decimals=scale)
    return number or Decimal(0)


def to_scaled(number: Decimal, scale: int) -> int:
    """Return number x 10**scale as the store keeps it: a signed 64-bit integer.

    Raises:
        NotANumber: NaN or infinite.
        TooManyDecimals: The number has more decimals than `scale`.
        NumberOutOfRange: The integer does not fit 64 bits.
    """
    return int(checked(number, scale=scale).scaleb(scale, EXACT))


def from_scaled(integer: int, scale: int) -> Decimal:
    """Return integer / 10**scale.

    Raises:
        NumberOutOfRange: The integer does not fit 64 bits.
    """
    if not -LARGEST_SCALED <= integer <= LARGEST_SCALED:
        limit = LARGEST_SCALED
        raise NumberOutOfRange(number=str(integer)[:LONGEST], low=str(-limit), high=str(limit))
    return Decimal(integer).scaleb(-scale, EXACT)


def _read(text: str, signs: Signs) -> Decimal:
    if len(text) > LONGEST:
        raise NumberTooLong(text=text[:LONGEST], longest=LONGEST)
    written = text.strip().strip(_MARKS)
    negative = written[:1] in _MINUS
    unsigned = written[1:].strip(_MARKS) if written[:1] in _SIGNS else written
    whole, sign, decimals = unsigned.partition(signs.decimal)
    if not unsigned or not _is_digits(decimals, optional=True) or (sign and not decimals):
        raise _misread(text, decimals, signs)
    digits = _ungrouped(text, whole, signs)
    number = Decimal(f"{digits}.{decimals}" if decimals else digits)
    return EXACT.minus(number) if negative else number


def _ungrouped(text: str, whole: str, signs: Signs) -> str:
    if _is_digits(whole, optional=True):
        return whole or "0"
    groups = _groups(whole, signs)
    if not all(_is_digits(group, optional=True) for group in groups):
        raise NotANumber(text=text, decimal_sign=signs.decimal)
    if not _stand_in_place(groups):
        suggestion = signs.decimal.join(groups) if len(groups) == 2 and all(groups) else ""
        raise GroupMisplaced(text=text, decimal_sign=signs.decimal, suggestion=suggestion)
    return "".join(groups)


def _misread(text: str, decimals: str, signs: Signs) -> RuleViolation:
    groups = _groups(decimals, signs)
    if len(groups) > 1 and all(map(_is_digits, groups)):
        return GroupMisplaced(text=text, decimal_sign=signs.decimal, suggestion="")
    return NotANumber(text=text, decimal_sign=signs.decimal)


def _groups(whole: str, signs: Signs) -> list[str]:
    if not signs.group:
        return [whole]
    alike = next((kind for kind in (_BLANKS, _APOSTROPHES) if signs.group in kind), signs.group)
    for other in alike[1:]:
        whole = whole.replace(other, alike[0])
    return whole.split(alike[0])


def _stand_in_place(groups: list[str]) -> bool:
    """Test for groups of three, or the Indian way: twos before the last three (12,34,567)."""
    first, *middle, last = map(len, groups)
    by_three = first in (1, 2, 3) and set(middle) <= {3}
    by_two = first in (1, 2) and set(middle) == {2}
    return last == 3 and (by_three or by_two)


def _is_digits(text: str, *, optional: bool = False) -> bool:
    return text.isascii() and (text.isdigit() or (optional and not text))


def _short(number: Decimal) -> str:
    return str(number)[:LONGEST]


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
