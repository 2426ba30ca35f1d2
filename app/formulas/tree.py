"""A formula as it was read: what stands in what, and where; two formulas of the same meaning are equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.formulas.faults import START, Place


class Suffix(StrEnum):
    """What a number is said to be of; a bare one takes the unit of what it meets."""

    BARE = ""
    PERCENT = "%"
    UNITS = "units"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written: 15 with `Suffix.PERCENT` is ``15 %``, never below 0."""

    value: Decimal
    suffix: Suffix = Suffix.BARE
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A text between quotation marks."""

    value: str
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Truth:
    """``yes`` or ``no``."""

    value: bool
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """The name of a field or of a summary variable."""

    name: str
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function with the values it is given."""

    name: str
    arguments: tuple[Node, ...]
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """``not`` or ``-`` before a value."""

    operator: str
    operand: Node
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between two values; its place is that of the operator."""

    operator: str
    left: Node
    right: Node
    place: Place = field(default=START, compare=False)
    depth: int = field(default=1, compare=False)


Node = Number | Text | Truth | Field | Call | Unary | Binary

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})

STRENGTH = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6}
"""How strongly a binary operator holds its values together."""

NOT_STRENGTH, MINUS_STRENGTH, VALUE_STRENGTH = 3, 7, 8

RESERVED = frozenset({"and", "or", "not", "yes", "no", *filter(str.isalpha, Suffix)})
"""Words no field may be called."""


def children(node: Node) -> tuple[Node, ...]:
    """Return what stands directly inside a node, from left to right."""
    if isinstance(node, Binary):
        return node.left, node.right
    if isinstance(node, Unary):
        return (node.operand,)
    return node.arguments if isinstance(node, Call) else ()


def every_node(node: Node) -> Iterator[Node]:
    """Yield a node and everything inside it."""
    yield node
    for child in children(node):
        yield from every_node(child)
