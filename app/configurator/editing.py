"""Edits of a configuration; each returns a new one, and the rules are run afterwards (`settling.settle`)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.catalog.attribute import AttributeValue
from app.configurator.cells import Cell, OtherText, Span
from app.configurator.configuration import Choice, Configuration, Origin
from app.configurator.defaults import with_defaults
from app.configurator.network import Network
from app.configurator.solver import Change
from app.configurator.tree import Place, written
from app.kernel.errors import RuleViolation


class PlaceUnknown(RuleViolation):
    """The bundle offers no option at this place."""

    code = "configurator.place_unknown"


class AttributeUnknown(RuleViolation):
    """The configuration does not ask for this attribute."""

    code = "configurator.attribute_unknown"


def choose(
    network: Network, configuration: Configuration, place: Place, quantity: Decimal | None = None
) -> Configuration:
    """Return the configuration with an option chosen by the person.

    In a feature that allows one it takes the place of the other. The bundles around it are chosen with it, as
    is everything required or preselected inside it.

    Args:
        network: The model, laid out.
        configuration: As it was.
        place: Where the option stands.
        quantity: In the product's unit; None: what it is, or the option's default. One outside the option's
            limits is kept and found by the checks.

    Raises:
        PlaceUnknown: The bundle offers nothing there.
    """
    number = _number(network, place)
    if network.tree.nodes[number].feature.is_exclusive:
        beside = (network.tree.nodes[other].place for other in network.tree.beside(number))
        configuration = configuration.without(*beside)
    known = configuration.at(place)
    if known is not None:
        amount = known.quantity if quantity is None else quantity
        return configuration.with_choices(replace(known, quantity=amount, origin=Origin.PERSON))
    return with_defaults(network, configuration, place, Origin.PERSON, quantity)


def take_out(network: Network, configuration: Configuration, place: Place) -> Configuration:
    """Return the configuration without an option and everything inside it; one not chosen changes nothing.

    Raises:
        PlaceUnknown: Neither the bundle nor the configuration has anything there.
    """
    if configuration.at(place) is None:
        _number(network, place)
    return configuration.without(place)


def tell(
    network: Network, configuration: Configuration, attribute: str, value: AttributeValue | None
) -> Configuration:
    """Return the configuration with something said of an attribute; None takes it back.

    Raises:
        AttributeUnknown: The configuration does not ask for it.
        AttributeValueRefused: The attribute cannot have the value.
    """
    if attribute not in network.domains:
        raise AttributeUnknown(attribute=attribute)
    if value is not None:
        network.domains[attribute][0].attribute.checked(value)
    return configuration.with_value(attribute, value)


def apply(network: Network, configuration: Configuration, change: Change) -> Configuration:
    """Return the configuration with a change made that the solver proposed, and nothing else.

    Of a span of numbers the nearest is taken; some other text has to be typed by the person.
    """
    nodes = network.tree.nodes
    numbers = (network.tree.by_place[place] for place in change.adds)
    chosen = (Choice(nodes[number].place, nodes[number].option.quantity) for number in numbers)
    changed = configuration.without(*change.removes).with_choices(*chosen)
    for attribute, cell in change.tells:
        changed = changed.with_value(attribute, _value(cell, configuration.values.get(attribute)))
    return changed


def _number(network: Network, place: Place) -> int:
    number = network.tree.by_place.get(place)
    if number is None:
        raise PlaceUnknown(place=written(place), bundle=network.model.sku)
    return number


def _value(cell: Cell, before: AttributeValue | None) -> AttributeValue | None:
    match cell:
        case Span():
            return cell.nearest(before if isinstance(before, Decimal) else None)
        case OtherText():
            return before
        case _:
            return cell
