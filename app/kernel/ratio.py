"""Exact integer ratios: 7/12 of a year, 12 pieces in a box; multiplied first, divided once, rounded last."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import gcd

from app.kernel.exact import EXACT


def divide_half_away(numerator: int, denominator: int) -> int:
    """Return the quotient rounded to a whole number, halves away from zero; denominator > 0."""
    whole, rest = divmod(abs(numerator), denominator)
    whole += 2 * rest >= denominator
    return whole if numerator >= 0 else -whole


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fraction of two integers, kept in lowest terms with a positive denominator.

    Raises:
        ZeroDivisionError: The denominator is zero (a caller's bug).
    """

    numerator: int
    denominator: int = 1

    def __post_init__(self) -> None:
        common = gcd(self.numerator, self.denominator)
        if not self.denominator:
            raise ZeroDivisionError("a ratio over zero")
        if self.denominator < 0:
            common = -common
        if common != 1:
            object.__setattr__(self, "numerator", self.numerator // common)
            object.__setattr__(self, "denominator", self.denominator // common)

    @classmethod
    def of(cls, value: Decimal | int | Ratio) -> Ratio:
        """Return the value as a ratio, exactly."""
        if isinstance(value, Ratio):
            return value
        return cls(*value.as_integer_ratio())

    def __mul__(self, other: Decimal | int | Ratio) -> Ratio:
        right = Ratio.of(other)
        return Ratio(self.numerator * right.numerator, self.denominator * right.denominator)

    __rmul__ = __mul__

    def __truediv__(self, other: Decimal | int | Ratio) -> Ratio:
        right = Ratio.of(other)
        return Ratio(self.numerator * right.denominator, self.denominator * right.numerator)

    def __add__(self, other: Decimal | int | Ratio) -> Ratio:
        right = Ratio.of(other)
        return Ratio(
            self.numerator * right.denominator + right.numerator * self.denominator,
            self.denominator * right.denominator,
        )

    __radd__ = __add__

    def __sub__(self, other: Decimal | int | Ratio) -> Ratio:
        return self + -Ratio.of(other)

    def __neg__(self) -> Ratio:
        return Ratio(-self.numerator, self.denominator)

    def __lt__(self, other: Decimal | int | Ratio) -> bool:
        return (self - other).numerator < 0

    def __le__(self, other: Decimal | int | Ratio) -> bool:
        return (self - other).numerator <= 0

    def __gt__(self, other: Decimal | int | Ratio) -> bool:
        return (self - other).numerator > 0

    def __ge__(self, other: Decimal | int | Ratio) -> bool:
        return (self - other).numerator >= 0

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"

    def rounded(self, scale: int) -> Decimal:
        """Return the value with `scale` decimals, halves away from zero."""
        return scaled(divide_half_away(self.numerator * 10**scale, self.denominator), scale)

    def up(self, scale: int) -> Decimal:
        """Return the smallest value with `scale` decimals that is not below the ratio."""
        return scaled(-(-self.numerator * 10**scale // self.denominator), scale)

    def as_decimal(self) -> Decimal | None:
        """Return the value as a decimal where it has one, else None (1/3)."""
        rest, twos, fives = self.denominator, 0, 0
        while rest % 2 == 0:
            rest, twos = rest // 2, twos + 1
        while rest % 5 == 0:
            rest, fives = rest // 5, fives + 1
        if rest != 1:
            return None
        scale = max(twos, fives)
        return scaled(self.numerator * 10**scale // self.denominator, scale)


ONE = Ratio(1)


def scaled(integer: int, scale: int) -> Decimal:
    """Return integer / 10**scale, exactly."""
    return Decimal(integer).scaleb(-scale, EXACT)
