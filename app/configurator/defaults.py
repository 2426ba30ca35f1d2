"""What a bundle begins with, and what comes with an option: everything required or preselected inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.catalog.attribute import AttributeValues
from app.configurator.configuration import Choice, Configuration, Origin
from app.configurator.network import Network
from app.configurator.tree import TOP, Node, Place


def started(network: Network) -> Configuration:
    """Return a new configuration: required and preselected options, and what attributes say by default."""
    values = {code: asked.default for code, asked in network.model.asked.items() if asked.default is not None}
    choices = _inside(network, TOP, range(len(network.tree.nodes)))
    return Configuration(network.model.sku, values=AttributeValues.of(values)).with_choices(*choices)


def with_defaults(
    network: Network,
    configuration: Configuration,
    place: Place,
    origin: Origin,
    quantity: Decimal | None = None,
) -> Configuration:
    """Return the configuration with an option chosen, the bundles around it, and what begins inside them.

    What is chosen already stays as it is, and nothing begins where it would fill a feature that allows one.

    Args:
        network: The model, laid out.
        configuration: As it was.
        place: Of an option the bundle offers.
        origin: Who chooses it.
        quantity: In the product's unit; None: the option's default.
    """
    tree, chosen = network.tree, configuration.places
    number = tree.by_place[place]
    around = [whole for whole in tree.around(number) if tree.nodes[whole].place not in chosen]
    new = {one: _choice(tree.nodes[one], origin) for one in around}
    new[number] = _choice(tree.nodes[number], origin, quantity)
    outermost = around[-1] if around else number
    full = [tree.nodes[one].place for one in _beside(network, new)]
    begun = Configuration(configuration.sku, tuple(_inside(network, outermost, tree.inside(outermost))))
    for choice in begun.without(*full).choices:
        new.setdefault(tree.by_place[choice.place], choice)
    return configuration.with_choices(*(choice for choice in new.values() if choice.place not in chosen))


def _beside(network: Network, numbers: Iterable[int]) -> Iterator[int]:
    """Yield the options that cannot stand beside these, because their features allow one."""
    for number in numbers:
        if network.tree.nodes[number].feature.is_exclusive:
            yield from network.tree.beside(number)


def _inside(network: Network, owner: int, numbers: range) -> Iterator[Choice]:
    """Yield the choices that a bundle begins with, those of bundles among them included."""
    begun = {owner}
    for number in numbers:
        node = network.tree.nodes[number]
        if node.parent in begun and node.option.is_default:
            begun.add(number)
            yield _choice(node, Origin.BUNDLE)


def _choice(node: Node, origin: Origin, quantity: Decimal | None = None) -> Choice:
    return Choice(node.place, node.option.quantity if quantity is None else quantity, origin)
