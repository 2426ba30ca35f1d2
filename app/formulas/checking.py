"""Whether a formula makes sense: its fields, functions and tables exist, and its units go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from app.formulas.faults import (
    ArgumentCount,
    PercentWanted,
    Place,
    TableNotNamed,
    UnitsDiffer,
    UnknownField,
    UnknownFunction,
    UnknownTable,
    WrongKind,
)
from app.formulas.kinds import (
    BARE,
    DAYS,
    MONTHS,
    QUANTITY,
    RATIO,
    TEXT,
    TRUTH,
    Family,
    Kind,
    common,
)
from app.formulas.tree import COMPARISONS, Binary, Call, Field, Node, Number, Suffix, Text, Truth, Unary


class TableShape(NamedTuple):
    """What a lookup in a table takes and gives."""

    keys: tuple[Kind, ...]
    value: Kind


NO_TABLES: Mapping[str, TableShape] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that makes sense.

    Attributes:
        kind: What it gives.
        reads: Names of the fields it asks for.
        tables: Codes of the tables it looks into.
        amounts: Where a bare number other than 0 is taken for money of whatever currency a document has.
    """

    root: Node
    kind: Kind
    reads: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    amounts: tuple[Place, ...] = ()


def check(
    root: Node,
    fields: Mapping[str, Kind],
    tables: Mapping[str, TableShape] = NO_TABLES,
    *,
    gives: Kind | None = None,
) -> Formula:
    """Return the formula of a tree whose names and units are in order.

    Args:
        root: What `parse` read.
        fields: Kind per name that may be asked for.
        tables: Shape per code of a lookup table.
        gives: The kind it must give; None: any.

    Raises:
        FormulaFault: An unknown name, a wrong number of values, or units that do not go together.
    """
    checker = _Checker(fields, tables)
    kind = checker.kind_of(root)
    if gives is not None:
        if gives == RATIO and kind.is_bare and not _is_zero(root):
            raise PercentWanted(**root.place.facts)
        if common(kind, gives) is None:
            raise WrongKind(**root.place.facts, expected=str(gives), found=str(kind))
        checker.meet(root, kind, gives)
    reads, read_tables = frozenset(checker.reads), frozenset(checker.read_tables)
    return Formula(root, gives or kind, reads, read_tables, tuple(checker.amounts))


_SUFFIXES = {
    Suffix.BARE: BARE,
    Suffix.PERCENT: RATIO,
    Suffix.UNITS: QUANTITY,
    Suffix.DAYS: DAYS,
    Suffix.MONTHS: MONTHS,
}

MOST_ARGUMENTS = 20

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "min": (2, MOST_ARGUMENTS),
    "max": (2, MOST_ARGUMENTS),
    "abs": (1, 1),
    "if": (3, 3),
    "known": (1, 1),
    "round_currency": (1, 1),
    "round_price": (1, 1),
    "lookup": (2, MOST_ARGUMENTS),
}
"""What can be called, with the smallest and largest number of values."""


