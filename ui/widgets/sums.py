"""Sums typed into a number field, `3*49,90 + 5`, in the user's own number format."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, localcontext

from app.kernel.errors import RuleViolation

LONGEST = 80
_DEEPEST = 10
_PRECISION = 40
_MOST_DIGITS = 30
Read = Callable[[str], Decimal]
"""Reads one number in the user's format; raises an `AppError` where it is none."""


class SumUnreadable(RuleViolation):
    """What was typed is neither a number nor a sum of numbers."""

    code = "ui.sum_unreadable"


def calculate(text: str, read: Read, scale: int) -> Decimal:
    """Return the value of a number or of a sum with ``+ - * / ( )``, ``x`` and ``:`` included.

    Args:
        text: At most 80 characters.
        read: Reads the single numbers.
        scale: Decimals kept of a sum, halves away from zero; a single number is not rounded.

    Raises:
        SumUnreadable: Too long, or not a sum.
        AppError: What `read` says of a single number that it refuses.
    """
    if len(text) > LONGEST:
        raise SumUnreadable(text=text[:LONGEST])
    written = text.strip()
    if not _SIGNS.search(written.lstrip("+-\u2212")):
        return read(written)
    with localcontext() as context:
        context.prec = _PRECISION
        reader = _Sum(_parts(written), read)
        try:
            value = reader.whole()
        except (DivisionByZero, InvalidOperation):
            raise SumUnreadable(text=text) from None
        if value.adjusted() > _MOST_DIGITS:
            raise SumUnreadable(text=text)
        return value.quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


_SIGNS = re.compile(r"[*/()x\u00d7:+]|(?<=[^\s*/(+\-x:])\s*[-\u2212]")
_SAME = {"x": "*", "\u00d7": "*", ":": "/", "\u2212": "-"}


def _parts(text: str) -> list[str]:
    """Return numbers and signs in their order."""
    parts = re.split(r"([-+*/()x\u00d7:\u2212])", text)
    return [_SAME.get(part.strip(), part.strip()) for part in parts if part.strip()]


class _Sum:
    """Reads parts by the usual precedence; no evaluation of anything but numbers."""

    def __init__(self, parts: list[str], read: Read) -> None:
        self._parts = parts
        self._at = 0
        self._depth = 0
        self._read = read

    def whole(self) -> Decimal:
        """Return the value of everything."""
        value = self._terms()
        if self._at < len(self._parts):
            raise SumUnreadable(text=" ".join(self._parts))
        return value

    def _next(self) -> str:
        return self._parts[self._at] if self._at < len(self._parts) else ""

    def _take(self) -> str:
        part = self._next()
        self._at += 1
        return part

    def _terms(self) -> Decimal:
        value = self._factors()
        while self._next() in ("+", "-"):
            value = value + self._factors() if self._take() == "+" else value - self._factors()
        return value

    def _factors(self) -> Decimal:
        value = self._value()
        while self._next() in ("*", "/"):
            value = value * self._value() if self._take() == "*" else value / self._value()
        return value

    def _value(self) -> Decimal:
        part = self._take()
        if part in ("+", "-"):
            return self._value() if part == "+" else -self._value()
        if part == "(":
            self._depth += 1
            if self._depth > _DEEPEST:
                raise SumUnreadable(text=" ".join(self._parts))
            value = self._terms()
            if self._take() != ")":
                raise SumUnreadable(text=" ".join(self._parts))
            return value
        if not part or part in "*/)":
            raise SumUnreadable(text=" ".join(self._parts))
        return self._read(part)
