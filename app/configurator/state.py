"""A configuration in the solver's terms: for each variable the literal that holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.configurator.configuration import Configuration, Origin
from app.configurator.linear import holds, negated
from app.configurator.network import Network


def state_of(network: Network, configuration: Configuration) -> list[int]:
    """Return the literals that hold, by variable; what the bundle does not offer is passed over."""
    chosen = {network.tree.by_place.get(choice.place) for choice in configuration.choices}
    literals = [
        holds(number) if number in chosen else negated(holds(number))
        for number in range(len(network.tree.nodes))
    ]
    for code, (domain, first) in network.domains.items():
        said = domain.cell_of(configuration.values.get(code))
        cells = (holds(first + at) for at in range(len(domain.cells)))
        literals += (cell if at == said else negated(cell) for at, cell in enumerate(cells))
    return literals


def decided(network: Network, configuration: Configuration) -> tuple[int, ...]:
    """Return the literals a person stands by: what they or the bundle chose, and what they said."""
    chosen = (
        network.tree.by_place.get(choice.place)
        for choice in configuration.choices
        if choice.origin is not Origin.RULE
    )
    return (
        *(holds(number) for number in chosen if number is not None),
        *(literal for code in network.domains for literal in _said(network, configuration, code)),
    )


def _said(network: Network, configuration: Configuration, code: str) -> Iterator[int]:
    domain, first = network.domains[code]
    at = domain.cell_of(configuration.values.get(code))
    if at:
        yield holds(first + at)


def replaced_by(network: Network, literal: int) -> frozenset[int]:
    """Return what leaves when a literal is decided.

    A choice in a feature that allows one takes the place of the other and of what is nested in it; a value
    takes the place of the attribute's other values.
    """
    number = literal >> 1
    if number < len(network.tree.nodes):
        if not network.tree.nodes[number].feature.is_exclusive:
            return frozenset()
        beside = network.tree.beside(number)
        inside = (one for other in beside for one in network.tree.inside(other))
        return frozenset(map(holds, (*beside, *inside)))
    return frozenset(other for other in _cells_beside(network, number) if other != literal)


def _cells_beside(network: Network, variable: int) -> Iterable[int]:
    for domain, first in network.domains.values():
        if first <= variable < first + len(domain.cells):
            return [holds(first + at) for at in range(len(domain.cells))]
    return ()