class _Checker:
    """Walks a tree from the inside out and collects what it reads."""

    def __init__(self, fields: Mapping[str, Kind], tables: Mapping[str, TableShape]) -> None:
        self._fields = fields
        self._tables = tables
        self.reads: set[str] = set()
        self.read_tables: set[str] = set()
        self.amounts: list[Place] = []

    def kind_of(self, node: Node) -> Kind:
        match node:
            case Number(suffix=suffix):
                return _SUFFIXES[suffix]
            case Text() | Truth():
                return TEXT if isinstance(node, Text) else TRUTH
            case Field():
                return self._field(node)
            case Unary(operator="not", operand=operand):
                return self._must(operand, TRUTH)
            case Unary(operand=operand):
                return self._number(operand)
            case Binary():
                return self._binary(node)
            case Call():
                return self._call(node)

    def meet(self, node: Node, kind: Kind, other: Kind) -> None:
        """Note a bare number that becomes money here."""
        if kind.is_bare and not other.is_bare and other.money and not _is_zero(node):
            self.amounts.append(node.place)

    def _field(self, node: Field) -> Kind:
        kind = self._fields.get(node.name)
        if kind is None:
            raise UnknownField(**node.place.facts, name=node.name[:80])
        self.reads.add(node.name)
        return kind

    def _must(self, node: Node, wanted: Kind) -> Kind:
        kind = self.kind_of(node)
        if common(kind, wanted) is None:
            raise WrongKind(**node.place.facts, expected=str(wanted), found=str(kind))
        self.meet(node, kind, wanted)
        return wanted

    def _number(self, node: Node) -> Kind:
        kind = self.kind_of(node)
        if kind.family is not Family.NUMBER:
            raise WrongKind(**node.place.facts, expected=str(BARE), found=str(kind))
        return kind

    def _binary(self, node: Binary) -> Kind:
        if node.operator in {"and", "or"}:
            self._must(node.left, TRUTH)
            return self._must(node.right, TRUTH)
        if node.operator in {"=", "!="}:
            self._same(node.place, node.left, node.right)
            return TRUTH
        left, right = self._number(node.left), self._number(node.right)
        if node.operator in {"*", "/"}:
            return left.times(right, 1 if node.operator == "*" else -1)
        kind = self._together(node.place, (node.left, left), (node.right, right))
        return TRUTH if node.operator in COMPARISONS else kind

    def _same(self, place: Place, first: Node, second: Node) -> Kind:
        return self._together(place, (first, self.kind_of(first)), (second, self.kind_of(second)))

    def _together(self, place: Place, left: tuple[Node, Kind], right: tuple[Node, Kind]) -> Kind:
        kind = common(left[1], right[1])
        if kind is None:
            raise UnitsDiffer(**place.facts, left=str(left[1]), right=str(right[1]))
        self.meet(*left, kind)
        self.meet(*right, kind)
        return kind

    def _call(self, node: Call) -> Kind:
        if node.name not in FUNCTIONS:
            raise UnknownFunction(**node.place.facts, name=node.name[:80])
        least, most = FUNCTIONS[node.name]
        if not least <= len(node.arguments) <= most:
            raise ArgumentCount(
                **node.place.facts, name=node.name, least=least, most=most, found=len(node.arguments)
            )
        return self._by_name[node.name](self, node)

    def _extreme(self, node: Call) -> Kind:
        kinds = [(argument, self._number(argument)) for argument in node.arguments]
        found = kinds[0]
        for other in kinds[1:]:
            found = (found[0], self._together(node.place, found, other))
        return found[1]

    def _choice(self, node: Call) -> Kind:
        self._must(node.arguments[0], TRUTH)
        return self._same(node.place, node.arguments[1], node.arguments[2])

    def _magnitude(self, node: Call) -> Kind:
        return self._number(node.arguments[0])

    def _rounded(self, node: Call) -> Kind:
        kind = self._number(node.arguments[0])
        if not kind.is_bare and not kind.money:
            raise WrongKind(**node.arguments[0].place.facts, expected="money", found=str(kind))
        return kind

    def _known(self, node: Call) -> Kind:
        asked = node.arguments[0]
        if not isinstance(asked, Field):
            raise WrongKind(**asked.place.facts, expected="field", found=str(self.kind_of(asked)))
        self._field(asked)
        return TRUTH

    def _lookup(self, node: Call) -> Kind:
        code, keys = node.arguments[0], node.arguments[1:]
        if not isinstance(code, Text):
            raise TableNotNamed(**code.place.facts)
        shape = self._tables.get(code.value)
        if shape is None:
            raise UnknownTable(**code.place.facts, table=code.value[:80])
        self.read_tables.add(code.value)
        count = len(shape.keys)
        if len(keys) != count:
            raise ArgumentCount(
                **node.place.facts, name="lookup", least=count + 1, most=count + 1, found=len(keys) + 1
            )
        for key, kind in zip(keys, shape.keys, strict=True):
            self._must(key, kind)
        return shape.value

    _by_name: ClassVar[Mapping[str, Callable[[_Checker, Call], Kind]]] = {
        "min": _extreme,
        "max": _extreme,
        "abs": _magnitude,
        "if": _choice,
        "known": _known,
        "round_currency": _rounded,
        "round_price": _rounded,
        "lookup": _lookup,
    }


def _is_zero(node: Node) -> bool:
    return isinstance(node, Number) and not node.value
