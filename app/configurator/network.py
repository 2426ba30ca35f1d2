"""A model laid out for the solver: variables, statements about them, and what each statement stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.configurator.cells import Domain
from app.configurator.linear import Linear
from app.configurator.model import Model
from app.configurator.rules import Alert, Filter, Selection
from app.configurator.tree import Instance, Tree
from app.kernel.findings import Finding

STRUCTURE = 0
"""The source of what needs no words: a part comes with its whole, an attribute has one value."""


@dataclass(frozen=True)
class Statements:
    """Statements about variables, ready to be followed from literal to literal.

    Attributes:
        linears: In the order of their sources.
        variables: How many there are.
    """

    linears: tuple[Linear, ...]
    variables: int

    @cached_property
    def occurs(self) -> list[list[tuple[int, int]]]:
        """Return for each literal the statements it weighs in, and its weight there."""
        found: list[list[tuple[int, int]]] = [[] for _ in range(2 * self.variables)]
        for place, linear in enumerate(self.linears):
            for literal, weight in linear.terms:
                found[literal].append((place, weight))
        return found

    @cached_property
    def bounds(self) -> list[int]:
        """Return the bound of each statement."""
        return [linear.bound for linear in self.linears]

    @cached_property
    def heaviest(self) -> list[int]:
        """Return the largest weight in each statement; 0 where there is none."""
        return [max((weight for _, weight in linear.terms), default=0) for linear in self.linears]

    def only(self, places: Iterable[int]) -> Statements:
        """Return some of the statements, by their places."""
        return Statements(tuple(self.linears[place] for place in sorted(places)), self.variables)


@dataclass(frozen=True)
class Network:
    """A model laid out.

    Variables are the options by their number, then the cells of each attribute.

    Attributes:
        domains: The attributes with the variable of their first cell.
        sources: What statements stand for, as a finding says it; the first is `STRUCTURE`.
        costs: What it costs in changes to make a literal hold that did not: an option chosen or taken out,
            an attribute told, each 1.
        selections, filters, alerts: The rules that are run, each with every bundle it is for.
    """

    model: Model
    tree: Tree
    domains: Mapping[str, tuple[Domain, int]]
    statements: Statements
    sources: tuple[Finding | None, ...]
    costs: bytes
    selections: tuple[tuple[Selection, Instance], ...]
    filters: tuple[tuple[Filter, Instance], ...]
    alerts: tuple[tuple[Alert, Instance], ...]

    @cached_property
    def structure(self) -> tuple[int, ...]:
        """Return the places of the statements that need no words."""
        linears = enumerate(self.statements.linears)
        return tuple(place for place, linear in linears if linear.source == STRUCTURE)

    def with_structure(self, variables: Iterable[int]) -> set[int]:
        """Return variables with the bundles around their options and all cells of their attributes."""
        found = set(variables)
        for variable in tuple(found):
            if variable < len(self.tree.nodes):
                found.update(self.tree.around(variable))
        for domain, first in self.domains.values():
            cells = range(first, first + len(domain.cells))
            if not found.isdisjoint(cells):
                found.update(cells)
        return found
