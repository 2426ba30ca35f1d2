"""What a value is of: money, money per unit, a quantity, a percentage, days, months, a text, yes or no.

Numbers carry the powers of four dimensions, so that a price times a quantity is money by itself.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Family(StrEnum):
    """Whether something can be counted with."""

    NUMBER = "number"
    TEXT = "text"
    TRUTH = "truth"


class Kind(NamedTuple):
    """The kind of a value: powers of the document's currency, of units, of days and of months.

    Attributes:
        is_bare: A typed number without a unit; it takes the unit of what it is added to or compared with.
    """

    family: Family = Family.NUMBER
    money: int = 0
    quantity: int = 0
    days: int = 0
    months: int = 0
    is_bare: bool = False

    def times(self, other: Kind, sign: int = 1) -> Kind:
        """Return the kind of a product, with `sign` -1 of a quotient."""
        return Kind(
            Family.NUMBER,
            self.money + sign * other.money,
            self.quantity + sign * other.quantity,
            self.days + sign * other.days,
            self.months + sign * other.months,
            self.is_bare and other.is_bare,
        )

    def __str__(self) -> str:
        if self.family is not Family.NUMBER:
            return "text" if self.family is Family.TEXT else "yes or no"
        if self.is_bare:
            return "number"
        powers = {"money": self.money, "unit": self.quantity, "day": self.days, "month": self.months}
        above = [f"{_several(name)}{_power(power)}" for name, power in powers.items() if power > 0]
        below = [f"{name}{_power(-power)}" for name, power in powers.items() if power < 0]
        if not above and not below:
            return "percentage"
        return " per ".join([" x ".join(above) or "1", *below])


BARE = Kind(is_bare=True)
RATIO = Kind()
MONEY = Kind(money=1)
UNIT_PRICE = Kind(money=1, quantity=-1)
QUANTITY = Kind(quantity=1)
DAYS = Kind(days=1)
MONTHS = Kind(months=1)
TEXT = Kind(Family.TEXT)
TRUTH = Kind(Family.TRUTH)


def common(left: Kind, right: Kind) -> Kind | None:
    """Return the kind of a sum or a choice between two values; None where they have no unit in common."""
    if left == right:
        return left
    if left.family is Family.NUMBER and right.family is Family.NUMBER:
        if left.is_bare:
            return right
        if right.is_bare:
            return left
    return None


def _several(name: str) -> str:
    return name if name == "money" else f"{name}s"


def _power(power: int) -> str:
    return "" if power == 1 else f"^{power}"
