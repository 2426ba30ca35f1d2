"""Run the rules until nothing changes any more: selections add and remove, filters hide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.configurator.conditions import Condition, Facts, is_met
from app.configurator.configuration import Choice, Configuration, Origin
from app.configurator.defaults import with_defaults
from app.configurator.network import Network
from app.configurator.rules import Selection
from app.configurator.tree import TOP, Instance, Place

ROUNDS = 100
"""Times all rules are run at most."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A configuration after its rules have run.

    Attributes:
        added: What rules added, the bundles around it included: pairs of place and code of the rule.
        removed: What rules took out, in the same way.
        loop: Codes of the rules that undo each other without end; empty where they came to rest.
    """

    configuration: Configuration
    added: tuple[tuple[Place, str], ...] = ()
    removed: tuple[tuple[Place, str], ...] = ()
    loop: tuple[str, ...] = ()


def settle(network: Network, configuration: Configuration) -> Settled:
    """Return the configuration in which no selection rule has anything left to do.

    Rules run in their order, round after round; what a rule added leaves with the last rule that wants it.
    Where a feature allows one option, it takes the place of what stands there by default, never of what a
    person chose. Rules that never come to rest are named; the configuration is as the last round left it.
    """
    run = _Run(network, configuration)
    seen = {configuration: 0}
    fired: list[tuple[str, ...]] = []
    while len(fired) < ROUNDS:
        before = run.configuration
        fired.append(run.round())
        if not fired[-1] and run.configuration == before:
            return run.settled()
        if run.configuration in seen:
            return run.settled(_each_once(fired[seen[run.configuration] :]))
        seen[run.configuration] = len(fired)
    return run.settled(_each_once(fired[-1:]))


def hidden_places(network: Network, configuration: Configuration) -> frozenset[Place]:
    """Return the places a filter hides as the configuration is."""
    return frozenset(
        node.place
        for law, at in network.filters
        if speaks(law.when, at, configuration)
        for node in (network.tree.nodes[number] for number in at.inside)
        if node.option.sku in law.hides
    )


def speaks(when: Condition, at: Instance, configuration: Configuration) -> bool:
    """Test whether a bundle is there and a condition is met inside it."""
    if at.owner != TOP and configuration.at(at.place) is None:
        return False
    return is_met(when, Facts(configuration.values, _chosen_inside(at.place, configuration)))


def _chosen_inside(place: Place, configuration: Configuration) -> frozenset[str]:
    depth = len(place)
    return frozenset(
        choice.place[-1]
        for choice in configuration.choices
        if len(choice.place) > depth and choice.place[:depth] == place
    )


def _each_once(fired: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in fired for code in codes))


class _Run:
    """The rules of one configuration while they run."""

    def __init__(self, network: Network, configuration: Configuration) -> None:
        self.network = network
        self.configuration = configuration
        self.added: dict[Place, str] = {}
        self.removed: dict[Place, str] = {}

    def settled(self, loop: tuple[str, ...] = ()) -> Settled:
        return Settled(self.configuration, tuple(self.added.items()), tuple(self.removed.items()), loop)

    def round(self) -> tuple[str, ...]:
        """Run every rule once; return the codes of those that changed something."""
        fired = []
        for law, at in self.network.selections:
            if speaks(law.when, at, self.configuration):
                fired += [law.code] * (self._remove(law, at) + self._add(law, at))
        return tuple(dict.fromkeys((*fired, *self._drop_unwanted())))

    def _remove(self, law: Selection, at: Instance) -> int:
        """Take out what a rule removes; return how often it had to."""
        standing = [choice.place for sku in law.removes for choice in self._standing(sku, at)]
        self.configuration = self.configuration.without(*standing)
        self.removed.update(dict.fromkeys(standing, law.code))
        return len(standing)

    def _add(self, law: Selection, at: Instance) -> int:
        """Choose what a rule adds; return how often it had to."""
        missing = [sku for sku in law.adds if not any(True for _ in self._standing(sku, at))]
        for sku in missing:
            place = self._first_place(sku, at)
            self._make_room(place)
            before = self.configuration.places
            self.configuration = with_defaults(self.network, self.configuration, place, Origin.RULE)
            chosen = (one.place for one in self.configuration.choices if one.origin is Origin.RULE)
            self.added.update((one, law.code) for one in chosen if one not in before)
        return len(missing)

    def _make_room(self, place: Place) -> None:
        """Take out what stands by default where one option is allowed; what a person chose stays."""
        tree = self.network.tree
        number = tree.by_place[place]
        if tree.nodes[number].feature.is_exclusive:
            beside = {tree.nodes[other].place for other in tree.beside(number)}
            for choice in self.configuration.choices:
                if choice.place in beside and choice.origin is Origin.BUNDLE:
                    self.configuration = self.configuration.without(choice.place)

    def _drop_unwanted(self) -> Iterator[str]:
        """Take out what rules chose and no rule wants any more; yield the codes of the rules that did."""
        wanted = {
            choice.place
            for law, at in self.network.selections
            if speaks(law.when, at, self.configuration)
            for sku in law.adds
            for choice in self._standing(sku, at)
        }
        stays = [
            choice.place
            for choice in self.configuration.choices
            if choice.place in wanted or choice.origin is Origin.PERSON
        ]
        for choice in self.configuration.choices:
            inside = any(place[: len(choice.place)] == choice.place for place in stays)
            if choice.origin is Origin.RULE and not inside:
                self.configuration = self.configuration.without(choice.place)
                code = self.added.pop(choice.place, "")  # an earlier run chose what no rule of this one did
                yield from [code] if code else []

    def _standing(self, sku: str, at: Instance) -> Iterator[Choice]:
        depth = len(at.place)
        for choice in self.configuration.choices:
            if choice.place[-1] == sku and choice.place[:depth] == at.place and len(choice.place) > depth:
                yield choice

    def _first_place(self, sku: str, at: Instance) -> Place:
        """Return where an option is offered first: in what is there before what is not."""
        nodes = [self.network.tree.nodes[number] for number in at.inside]
        places = [node.place for node in nodes if node.option.sku == sku]
        chosen = self.configuration.places
        return min(places, key=lambda place: _missing_around(place, chosen))


def _missing_around(place: Place, chosen: frozenset[Place]) -> int:
    """Return how many bundles around a place are not chosen yet."""
    return sum(1 for end in range(2, len(place), 2) if place[:end] not in chosen)
