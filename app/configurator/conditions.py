"""The one vocabulary of constraints, rules and questions: what must be the case for them to speak.

Everything is either met or not: a comparison with an attribute of which nothing is known is not met, so its
`Not` is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from app.catalog.attribute import NOTHING_KNOWN, AttributeValue, AttributeValues
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked

DEEPEST = 8
"""Levels of all, any and not inside each other."""

NOTHING_CHOSEN: frozenset[str] = frozenset()


class ConditionEmpty(RuleViolation):
    """A condition names no value or has no part, so nothing could ever meet it."""

    code = "configurator.condition_empty"


class ConditionLimitsReversed(RuleViolation):
    """The limits of a condition are missing or exclude every number."""

    code = "configurator.condition_limits_reversed"


class ConditionTooDeep(RuleViolation):
    """Conditions stand inside each other deeper than anybody can follow."""

    code = "configurator.condition_too_deep"


@dataclass(frozen=True, slots=True)
class Is:
    """An attribute has this value."""

    attribute: str
    value: AttributeValue


@dataclass(frozen=True, slots=True)
class OneOf:
    """An attribute has one of these values.

    Raises:
        ConditionEmpty: No value is named.
    """

    attribute: str
    values: tuple[AttributeValue, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ConditionEmpty(attribute=self.attribute)


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies between two limits, both inclusive; one of them may be open.

    Raises:
        ConditionLimitsReversed: Both limits are open, or the second lies below the first.
        AppError: A limit is not finite, too large or has more than 6 decimals.
    """

    attribute: str
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        limits = [checked(limit) for limit in (self.low, self.high) if limit is not None]
        if not limits or limits != sorted(limits):
            raise ConditionLimitsReversed(attribute=self.attribute)


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option with this SKU is chosen, wherever it is offered in the bundle."""

    sku: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part is met; without parts it always is.

    Raises:
        ConditionTooDeep: More than 8 levels.
    """

    parts: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        _refuse_depth(self)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part is met.

    Raises:
        ConditionEmpty: There is no part.
        ConditionTooDeep: More than 8 levels.
    """

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise ConditionEmpty(attribute="")
        _refuse_depth(self)


@dataclass(frozen=True, slots=True)
class Not:
    """The part is not met.

    Raises:
        ConditionTooDeep: More than 8 levels.
    """

    part: Condition

    def __post_init__(self) -> None:
        _refuse_depth(self)


Comparison = Is | OneOf | Between
Leaf = Comparison | Chosen
Condition = Leaf | AllOf | AnyOf | Not


class Facts(NamedTuple):
    """What conditions are held against."""

    values: AttributeValues = NOTHING_KNOWN
    chosen: Container[str] = NOTHING_CHOSEN


def is_met(condition: Condition, facts: Facts) -> bool:
    """Test whether the facts meet a condition."""
    match condition:
        case AllOf(parts):
            return all(is_met(part, facts) for part in parts)
        case AnyOf(parts):
            return any(is_met(part, facts) for part in parts)
        case Not(part):
            return not is_met(part, facts)
        case Chosen(sku):
            return sku in facts.chosen
        case _:
            value = facts.values.get(condition.attribute)
            return value is not None and compares(condition, value)


def compares(comparison: Comparison, value: AttributeValue) -> bool:
    """Test whether a value of its attribute meets a comparison; a number never equals a yes."""
    match comparison:
        case Is(_, wanted):
            return type(value) is type(wanted) and value == wanted
        case OneOf(_, values):
            return any(type(value) is type(wanted) and value == wanted for wanted in values)
        case Between(_, low, high):
            if not isinstance(value, Decimal):
                return False
            return (low is None or low <= value) and (high is None or value <= high)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield the comparisons and choices a condition is made of, in their order."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def names_in(condition: Condition) -> tuple[str, ...]:
    """Return the SKUs and attributes a condition speaks of, each once."""
    return tuple(
        dict.fromkeys(leaf.sku if isinstance(leaf, Chosen) else leaf.attribute for leaf in leaves(condition))
    )


def _depth(condition: Condition) -> int:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return 1 + max(map(_depth, parts), default=0)
        case Not(part):
            return 1 + _depth(part)
        case _:
            return 1


def _refuse_depth(condition: Condition) -> None:
    if _depth(condition) > DEEPEST:
        raise ConditionTooDeep(deepest=DEEPEST, names=names_in(condition)[:5])


ALWAYS = AllOf()
"""No condition at all."""
