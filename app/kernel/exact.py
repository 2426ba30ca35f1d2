"""Decimal arithmetic that is exact or refuses: no result is ever rounded behind the caller's back.

Python's default context keeps 28 digits and drops the rest silently; a price times a quantity may need 38.
"""

from __future__ import annotations

from decimal import (
    ROUND_CEILING,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)

DIGITS = 200
"""Digits an exact result may have; sums and products of anything a door lets in stay far below."""

EXACT = Context(prec=DIGITS, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
"""For add, multiply, minus: a result that would need rounding raises `decimal.Inexact`."""

_ROUNDING = Context(prec=DIGITS, traps=[InvalidOperation, DivisionByZero, Overflow])

QUANTA = tuple(Decimal(1).scaleb(-scale) for scale in range(19))
"""QUANTA[n] is the step of n decimals: 1, 0.1, 0.01 ..."""

_ZEROS = tuple(0 * quantum for quantum in QUANTA)


def half_away(amount: Decimal, scale: int) -> Decimal:
    """Return the amount with `scale` decimals, halves away from zero, never -0."""
    return amount.quantize(QUANTA[scale], ROUND_HALF_UP, _ROUNDING) or _ZEROS[scale]


def up(amount: Decimal, scale: int) -> Decimal:
    """Return the smallest value with `scale` decimals that is not below the amount."""
    return amount.quantize(QUANTA[scale], ROUND_CEILING, _ROUNDING) or _ZEROS[scale]


def plain(amount: Decimal) -> str:
    """Return the one way to write a decimal: no exponent, no trailing zeros, no -0.

    Raises:
        ValueError: The amount is not finite or absurdly large or small (a caller's bug).
    """
    text = str(amount)
    if "E" in text or not amount.is_finite():
        if not amount.is_finite() or abs(amount.adjusted()) > DIGITS:
            raise ValueError(f"no plain decimal: {text[:40]}")
        text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
