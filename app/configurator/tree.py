"""A bundle with everything nested in it, laid out: every option at its place, once for each way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.catalog.bundle import Bundle, Feature, Option
from app.kernel.errors import RuleViolation

Place = tuple[str, ...]
"""The way to an option from the bundle that is sold: feature, SKU, and again for what is nested."""

TOP = -1
"""In place of an option's number: the bundle that is sold."""

MOST_OPTIONS = 5000
"""Options of a bundle with everything nested in it."""


class BundleTooLarge(RuleViolation):
    """A bundle has more options than anybody can choose from, with everything nested in it."""

    code = "configurator.bundle_too_large"


@dataclass(frozen=True, slots=True)
class Node:
    """One option at one place.

    Attributes:
        number: Its place in `Tree.nodes`.
        parent: Number of the option that is the bundle it belongs to; `TOP` for the sold one.
        inside: Numbers below this one lie inside it, from `number + 1` on.
    """

    number: int
    place: Place
    feature: Feature
    option: Option
    parent: int
    inside: int


@dataclass(frozen=True, slots=True)
class Instance:
    """One bundle where it stands in the tree.

    Attributes:
        owner: Number of the option it is; `TOP` for the sold one.
        place: Place of that option; empty for the sold one.
        features: Each feature with the numbers of its options.
        inside: Numbers of everything inside it, nested or not.
    """

    sku: str
    owner: int
    place: Place
    features: tuple[tuple[Feature, tuple[int, ...]], ...]
    inside: range


@dataclass(frozen=True, slots=True)
class Tree:
    """Every option a bundle offers, parents before their children.

    Attributes:
        nodes: By number; what is nested in an option follows it at once.
        instances: Every bundle, the sold one last.
        by_place: Number of the option at a place.
    """

    nodes: tuple[Node, ...]
    instances: tuple[Instance, ...]
    by_place: Mapping[Place, int]

    def around(self, number: int) -> Iterator[int]:
        """Yield the options an option is nested in, nearest first."""
        parent = self.nodes[number].parent
        while parent != TOP:
            yield parent
            parent = self.nodes[parent].parent

    def inside(self, number: int) -> range:
        """Return the numbers of everything nested in an option."""
        return range(number + 1, self.nodes[number].inside)

    def beside(self, number: int) -> tuple[int, ...]:
        """Return the other options of the same feature at the same place."""
        node = self.nodes[number]
        around = node.place[:-1]
        places = ((*around, option.sku) for option in node.feature.options)
        return tuple(other for other in map(self.by_place.__getitem__, places) if other != number)


def written(place: Place) -> str:
    """Return a place as findings name it: ``Disks/SSD``."""
    return "/".join(place)


def laid_out(sku: str, bundles: Mapping[str, Bundle]) -> Tree:
    """Return the tree of a bundle; none of the bundles contains itself.

    Raises:
        BundleTooLarge: It has more than 5,000 options with everything nested in it.
    """
    layout = _Layout(bundles)
    try:
        layout.add(sku, (), TOP)
    except _Full:
        raise BundleTooLarge(bundle=sku, most=MOST_OPTIONS) from None
    nodes = tuple(node for node in layout.nodes if node is not None)
    return Tree(nodes, tuple(layout.instances), {node.place: node.number for node in nodes})


class _Full(Exception):
    """More options than a tree may have."""


class _Layout:
    """The walk through a bundle: what it has found so far."""

    def __init__(self, bundles: Mapping[str, Bundle]) -> None:
        self.bundles = bundles
        self.nodes: list[Node | None] = []
        self.instances: list[Instance] = []

    def add(self, sku: str, place: Place, owner: int) -> None:
        first, features = len(self.nodes), []
        for feature in self.bundles[sku].features:
            numbers = tuple(self._add_option(place, feature, option, owner) for option in feature.options)
            features.append((feature, numbers))
        inside = range(first, len(self.nodes))
        self.instances.append(Instance(sku, owner, place, tuple(features), inside))

    def _add_option(self, place: Place, feature: Feature, option: Option, owner: int) -> int:
        number, here = len(self.nodes), (*place, feature.code, option.sku)
        if number == MOST_OPTIONS:
            raise _Full
        self.nodes.append(None)  # keeps its own number until it is known what lies inside
        if option.sku in self.bundles:
            self.add(option.sku, here, number)
        self.nodes[number] = Node(number, here, feature, option, owner, len(self.nodes))
        return number
