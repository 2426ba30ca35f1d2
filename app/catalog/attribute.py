"""Attributes: what is asked or known about a product or a configuration: region, voltage, users."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.catalog.texts import Texts
from app.kernel.errors import RuleViolation
from app.kernel.numbers import DEFAULT_SCALE, checked
from app.kernel.quantity import Unit

AttributeValue = bool | Decimal | str
"""Yes or no, a number, or the code of a choice or a text."""


class AttributeChoicesRefused(RuleViolation):
    """A choice attribute has no choice or one twice, or another kind has choices."""

    code = "catalog.attribute_choices_refused"


class AttributeLimitsRefused(RuleViolation):
    """Limits or decimals exclude every number, or stand on an attribute that is no number."""

    code = "catalog.attribute_limits_refused"


class AttributeValueRefused(RuleViolation):
    """A value is none the attribute can have."""

    code = "catalog.attribute_value_refused"


class AttributeKind(StrEnum):
    """What the values of an attribute are."""

    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class AttributeChoice:
    """One of the values a choice attribute can have.

    Attributes:
        code: What rules and values name.
    """

    code: str
    names: Texts


@dataclass(frozen=True, slots=True)
class Attribute:
    """What can be known about a product, or asked about a configuration.

    Attributes:
        code: Unique; what conditions and values name.
        choices: The values of a choice, in the order they are shown; empty for every other kind.
        unit: Unit of a number; None: it is a bare number.
        low: Smallest number, inclusive; None: no limit.
        high: Largest number, inclusive; None: no limit.
        decimals: Decimals a number may have, 0 to 6; 0: whole numbers.
        version: Counts up on each change.

    Raises:
        AttributeChoicesRefused: A choice without choices or with one twice, or choices of another kind.
        AttributeLimitsRefused: Limits that exclude every number or belong to no number.
        AppError: A limit is not finite, too large or has more decimals than the attribute.
    """

    id: UUID
    code: str
    names: Texts
    kind: AttributeKind
    choices: tuple[AttributeChoice, ...] = ()
    unit: Unit | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = 0
    version: int = 1

    def __post_init__(self) -> None:
        codes = [choice.code for choice in self.choices]
        if bool(codes) != (self.kind is AttributeKind.CHOICE) or len(set(codes)) != len(codes):
            raise AttributeChoicesRefused(attribute=self.code)
        is_number = self.kind is AttributeKind.NUMBER
        is_limited = self.low is not None or self.high is not None or bool(self.decimals)
        if (is_limited and not is_number) or not 0 <= self.decimals <= DEFAULT_SCALE:
            raise AttributeLimitsRefused(attribute=self.code)
        limits = [checked(limit, scale=self.decimals) for limit in (self.low, self.high) if limit is not None]
        if limits != sorted(limits):
            raise AttributeLimitsRefused(attribute=self.code)

    def accepts(self, value: AttributeValue) -> bool:
        """Test whether the attribute can have the value."""
        match self.kind:
            case AttributeKind.CHOICE:
                return any(choice.code == value for choice in self.choices)
            case AttributeKind.YES_NO:
                return isinstance(value, bool)
            case AttributeKind.TEXT:
                return isinstance(value, str) and bool(value)
            case AttributeKind.NUMBER:
                return isinstance(value, Decimal) and self._holds(value)

    def checked(self, value: AttributeValue) -> AttributeValue:
        """Return the value.

        Raises:
            AttributeValueRefused: The attribute cannot have it.
        """
        if not self.accepts(value):
            raise AttributeValueRefused(attribute=self.code, value=str(value)[:40])
        return value

    def _holds(self, number: Decimal) -> bool:
        if not number.is_finite() or (self.low is not None and number < self.low):
            return False
        if self.high is not None and number > self.high:
            return False
        exponent = number.normalize().as_tuple().exponent
        return isinstance(exponent, int) and -exponent <= self.decimals


@dataclass(frozen=True, slots=True)
class AttributeValues:
    """What is known: of each attribute at most one value.

    Attributes:
        by_code: Pairs of attribute code and value, sorted by code.
    """

    by_code: tuple[tuple[str, AttributeValue], ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, AttributeValue]) -> AttributeValues:
        """Return the values of a mapping from attribute code to value."""
        return cls(tuple(sorted(values.items(), key=lambda pair: pair[0])))

    def get(self, code: str) -> AttributeValue | None:
        """Return the value of an attribute; None where nothing is known."""
        return next((value for name, value in self.by_code if name == code), None)

    def with_value(self, code: str, value: AttributeValue | None) -> AttributeValues:
        """Return the values with one set; None takes it back."""
        values = {name: known for name, known in self.by_code if name != code}
        return AttributeValues.of(values if value is None else values | {code: value})


NOTHING_KNOWN = AttributeValues()
"""No value of any attribute."""
