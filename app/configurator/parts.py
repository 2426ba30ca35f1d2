"""What a configured bundle is made of, in which quantities: what a quote prices and prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.catalog.bundle import Option
from app.configurator.configuration import Configuration
from app.configurator.network import Network
from app.configurator.tree import Place
from app.kernel.exact import EXACT


@dataclass(frozen=True, slots=True)
class Part:
    """One chosen option.

    Attributes:
        quantity: For the whole line, in the product's unit.
        option: Its prices and discount in the bundle.
    """

    place: Place
    sku: str
    quantity: Decimal
    option: Option


def parts(network: Network, configuration: Configuration, quantity: Decimal) -> tuple[Part, ...]:
    """Return the chosen options in the order of the bundle; what the bundle does not offer is left out.

    A quantity for each bundle is multiplied by how many there are of the bundle around it; one for the whole
    line is not.

    Args:
        network: The model, laid out.
        configuration: What was chosen.
        quantity: How many of the bundle are sold.
    """
    amounts: dict[Place, Decimal] = {(): quantity}
    chosen = {choice.place: choice for choice in configuration.choices}
    found = []
    for node in network.tree.nodes:
        choice = chosen.get(node.place)
        around = amounts.get(node.place[:-2])
        if choice is None or around is None:
            continue
        own = EXACT.multiply(choice.quantity, around) if node.option.multiplies else choice.quantity
        amounts[node.place] = own
        found.append(Part(node.place, node.option.sku, own, node.option))
    return tuple(found)
