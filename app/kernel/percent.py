"""Percentages of a whole: discounts, shares, partner terms; kept as the exact fraction 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.kernel.errors import RuleViolation
from app.kernel.exact import EXACT, plain

HUNDRED = Decimal(100)


class PercentOutOfRange(RuleViolation):
    """A share of a whole lies outside 0 to 100 percent."""

    code = "percent.out_of_range"


def fraction_of_points(points: Decimal | int) -> Decimal:
    """Return 0.105 for 10.5 percent points, exactly; any range (markups and uplifts exceed 100)."""
    return EXACT.scaleb(Decimal(points), -2)


def points_of_fraction(fraction: Decimal) -> Decimal:
    """Return 10.5 percent points for 0.105, exactly."""
    return EXACT.multiply(fraction, HUNDRED)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a whole.

    Attributes:
        fraction: 0 to 1 inclusive; 0.1 is ten percent.

    Raises:
        PercentOutOfRange: The fraction is below 0, above 1 or not a number.
    """

    fraction: Decimal

    def __post_init__(self) -> None:
        if not self.fraction.is_finite() or not 0 <= self.fraction <= 1:
            raise PercentOutOfRange(points=_points(self.fraction))

    @classmethod
    def of_points(cls, points: Decimal | int) -> Percent:
        """Return the percentage people write: 10.5 for 10.5 %.

        Raises:
            PercentOutOfRange: The points are below 0, above 100 or not a number.
        """
        return cls(fraction_of_points(points))

    @property
    def points(self) -> Decimal:
        """Return the number people write before the percent sign."""
        return points_of_fraction(self.fraction)

    @property
    def rest(self) -> Decimal:
        """Return the fraction that is left, 0.9 after ten percent."""
        return EXACT.subtract(Decimal(1), self.fraction)

    def __str__(self) -> str:
        return f"{plain(self.points)} %"


NO_PERCENT = Percent(Decimal(0))


def _points(fraction: Decimal) -> Decimal:
    """Return the points of a fraction that may be anything, NaN too: it is being refused."""
    if not fraction.is_finite() or abs(fraction.adjusted()) > HUNDRED:
        return fraction
    return points_of_fraction(fraction)
