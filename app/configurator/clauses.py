"""A condition as clauses: of each clause at least one literal holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

from app.configurator.conditions import AllOf, AnyOf, Condition, Leaf, Not, names_in
from app.kernel.errors import RuleViolation

Clause = frozenset[int]
"""Literals: an even number is that a variable holds, the odd one after it that it does not."""

Expand = Callable[[Leaf, bool], list[Clause]]
"""What a comparison or choice, met or not, means in literals."""

MOST = 400
"""Clauses of one condition; what people write has a handful."""


class ConditionTooWide(RuleViolation):
    """A condition mixes all and any so often that it cannot be followed in time."""

    code = "configurator.condition_too_wide"


def clauses_of(condition: Condition, wanted: bool, expand: Expand) -> list[Clause]:
    """Return the clauses that together say a condition is met, or where it is not wanted, that it is not.

    Raises:
        ConditionTooWide: There are more than 400 of them.
    """
    match condition:
        case Not(part):
            return clauses_of(part, not wanted, expand)
        case AllOf(parts) | AnyOf(parts):
            names = names_in(condition)[:5]
            sides = [clauses_of(part, wanted, expand) for part in parts]
            together = isinstance(condition, AllOf) is wanted
            found = [clause for side in sides for clause in side] if together else either(*sides, names=names)
            if len(found) > MOST:
                raise ConditionTooWide(names=names)
            return found
        case _:
            return expand(condition, wanted)


def either(*sides: list[Clause], names: tuple[str, ...] = ()) -> list[Clause]:
    """Return the clauses that say at least one side holds; without a side nothing does.

    Args:
        sides: Clauses of which all hold on a side.
        names: What they are about, to name them.

    Raises:
        ConditionTooWide: There are more than 400 of them.
    """
    found: list[Clause] = [frozenset()]
    for side in sides:
        if len(found) * len(side) > MOST * 4:
            raise ConditionTooWide(names=names)
        pairs = (left | right for left, right in product(found, side))
        found = _without_weaker(clause for clause in dict.fromkeys(pairs) if not _is_always(clause))
    return found


def _is_always(clause: Clause) -> bool:
    return any(literal ^ 1 in clause for literal in clause)


def _without_weaker(clauses: Iterable[Clause]) -> list[Clause]:
    """Return the clauses that no shorter one already says."""
    kept: list[Clause] = []
    for clause in sorted(clauses, key=len):
        if not any(one <= clause for one in kept):
            kept.append(clause)
    return kept
