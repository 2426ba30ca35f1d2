"""What a rule takes off a price: a percentage, or an amount of money off each unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked
from app.kernel.percent import Percent


class ReductionNegative(RuleViolation):
    """An amount off lies below zero."""

    code = "catalog.reduction_negative"


@dataclass(frozen=True, slots=True)
class PercentOff:
    """A share of the price that stands before the rule."""

    percent: Percent


@dataclass(frozen=True, slots=True)
class AmountOff:
    """An amount off each unit (of a recurring price: off each price term).

    Attributes:
        amounts: Pairs of currency code and amount, sorted; documents in other currencies are refused.

    Raises:
        ReductionNegative: An amount lies below zero.
        AppError: An amount is not finite, too large or has more than 6 decimals.
    """

    amounts: tuple[tuple[str, Decimal], ...]

    def __post_init__(self) -> None:
        for currency, amount in self.amounts:
            if checked(amount) < 0:
                raise ReductionNegative(currency=currency, amount=amount)

    @classmethod
    def of(cls, amounts: Mapping[str, Decimal]) -> AmountOff:
        """Return the reduction of a mapping from currency code to amount."""
        return cls(tuple(sorted(amounts.items())))


Reduction = PercentOff | AmountOff


def percent_off(points: Decimal | int | str) -> PercentOff:
    """Return the reduction by so many percent points, 0 to 100.

    Raises:
        PercentOutOfRange: Outside 0 to 100.
    """
    return PercentOff(Percent.of_points(Decimal(points)))


def amount_off(amount: Decimal | int | str, currency: str) -> AmountOff:
    """Return the reduction by an amount of one currency off each unit.

    Raises:
        ReductionNegative: The amount lies below zero.
    """
    return AmountOff(((currency, Decimal(amount)),))
