"""Whether conditions can ever be met together, where that can be told without knowing a line.

Looked at are comparisons of one field with typed values and their combinations; everything else may be true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from app.formulas.evaluating import number_value
from app.formulas.tree import COMPARISONS, Binary, Field, Node, Number, Text, Truth, Unary

_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}

MOST_CASES = 64
"""Combinations of ``or`` that are followed; beyond them a condition counts as one that may be met."""


class Atom(NamedTuple):
    """One comparison of a field with a typed value; a field without a name stands for the value itself."""

    name: str
    operator: str
    value: Fraction | str | bool


def can_be_met(conditions: Iterable[Node]) -> bool:
    """Test whether some values of the fields could meet all these conditions together."""
    cases: list[tuple[Atom, ...]] = [()]
    for condition in conditions:
        cases = [(*case, *more) for case in cases for more in _cases(condition, True)]
        if len(cases) > MOST_CASES:
            return True
        cases = [case for case in cases if _is_possible(case)]
    return bool(cases)


def _cases(node: Node, wanted: bool) -> list[tuple[Atom, ...]]:
    """Return the alternatives under which a node is as wanted; ``[()]`` where nothing can be told."""
    if isinstance(node, Unary) and node.operator == "not":
        return _cases(node.operand, not wanted)
    if isinstance(node, Truth):
        return [()] if node.value is wanted else []
    if isinstance(node, Field):
        return [(Atom(node.name, "=", wanted),)]
    if isinstance(node, Binary) and node.operator in {"and", "or"}:
        left, right = _cases(node.left, wanted), _cases(node.right, wanted)
        if (node.operator == "and") is wanted:
            found = [(*first, *second) for first in left for second in right]
        else:
            found = left + right
        return found if len(found) <= MOST_CASES else [()]
    if isinstance(node, Binary) and node.operator in COMPARISONS:
        return _comparison(node, wanted)
    return [()]


def _comparison(node: Binary, wanted: bool) -> list[tuple[Atom, ...]]:
    operator = node.operator if wanted else _OPPOSITE[node.operator]
    left, right = _typed(node.left), _typed(node.right)
    if left is not None and right is not None:
        return [()] if _holds(left, operator, right) else []
    if isinstance(node.left, Field) and right is not None:
        return [(Atom(node.left.name, operator, right),)]
    if isinstance(node.right, Field) and left is not None:
        return [(Atom(node.right.name, _MIRRORED[operator], left),)]
    return [()]


def _typed(node: Node) -> Fraction | str | bool | None:
    if isinstance(node, Number):
        return Fraction(*number_value(node))
    if isinstance(node, Unary) and node.operator == "-" and isinstance(node.operand, Number):
        return -Fraction(*number_value(node.operand))
    return node.value if isinstance(node, Text | Truth) else None


def _is_possible(case: tuple[Atom, ...]) -> bool:
    """Test each field at its bounds, beside them and between them: comparisons change nowhere else."""
    names = {atom.name for atom in case}
    return all(_some_value_meets([atom for atom in case if atom.name == name]) for name in names)


def _some_value_meets(atoms: list[Atom]) -> bool:
    return any(all(_holds(value, atom.operator, atom.value) for atom in atoms) for value in _trials(atoms))


def _trials(atoms: list[Atom]) -> Iterator[Fraction | str | bool]:
    values = {atom.value for atom in atoms}
    if all(isinstance(value, bool) for value in values):
        yield from (True, False)
    elif all(isinstance(value, str) for value in values):
        texts = [value for value in values if isinstance(value, str)]
        yield from (*texts, "".join(texts) + "+")
    else:
        bounds = sorted(value for value in values if isinstance(value, Fraction))
        yield from bounds
        yield from ((low + high) / 2 for low, high in pairwise(bounds))
        yield from (bounds[0] - 1, bounds[-1] + 1)


def _holds(left: Fraction | str | bool, operator: str, right: Fraction | str | bool) -> bool:
    if operator in {"=", "!="}:
        return (left == right) is (operator == "=")
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        return True
    above, below = left > right, left < right
    return {"<": below, ">": above, "<=": not above, ">=": not below}[operator]
