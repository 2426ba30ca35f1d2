"""Exact fractions as plain pairs of integers, for the loop that prices every line.

The kernel's `Ratio` says the same with operators; a tuple is several times faster to make, and the
waterfall makes eight a line. Every pair is in lowest terms, so equal values are equal pairs.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from math import gcd

from app.kernel.exact import plain
from app.kernel.numbers import LONGEST
from app.kernel.ratio import Ratio, divide_half_away

Exact = tuple[int, int]
"""Numerator and denominator in lowest terms, the denominator above 0."""

_FRACTION = re.compile(r"(-?[0-9]+)(?:\.([0-9]+)|/([1-9][0-9]*))?")

ZERO: Exact = (0, 1)
ONE: Exact = (1, 1)

MILLION = 10**6
"""Quantities, prices and bounds are kept with six decimals."""


def exact(value: Decimal | int) -> Exact:
    """Return a finite decimal or an integer as a fraction."""
    return value.as_integer_ratio()


def lowest(numerator: int, denominator: int) -> Exact:
    """Return the fraction in lowest terms; denominator > 0."""
    common = gcd(numerator, denominator)
    return (numerator, denominator) if common == 1 else (numerator // common, denominator // common)


def product(left: Exact, right: Exact) -> Exact:
    """Return left x right."""
    return lowest(left[0] * right[0], left[1] * right[1])


def quotient(left: Exact, right: Exact) -> Exact:
    """Return left / right; right > 0."""
    return lowest(left[0] * right[1], left[1] * right[0])


def total(left: Exact, right: Exact) -> Exact:
    """Return left + right."""
    return lowest(left[0] * right[1] + right[0] * left[1], left[1] * right[1])


def difference(left: Exact, right: Exact) -> Exact:
    """Return left - right."""
    return lowest(left[0] * right[1] - right[0] * left[1], left[1] * right[1])


def as_fact(value: Decimal) -> str:
    """Return a typed number for a finding: one text per value (7.70 is 7.7), whatever strange thing it is."""
    is_usual = value.is_finite() and abs(value.adjusted()) < LONGEST
    return plain(value)[:LONGEST] if is_usual else str(value)[:LONGEST]


def is_less(left: Exact, right: Exact) -> bool:
    """Test left < right."""
    return left[0] * right[1] < right[0] * left[1]


def to_scale(value: Exact, power: int) -> Exact:
    """Return the value rounded to multiples of 1 / power (100: two decimals), halves away from zero."""
    return lowest(divide_half_away(value[0] * power, value[1]), power)


def as_text(value: Exact) -> str:
    """Return ``38.5434`` where the value is a decimal, else ``7/12``."""
    numerator, denominator = value
    if denominator == 1:
        return str(numerator)
    shift = _decimals_of(denominator)
    if shift is None:
        return f"{numerator}/{denominator}"
    decimals, factor = shift
    return with_point(numerator * factor, decimals)


@lru_cache(maxsize=8192)
def _decimals_of(denominator: int) -> tuple[int, int] | None:
    """Return the decimals of 1/denominator and the factor up to 10**decimals; None where it has no end."""
    one = Ratio(1, denominator).as_decimal()
    if one is None:
        return None
    exponent = one.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return decimals, 10**decimals // denominator


def with_point(units: int, decimals: int) -> str:
    """Return units / 10**decimals with all its decimals: 5 with two is ``0.05``."""
    digits = str(abs(units)).rjust(decimals + 1, "0")
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


@lru_cache(maxsize=8192)
def of_text(text: str) -> Exact:
    """Return the fraction that `as_text` wrote.

    Raises:
        ValueError: The text is neither a decimal nor a fraction of integers.
    """
    found = _FRACTION.fullmatch(text)
    if found is None:
        raise ValueError(f"no fraction: {text[:40]}")
    whole, decimals, denominator = found.groups()
    if denominator:
        return lowest(int(whole), int(denominator))
    return lowest(int(whole + (decimals or "")), 10 ** len(decimals or ""))
