"""Why an option or a value is not open: the statements and decisions that speak against it, none too many."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalog.attribute import AttributeValue
from app.configurator.cells import Cell
from app.configurator.configuration import Configuration
from app.configurator.linear import holds
from app.configurator.network import STRUCTURE, Network, Statements
from app.configurator.search import GaveUp, Search
from app.configurator.solver import ground_of
from app.configurator.state import replaced_by, state_of
from app.configurator.tree import Place
from app.kernel.findings import Finding


@dataclass(frozen=True, slots=True)
class Reason:
    """What together speaks against a choice; without any one of it the choice would be open.

    Attributes:
        causes: Features, constraints and rules, in the order in which one leads to the next.
        places: Decided options that stand against it, sorted.
        values: What was said of attributes and stands against it.
    """

    causes: tuple[Finding, ...]
    places: tuple[Place, ...] = ()
    values: tuple[tuple[str, Cell], ...] = ()


@dataclass(frozen=True, slots=True)
class _Core:
    """Sources and decisions that together speak against a literal."""

    sources: frozenset[int]
    given: frozenset[int]

    @property
    def size(self) -> int:
        """Return how much a person has to read."""
        return len(self.sources) + len(self.given)


def why_not(network: Network, configuration: Configuration, place: Place) -> Reason | None:
    """Return why an option is not open; None where it is.

    Args:
        network: The model, laid out.
        configuration: What has been decided.
        place: Of an option the bundle offers.
    """
    return _why_not(network, configuration, holds(network.tree.by_place[place]))


def why_not_value(
    network: Network, configuration: Configuration, attribute: str, value: AttributeValue
) -> Reason | None:
    """Return why an attribute cannot have a value; None where it can.

    Args:
        network: The model, laid out.
        configuration: What has been decided.
        attribute: Code of an attribute the model asks for.
        value: One the attribute accepts.
    """
    domain, first = network.domains[attribute]
    return _why_not(network, configuration, holds(first + domain.cell_of(value)))


def why_nothing(network: Network) -> Reason | None:
    """Return why nothing can be valid at all, whatever is chosen; None where something can."""
    before = state_of(network, Configuration(network.model.sku))
    return _smallest(_Against(network, tuple(before), None), frozenset())


def _why_not(network: Network, configuration: Configuration, literal: int) -> Reason | None:
    ground = ground_of(network, configuration)
    before = state_of(network, configuration) if ground is None else ground.literals
    kept = () if ground is None else ground.kept
    given = frozenset(kept) - replaced_by(network, literal)
    return _smallest(_Against(network, tuple(before), literal), given)


def _smallest(against: _Against, given: frozenset[int]) -> Reason | None:
    core = against.core(given)
    if core is None:
        return None
    fewest = min((against.smaller(core, backwards=way) for way in (False, True)), key=lambda one: one.size)
    return _reason(against.network, against.chain(fewest), fewest)


class _Against:
    """What speaks against a literal, or against everything, asked again and again with less."""

    def __init__(self, network: Network, before: tuple[int, ...], literal: int | None) -> None:
        self.network = network
        self.before = before
        self.literal = literal

    def core(self, given: frozenset[int]) -> _Core | None:
        """Return something that speaks against the literal; None where nothing does."""
        search = self._search(self.network.statements, given, watching=True)
        if self._holds(search):
            return None
        linears = self.network.statements.linears
        sources = frozenset(linears[place].source for place in search.involved)
        return _Core(sources - {STRUCTURE}, frozenset(search.given))

    def smaller(self, core: _Core, *, backwards: bool) -> _Core:
        """Return as little of it as still speaks against the literal: nothing more can be left out."""
        for source in sorted(core.sources, reverse=backwards):
            core = self._if_enough(_Core(core.sources - {source}, core.given), core)
        for literal in sorted(core.given, reverse=not backwards):
            core = self._if_enough(_Core(core.sources, core.given - {literal}), core)
        return core

    def chain(self, core: _Core) -> tuple[int, ...]:
        """Return the sources in the order in which one leads to the next."""
        statements = self._statements(core)
        search = self._search(statements, core.given)
        self._follows(search)
        followed = [statements.linears[place].source for place in search.led_by()]
        return tuple(source for source in dict.fromkeys([*followed, *sorted(core.sources)]) if source)

    def _if_enough(self, fewer: _Core, core: _Core) -> _Core:
        return core if self._holds(self._search(self._statements(fewer), fewer.given)) else fewer

    def _statements(self, core: _Core) -> Statements:
        """Return everything the sources of a core say, and the structure of what they speak of."""
        said = [
            (place, linear)
            for place, linear in enumerate(self.network.statements.linears)
            if linear.source in core.sources
        ]
        spoken = {literal >> 1 for _, linear in said for literal, _ in linear.terms}
        asked = core.given if self.literal is None else {*core.given, self.literal}
        known = self.network.with_structure({*spoken, *(literal >> 1 for literal in asked)})
        structure = (
            place
            for place in self.network.structure
            if all(literal >> 1 in known for literal, _ in self.network.statements.linears[place].terms)
        )
        return self.network.statements.only({*(place for place, _ in said), *structure})

    def _search(self, statements: Statements, given: frozenset[int], *, watching: bool = False) -> Search:
        search = Search(statements, self.before, self.network.costs, watching=watching)
        search.give(sorted(given))
        return search

    def _follows(self, search: Search) -> bool:
        return self.literal is None or search.follow(self.literal)

    def _holds(self, search: Search) -> bool:
        try:
            return self._follows(search) and search.mend()
        except GaveUp:
            return True


def _reason(network: Network, chain: tuple[int, ...], core: _Core) -> Reason:
    options = len(network.tree.nodes)
    causes = (network.sources[source] for source in chain)
    values = []
    for code, (domain, first) in network.domains.items():
        values += [(code, cell) for at, cell in enumerate(domain.cells) if holds(first + at) in core.given]
    return Reason(
        causes=tuple(cause for cause in causes if cause is not None),
        places=tuple(
            sorted(network.tree.nodes[literal >> 1].place for literal in core.given if literal >> 1 < options)
        ),
        values=tuple(values),
    )
