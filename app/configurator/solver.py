"""What is still open, why something is not, and the smallest change that makes a configuration valid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.configurator.cells import Cell
from app.configurator.configuration import Configuration
from app.configurator.linear import holds
from app.configurator.network import Network
from app.configurator.search import GaveUp, Search
from app.configurator.state import decided, replaced_by, state_of
from app.configurator.tree import Place

STEPS_OF_A_CHOICE = 300
"""Steps spent on one choice at most; one that is not refuted by then counts as open."""

STEPS_OF_THE_GROUND = 100
"""Steps spent at most on proving that what the next choice stands on is as near as it can be."""

STEPS_OF_A_CHANGE = 2000
"""Steps spent at most on proving that no smaller change does."""


@dataclass(frozen=True, slots=True)
class Change:
    """What to change so that every statement is met.

    Attributes:
        adds: Places to choose at, sorted.
        removes: Places to take out, sorted.
        tells: Attributes to tell, with the value, the span of numbers to choose from, that it is some other
            text, or None: say nothing.
        is_smallest: Whether no smaller change exists; False where the search ended before it could tell.
    """

    adds: tuple[Place, ...] = ()
    removes: tuple[Place, ...] = ()
    tells: tuple[tuple[str, Cell], ...] = ()
    is_smallest: bool = True

    @property
    def size(self) -> int:
        """Return how many options and attributes it changes."""
        return len(self.adds) + len(self.removes) + len(self.tells)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the next choice stands on.

    Attributes:
        literals: A state that meets every statement, nearest to the configuration.
        kept: What the person decided and can keep: all of it, unless it contradicts itself.
    """

    literals: tuple[int, ...]
    kept: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen next, beside everything the person has decided.

    Attributes:
        options: Places of options that can be there, those that are chosen among them.
        values: For each attribute the cells it can have.
    """

    options: frozenset[Place]
    values: Mapping[str, tuple[Cell, ...]]


def open_choices(network: Network, configuration: Configuration) -> Choices:
    """Return every option and value with which everything decided can still become valid.

    A choice in a feature that allows one takes the place of the other, a value that of the value before. What
    a person decided stays; what is undecided may be added. Where the decisions contradict each other, those
    the smallest change keeps are stood by; where nothing can be valid at all, nothing is open.
    """
    ground = ground_of(network, configuration)
    found = set() if ground is None else _open_literals(network, ground)
    return Choices(
        options=frozenset(node.place for node in network.tree.nodes if holds(node.number) in found),
        values={
            code: tuple(domain.cells[at] for at in range(1, len(domain.cells)) if holds(first + at) in found)
            for code, (domain, first) in network.domains.items()
        },
    )


def smallest_change(network: Network, configuration: Configuration) -> Change | None:
    """Return the fewest options added or taken out and attributes told that make everything valid.

    Additions come before removals of the same number. Nothing to do is an empty change; None where no change
    makes it valid.
    """
    state = state_of(network, configuration)
    found = _nearest(network, state, most=STEPS_OF_A_CHANGE)
    if found is None:
        return None
    after, is_smallest = found
    return _change(network, state, after, is_smallest)


def ground_of(network: Network, configuration: Configuration) -> Ground | None:
    """Return what the next choice stands on; None where nothing can be valid."""
    state, kept = state_of(network, configuration), decided(network, configuration)
    search = _search(network, state)
    search.give(kept)
    try:
        if search.mend():
            return Ground(tuple(_proposal(search, state)), kept)
    except GaveUp:
        pass  # what contradicts itself in so many ways is mended below
    found = _nearest(network, state, most=STEPS_OF_THE_GROUND)
    if found is None:
        return None
    after = frozenset(found[0])
    return Ground(tuple(found[0]), tuple(literal for literal in kept if literal in after))


def _search(network: Network, literals: Iterable[int]) -> Search:
    return Search(network.statements, literals, network.costs)


def _proposal(search: Search, before: Iterable[int]) -> list[int]:
    """Return what the search proposes: what it decided, and what was before for everything else."""
    return [literal ^ 1 if search.holding[literal ^ 1] else literal for literal in before]


def _open_literals(network: Network, ground: Ground) -> set[int]:
    """Return the literals of options and cells that can hold beside what is kept."""
    found = {literal for literal in ground.literals if not literal & 1}
    search = _search(network, ground.literals)
    search.give(ground.kept)
    kept = frozenset(ground.kept)
    for literal in range(0, 2 * network.statements.variables, 2):
        if literal in found:
            continue
        leaving = replaced_by(network, literal) & kept
        for one in leaving:
            search.take_back(one)
        mark = len(search.trail)
        if _can_hold(search, literal):
            # What had to change with it is open as well, unless it stands on something that left.
            found |= {one for one in search.trail[mark:] if not one & 1} if not leaving else {literal}
        search.undo(mark)
        search.give(leaving)
    return found


def _can_hold(search: Search, literal: int) -> bool:
    try:
        return search.follow(literal) and search.mend(most=STEPS_OF_A_CHOICE)
    except GaveUp:
        return True


def _nearest(network: Network, state: list[int], *, most: int) -> tuple[list[int], bool] | None:
    """Return the valid state at the least cost, and whether the search could prove that it is."""
    search = _search(network, state)
    if not search.mend():
        return None
    best, dearest = _proposal(search, state), search.cost
    search.undo(0)
    for limit in range(search.least(), dearest):
        try:
            if search.mend(limit, most=most):
                return _proposal(search, state), True
        except GaveUp:
            return best, False
    return best, True


def _change(network: Network, before: list[int], after: list[int], is_smallest: bool) -> Change:
    options = len(network.tree.nodes)
    turned = [literal for literal, old in zip(after, before, strict=True) if literal != old]
    places = [
        (literal, network.tree.nodes[literal >> 1].place) for literal in turned if literal >> 1 < options
    ]
    tells = []
    for code, (domain, first) in network.domains.items():
        told = [at for at in range(len(domain.cells)) if holds(first + at) in turned]
        tells += [(code, domain.cells[at]) for at in told]
    return Change(
        adds=tuple(sorted(place for literal, place in places if not literal & 1)),
        removes=tuple(sorted(place for literal, place in places if literal & 1)),
        tells=tuple(tells),
        is_smallest=is_smallest,
    )
