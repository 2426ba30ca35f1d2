"""The margins the company holds its quotes against: a floor and a target, both optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import checked, parse_number
from app.kernel.percent import Percent

SCALE = 4
"""Decimals of a share, so that a hundredth of a percent can be set."""

_HUNDRED = 100
_FLOOR, _TARGET = "margin_floor", "margin_target"


class MarginFloorAboveTarget(RuleViolation):
    """The margin aimed at would be below the lowest one."""

    code = "company.margin_floor_above_target"


@dataclass(frozen=True, slots=True)
class MarginGoals:
    """What a quote's margin is measured by; no document keeps it, so that none is changed by it.

    Attributes:
        floor: The lowest margin as a share of the net amount, 0 to 1; None for no floor.
        target: The margin aimed at as a share of the net amount, 0 to 1; None for no target.

    Raises:
        NumberOutOfRange: A share is below 0 or above 1.
        TooManyDecimals: A share has more than four decimals.
    """

    floor: Decimal | None = None
    target: Decimal | None = None

    def __post_init__(self) -> None:
        for share in (self.floor, self.target):
            if share is not None:
                checked(share, scale=SCALE, low=Decimal(0), high=Decimal(1))

    def in_order(self) -> MarginGoals:
        """Return the goals when the floor is not above the target.

        Raises:
            MarginFloorAboveTarget: It is.
        """
        if self.floor is not None and self.target is not None and self.floor > self.target:
            raise MarginFloorAboveTarget(floor=Percent(self.floor), target=Percent(self.target))
        return self

    def to_mapping(self) -> dict[str, str]:
        """Return name -> text of the goals that are set, as the company stores them."""
        goals = {_FLOOR: self.floor, _TARGET: self.target}
        return {name: plain(share) for name, share in goals.items() if share is not None}

    @classmethod
    def taken_from(cls, stored: Mapping[str, str]) -> tuple[MarginGoals, dict[str, str]]:
        """Return the goals out of what `to_mapping` gave, and everything else that stood beside them."""
        others = {name: text for name, text in stored.items() if name not in (_FLOOR, _TARGET)}
        return cls(share_of(stored.get(_FLOOR, "")), share_of(stored.get(_TARGET, ""))), others


NO_GOALS = MarginGoals()


def share_of(text: str) -> Decimal | None:
    """Return the share a text says, ``0.15`` and ``15%`` alike; None for an empty text.

    Raises:
        NotANumber: It is no number.
        NumberOutOfRange: The share is below 0 or above 1.
        TooManyDecimals: The share has more than four decimals.
    """
    word = text.strip()
    if not word:
        return None
    if word.endswith("%"):
        most = Decimal(_HUNDRED)
        points = parse_number(word[:-1], group_sign="", scale=SCALE - 2, low=Decimal(0), high=most)
        return points / _HUNDRED
    return parse_number(word, group_sign="", scale=SCALE, low=Decimal(0), high=Decimal(1))
