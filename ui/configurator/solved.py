"""What the solver says of one configuration: worked out off the window's thread, after every step."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.configurator.cells import Cell
from app.configurator.checks import findings
from app.configurator.configuration import Configuration
from app.configurator.mending import Mending, mending
from app.configurator.network import Network
from app.configurator.reasons import Reason, why_not, why_not_value
from app.configurator.settling import hidden_places
from app.configurator.solver import Choices, open_choices
from app.configurator.tree import Place
from app.kernel.findings import Finding, blockers


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an attribute, as something that may be closed."""

    attribute: str
    value: str | bool


Asked = Place | Value
"""What somebody may want the reason of."""


@dataclass(frozen=True)
class Solved:
    """A configuration as the solver sees it.

    Attributes:
        configuration: What was asked about.
        choices: What is open beside everything decided.
        hidden: Places that a filter leaves out.
        findings: What speaks against sending it.
        mending: The smallest change that makes it valid; None where it is valid or nothing can be.
    """

    configuration: Configuration
    choices: Choices
    hidden: frozenset[Place] = frozenset()
    findings: tuple[Finding, ...] = ()
    mending: Mending | None = None

    def is_open(self, place: Place) -> bool:
        """Tell whether an option can be chosen."""
        return place in self.choices.options

    def can_be(self, attribute: str, cell: Cell) -> bool:
        """Tell whether an attribute can have a value that is a cell of its own."""
        return cell in self.choices.values.get(attribute, (cell,))

    @property
    def is_valid(self) -> bool:
        """Tell whether nothing stops it from being sent."""
        return not blockers(self.findings)


@dataclass(frozen=True)
class Explained:
    """Why things are not open, for one configuration; None for what is."""

    configuration: Configuration
    reasons: dict[Asked, Reason | None] = field(default_factory=dict)


def solve(network: Network, configuration: Configuration) -> Solved:
    """Return what is open, what speaks against the configuration, and what would mend it."""
    found = findings(network, configuration)
    choices = open_choices(network, configuration)
    hidden = hidden_places(network, configuration) - choices.options - configuration.places
    mends = mending(network, configuration) if blockers(found) else None
    return Solved(configuration, choices, hidden, found, mends)


def unsolved(network: Network, configuration: Configuration) -> Solved:
    """Return what is shown until the first answer: everything open, nothing found."""
    options = frozenset(network.tree.by_place)
    values = {code: domain.cells for code, (domain, _first) in network.domains.items()}
    return Solved(configuration, Choices(options, values))


def explain(network: Network, configuration: Configuration, asked: tuple[Asked, ...]) -> Explained:
    """Return why some things are not open."""
    return Explained(configuration, {one: _reason(network, configuration, one) for one in asked})


def _reason(network: Network, configuration: Configuration, asked: Asked) -> Reason | None:
    if isinstance(asked, Value):
        return why_not_value(network, configuration, asked.attribute, asked.value)
    return why_not(network, configuration, asked)
