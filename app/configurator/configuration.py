"""A configuration: what was chosen of a bundle and said about it; it may be anything while it is a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.catalog.attribute import NOTHING_KNOWN, AttributeValue, AttributeValues
from app.configurator.tree import Place


class Origin(StrEnum):
    """Who chose an option."""

    PERSON = "person"
    BUNDLE = "bundle"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen option.

    Attributes:
        place: Where it stands in the bundle.
        quantity: In the product's unit; for each bundle, or for the whole line where the option says so.
        origin: What a rule chose leaves with the rule; the rest is the person's.
    """

    place: Place
    quantity: Decimal
    origin: Origin = Origin.PERSON


@dataclass(frozen=True, slots=True)
class Configuration:
    """What was chosen and said.

    Attributes:
        sku: The bundle that is sold.
        choices: Sorted by place, no place twice.
        values: What was said of the configuration's attributes.
    """

    sku: str
    choices: tuple[Choice, ...] = ()
    values: AttributeValues = NOTHING_KNOWN

    def at(self, place: Place) -> Choice | None:
        """Return the choice at a place; None where nothing is chosen there."""
        return next((choice for choice in self.choices if choice.place == place), None)

    @property
    def places(self) -> frozenset[Place]:
        """Return the places at which something is chosen."""
        return frozenset(choice.place for choice in self.choices)

    def with_choices(self, *choices: Choice) -> Configuration:
        """Return the configuration with these chosen; a choice at the same place is replaced."""
        chosen = {choice.place: choice for choice in (*self.choices, *choices)}
        return replace(self, choices=tuple(chosen[place] for place in sorted(chosen)))

    def without(self, *places: Place) -> Configuration:
        """Return the configuration with nothing chosen at these places nor inside them."""
        kept = tuple(
            choice for choice in self.choices if not any(choice.place[: len(one)] == one for one in places)
        )
        return replace(self, choices=kept)

    def with_value(self, attribute: str, value: AttributeValue | None) -> Configuration:
        """Return the configuration with something said of an attribute; None takes it back."""
        return replace(self, values=self.values.with_value(attribute, value))
