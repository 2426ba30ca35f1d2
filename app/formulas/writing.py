"""The one way to write a formula: what is stored and shown; read again it is the same tree."""

from __future__ import annotations

from app.formulas.parsing import parse
from app.formulas.tree import (
    COMPARISONS,
    MINUS_STRENGTH,
    NOT_STRENGTH,
    STRENGTH,
    VALUE_STRENGTH,
    Binary,
    Call,
    Field,
    Node,
    Number,
    Suffix,
    Text,
    Truth,
    Unary,
)
from app.kernel.exact import plain

_UNARY = {"not": NOT_STRENGTH, "-": MINUS_STRENGTH}
_BEFORE = {"not": "not ", "-": "-"}


def canonical(text: str) -> str:
    """Return a formula in its one spelling: single blanks, no needless parentheses, no trailing zeros.

    Raises:
        AppError: The formula cannot be read.
    """
    return write(parse(text))


def write(node: Node) -> str:
    """Return the text of a tree."""
    match node:
        case Number(value=value, suffix=suffix):
            return f"{plain(value)} {suffix.value}" if suffix is not Suffix.BARE else plain(value)
        case Text(value=text):
            return '"' + text.replace('"', '""') + '"'
        case Truth(value=truth):
            return "yes" if truth else "no"
        case Field(name=name):
            return name
        case Call(name=name, arguments=arguments):
            return f"{name}({', '.join(map(write, arguments))})"
        case Unary(operator=operator, operand=operand):
            return f"{_BEFORE[operator]}{_held(operand, _UNARY[operator])}"
        case Binary(operator=operator, left=left, right=right):
            return f"{_left(left, operator)} {operator} {_held(right, STRENGTH[operator] + 1)}"


def _left(node: Node, operator: str) -> str:
    """Operators of one strength go from left to right, comparisons not at all."""
    strength = STRENGTH[operator]
    return _held(node, strength + (operator in COMPARISONS))


def _held(node: Node, least: int) -> str:
    """Return the text of a node, in parentheses where it would fall apart beside what is so strong."""
    text = write(node)
    return text if _strength(node) >= least else f"({text})"


def _strength(node: Node) -> int:
    if isinstance(node, Binary):
        return STRENGTH[node.operator]
    if isinstance(node, Unary):
        return _UNARY[node.operator]
    return VALUE_STRENGTH
