"""The one kind of statement the solver knows: weighted literals that may together weigh so much at most.

A clause is the negations of its literals, of which not all may hold; a cardinality counts literals or their
negations. A literal is a number: 2n says that variable n holds, 2n + 1 that it does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Linear(NamedTuple):
    """The weights of the literals that hold sum up to `bound` at most.

    Attributes:
        terms: Literals with weights above 0; no variable twice.
        bound: Below 0 nothing meets it.
        source: Place of what it stands for in the network's sources.
    """

    terms: tuple[tuple[int, int], ...]
    bound: int
    source: int


def holds(variable: int) -> int:
    """Return the literal that a variable holds."""
    return 2 * variable


def negated(literal: int) -> int:
    """Return the opposite literal."""
    return literal ^ 1


def at_most(terms: Iterable[tuple[int, int]], bound: int, source: int) -> Linear | None:
    """Return the statement in its simplest form; None where it always holds.

    Args:
        terms: Literals with weights of 0 or more; the same may come again.
        bound: What they may weigh together.
        source: Place of what it stands for in the network's sources.
    """
    weights: dict[int, int] = {}
    for literal, weight in terms:
        weights[literal] = weights.get(literal, 0) + weight
    for literal in [literal for literal in weights if not literal & 1 and literal ^ 1 in weights]:
        both = min(weights[literal], weights[literal ^ 1])  # one of the two always holds
        weights[literal] -= both
        weights[literal ^ 1] -= both
        bound -= both
    kept = {literal: weight for literal, weight in weights.items() if weight}
    if sum(kept.values()) <= bound:
        return None
    return Linear(
        tuple((literal, min(weight, max(bound + 1, 1))) for literal, weight in kept.items()), bound, source
    )


def clause(literals: Iterable[int], source: int) -> Linear | None:
    """Return the statement that at least one of the literals holds."""
    opposite = {literal ^ 1 for literal in literals}
    return at_most([(literal, 1) for literal in opposite], len(opposite) - 1, source)


def opposite(linear: Linear) -> Linear | None:
    """Return the statement that another is not met; None where it never is."""
    whole = sum(weight for _, weight in linear.terms)
    terms = [(literal ^ 1, weight) for literal, weight in linear.terms]
    return at_most(terms, whole - linear.bound - 1, linear.source)
