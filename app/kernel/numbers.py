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
from app.kernel.exact import EXACT, QUANTA

LONGEST = 40
"""Characters a number may have."""

LONGEST_SUM = 200
"""Characters a sum may have."""

DEFAULT_SCALE = 6
"""Decimals of prices, quantities and rates as the store keeps them."""

LARGEST_SCALED = 2**63 - 1
"""The store keeps scaled integers in signed 64 bits."""


_LIMITS = tuple(LARGEST_SCALED * quantum for quantum in QUANTA)


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
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
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
    high = bounds.get("high", _LIMITS[scale])
    low = bounds.get("low", -_LIMITS[scale])
    if not low <= number <= high:
        raise NumberOutOfRange(number=number, low=low, high=high)
    if EXACT.remainder(number, QUANTA[scale]):
        raise TooManyDecimals(number=number, decimals=scale)
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
        limit = Decimal(LARGEST_SCALED)
        raise NumberOutOfRange(number=Decimal(integer), low=-limit, high=limit)
    return Decimal(integer).scaleb(-scale, EXACT)


def _read(text: str, signs: Signs) -> Decimal:
    if len(text) > LONGEST:
        raise NumberTooLong(text=text[:LONGEST], longest=LONGEST)
    written = text.strip().strip(_MARKS)
    if _PLAIN.fullmatch(written) and signs.decimal == ".":  # what nearly every file holds, by the short way
        return Decimal(written)
    unsigned = written[1:].strip(_MARKS) if written[:1] in _SIGNS else written
    if not _is_well_formed(unsigned, signs):
        raise _refusal(text, unsigned, signs)
    whole, _, decimals = unsigned.partition(signs.decimal)
    digits = "".join(_groups(whole, signs)) or "0"
    number = Decimal(f"{digits}.{decimals}" if decimals else digits)
    return EXACT.minus(number) if written[:1] in _MINUS else number


def _is_well_formed(unsigned: str, signs: Signs) -> bool:
    whole, sign, decimals = unsigned.partition(signs.decimal)
    if bool(sign) != _is_digits(decimals):
        return False
    groups = _groups(whole, signs)
    if len(groups) == 1:
        return _is_digits(whole) or (not whole and bool(sign))
    return all(map(_is_digits, groups)) and _stand_in_place(groups)


def _refusal(text: str, unsigned: str, signs: Signs) -> RuleViolation:
    """Return the refusal that says what was meant, where that can be said."""
    meant = ["".join(_groups(unsigned, signs))]
    if signs.group and signs.group not in _BLANKS:
        swap = {ord(signs.group): signs.decimal, ord(signs.decimal): signs.group}
        meant.insert(0, unsigned.translate(swap))
    for suggestion in meant:
        if _is_well_formed(suggestion, signs):
            return GroupMisplaced(text=text, decimal_sign=signs.decimal, suggestion=suggestion)
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


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
