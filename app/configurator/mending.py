"""Make a configuration valid with as little as possible: the smallest change, after what cannot stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.catalog.bundle import Option
from app.configurator.configuration import Choice, Configuration
from app.configurator.editing import apply
from app.configurator.network import Network
from app.configurator.settling import settle
from app.configurator.solver import Change, smallest_change
from app.configurator.tree import TOP, Place


@dataclass(frozen=True, slots=True)
class Mending:
    """How a configuration becomes valid.

    Attributes:
        after: The configuration mended, its rules run.
        change: What the solver changes.
        dropped: Places that leave because the bundle offers nothing there, or not without its whole.
        unsaid: Attributes of which nothing is said any more: they are not asked, or cannot have the value.
        amounts: Places with another quantity, and that quantity.
    """

    after: Configuration
    change: Change
    dropped: tuple[Place, ...] = ()
    unsaid: tuple[str, ...] = ()
    amounts: tuple[tuple[Place, Decimal], ...] = ()


def mending(network: Network, configuration: Configuration) -> Mending | None:
    """Return the smallest change with what has to leave before it; None where nothing can be valid."""
    dropped = tuple(
        choice.place for choice in configuration.choices if _hangs(network, configuration, choice)
    )
    kept = configuration.without(*dropped)
    unsaid = tuple(code for code, value in kept.values.by_code if not _is_accepted(network, code, value))
    for code in unsaid:
        kept = kept.with_value(code, None)
    set_right = tuple(_set_right(network, choice) for choice in kept.choices)
    amounts = tuple(
        (after.place, after.quantity)
        for before, after in zip(kept.choices, set_right, strict=True)
        if after.quantity is not before.quantity
    )
    kept = kept.with_choices(*set_right)
    change = smallest_change(network, kept)
    if change is None:
        return None
    after = settle(network, apply(network, kept, change)).configuration
    return Mending(after, change, dropped, unsaid, amounts)


def _hangs(network: Network, configuration: Configuration, choice: Choice) -> bool:
    number = network.tree.by_place.get(choice.place)
    if number is None:
        return True
    parent = network.tree.nodes[number].parent
    return parent != TOP and configuration.at(network.tree.nodes[parent].place) is None


def _is_accepted(network: Network, code: str, value: bool | Decimal | str) -> bool:
    return code in network.domains and network.domains[code][0].attribute.accepts(value)


def _set_right(network: Network, choice: Choice) -> Choice:
    option = network.tree.nodes[network.tree.by_place[choice.place]].option
    if choice.quantity.is_finite() and option.takes(choice.quantity):
        return choice
    return replace(choice, quantity=_nearest(option, choice.quantity))


def _nearest(option: Option, quantity: Decimal) -> Decimal:
    """Return the nearest quantity the option takes; its default where none is nearer."""
    if quantity.is_finite() and option.maximum is not None and quantity > option.maximum:
        return option.maximum
    return option.minimum if option.takes(option.minimum) else option.quantity
