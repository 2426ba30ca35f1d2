"""From a checked formula to a function of its fields: built once, exact, and bound to come to an end.

Numbers are pairs of integers, numerator and denominator above 0. Within a formula they are not brought to
lowest terms: its length limits how far they grow, and a division by their common factor costs more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import gcd
from types import MappingProxyType
from typing import Any

from app.formulas.checking import Formula
from app.formulas.faults import DivisionByZero, LookupMissed, Place, ValueMissing
from app.formulas.kinds import Family
from app.formulas.tree import Binary, Call, Field, Node, Number, Suffix, Text, Truth, Unary
from app.kernel.exact import plain
from app.kernel.percent import fraction_of_points
from app.kernel.ratio import Ratio, divide_half_away

Exact = tuple[int, int]
"""Numerator and denominator, the denominator above 0."""

Value = Exact | str | bool
"""What a field holds; None where it is not known."""

Values = Mapping[str, Value | None]

Find = Callable[[tuple[Value, ...]], Value | None]
"""The value of the row with these keys; None where there is none."""

Compute = Callable[[Values], Any]  # Any: a pair, a text or a truth, as the checked kind says
"""A formula made ready."""

CURRENCY_DECIMALS, PRICE_DECIMALS = "#currency_decimals", "#price_decimals"
"""Names no formula can say, under which the values of a document hold its two scales."""

NO_FINDERS: Mapping[str, Find] = MappingProxyType({})


def compiled(formula: Formula, tables: Mapping[str, Find] = NO_FINDERS) -> Compute:
    """Return the function of a formula; numbers come in lowest terms.

    The function raises `ValueMissing`, `DivisionByZero` or `LookupMissed`, each with its place.
    """
    run = _Compiler(tables).of(formula.root)
    if formula.kind.family is not Family.NUMBER:
        return run

    def lowest(values: Values) -> Exact:
        above, below = run(values)
        factor = gcd(above, below)
        return (above, below) if factor == 1 else (above // factor, below // factor)

    return lowest


def evaluate(formula: Formula, values: Values, tables: Mapping[str, Find] = NO_FINDERS) -> Value:
    """Return what a formula gives for these fields.

    Raises:
        ValueMissing: A field it needs is not known.
        DivisionByZero: A divisor is zero.
        LookupMissed: No row of a table has the keys.
    """
    scales: dict[str, Value | None] = {CURRENCY_DECIMALS: (2, 1), PRICE_DECIMALS: (4, 1)}
    found: Value = compiled(formula, tables)(scales | dict(values))
    return found


class _Compiler:
    """Makes one small function of each node."""

    def __init__(self, tables: Mapping[str, Find]) -> None:
        self._tables = tables

    def of(self, node: Node) -> Compute:
        match node:
            case Number():
                return _constant(number_value(node))
            case Text(value=value) | Truth(value=value):
                return _constant(value)
            case Field(name=name, place=place):
                return _field(name, place)
            case Unary(operator=operator, operand=operand):
                return _UNARY[operator](self.of(operand))
            case Binary(operator="/"):
                return _quotient(self.of(node.left), self.of(node.right), node.right.place)
            case Binary():
                return _BINARY[node.operator](self.of(node.left), self.of(node.right))
            case Call():
                return self._call(node)

    def _call(self, node: Call) -> Compute:
        if node.name == "lookup":
            code, *keys = node.arguments
            table = code.value if isinstance(code, Text) else ""
            return _lookup(table, self._tables[table], tuple(map(self.of, keys)), node.place)
        if node.name == "known":
            asked = node.arguments[0]
            return _known(asked.name if isinstance(asked, Field) else "")
        return _CALLS[node.name](*map(self.of, node.arguments))


def number_value(node: Number) -> Exact:
    """Return the exact value of a typed number: 15 % is 15/100."""
    value = fraction_of_points(node.value) if node.suffix is Suffix.PERCENT else node.value
    return value.as_integer_ratio()


def _constant(value: Value) -> Compute:
    return lambda _values: value


def _field(name: str, place: Place) -> Compute:
    def run(values: Values) -> Value:
        value = values.get(name)
        if value is None:
            raise ValueMissing(**place.facts, name=name)
        return value

    return run


def _known(name: str) -> Compute:
    return lambda values: values.get(name) is not None


def _negative(operand: Compute) -> Compute:
    def run(values: Values) -> Exact:
        above, below = operand(values)
        return -above, below

    return run


def _not(operand: Compute) -> Compute:
    return lambda values: not operand(values)


def _sum(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> Exact:
        a, b = left(values)
        c, d = right(values)
        return a * d + c * b, b * d

    return run


def _difference(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> Exact:
        a, b = left(values)
        c, d = right(values)
        return a * d - c * b, b * d

    return run


def _product(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> Exact:
        a, b = left(values)
        c, d = right(values)
        return a * c, b * d

    return run


def _quotient(left: Compute, right: Compute, place: Place) -> Compute:
    def run(values: Values) -> Exact:
        a, b = left(values)
        c, d = right(values)
        if not c:
            raise DivisionByZero(**place.facts)
        return (a * d, b * c) if c > 0 else (-a * d, -b * c)

    return run


def _equal(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> bool:
        first, second = left(values), right(values)
        if type(first) is tuple:
            return bool(first[0] * second[1] == second[0] * first[1])
        return bool(first == second)

    return run


def _different(left: Compute, right: Compute) -> Compute:
    return _not(_equal(left, right))


def _less(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> bool:
        a, b = left(values)
        c, d = right(values)
        return bool(a * d < c * b)

    return run


def _at_most(left: Compute, right: Compute) -> Compute:
    def run(values: Values) -> bool:
        a, b = left(values)
        c, d = right(values)
        return bool(a * d <= c * b)

    return run


def _more(left: Compute, right: Compute) -> Compute:
    return _less(right, left)


def _at_least(left: Compute, right: Compute) -> Compute:
    return _at_most(right, left)


def _and(left: Compute, right: Compute) -> Compute:
    return lambda values: left(values) and right(values)


def _or(left: Compute, right: Compute) -> Compute:
    return lambda values: left(values) or right(values)


def _smallest(*operands: Compute) -> Compute:
    def run(values: Values) -> Exact:
        best: Exact = operands[0](values)
        for operand in operands[1:]:
            other = operand(values)
            if other[0] * best[1] < best[0] * other[1]:
                best = other
        return best

    return run


def _largest(*operands: Compute) -> Compute:
    smallest = _smallest(*map(_negative, operands))
    return _negative(smallest)


def _magnitude(operand: Compute) -> Compute:
    def run(values: Values) -> Exact:
        above, below = operand(values)
        return abs(above), below

    return run


def _choice(condition: Compute, then: Compute, otherwise: Compute) -> Compute:
    return lambda values: then(values) if condition(values) else otherwise(values)


def _rounded(scale: str) -> Callable[[Compute], Compute]:
    def make(operand: Compute) -> Compute:
        def run(values: Values) -> Exact:
            above, below = operand(values)
            decimals = values[scale]
            power = 10 ** (decimals[0] if isinstance(decimals, tuple) else 0)
            return divide_half_away(above * power, below), power

        return run

    return make


def _lookup(table: str, find: Find, keys: tuple[Compute, ...], place: Place) -> Compute:
    def run(values: Values) -> Value:
        asked = tuple([key(values) for key in keys])
        found = find(asked)
        if found is None:
            raise LookupMissed(**place.facts, table=table, keys=", ".join(map(value_text, asked)))
        return found

    return run


def value_text(value: Value | None) -> str:
    """Return a value as a person types it: ``yes``, ``12.5``, ``7/12``, a text as it is; empty if unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    ratio = Ratio(*value)
    number = ratio.as_decimal()
    return str(ratio) if number is None else plain(number)


_UNARY: Mapping[str, Callable[[Compute], Compute]] = {"-": _negative, "not": _not}

_BINARY: Mapping[str, Callable[[Compute, Compute], Compute]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "=": _equal,
    "!=": _different,
    "<": _less,
    "<=": _at_most,
    ">": _more,
    ">=": _at_least,
    "and": _and,
    "or": _or,
}

_CALLS: Mapping[str, Callable[..., Compute]] = {
    "min": _smallest,
    "max": _largest,
    "abs": _magnitude,
    "if": _choice,
    "round_currency": _rounded(CURRENCY_DECIMALS),
    "round_price": _rounded(PRICE_DECIMALS),
}
