"""A price rule made ready: its formulas checked against the fields there are, and turned into functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.catalog.lookup_table import LookupIndex, LookupTable
from app.catalog.price_rule import (
    FIELD_KINDS,
    TARGET_KINDS,
    Match,
    PriceRule,
    Summary,
    SummaryVariable,
    Target,
)
from app.formulas.checking import Formula, TableShape, check
from app.formulas.evaluating import Compute, Find, compiled
from app.formulas.faults import Place, UnknownField, WrongKind
from app.formulas.kinds import RATIO, TRUTH, Family, Kind
from app.formulas.parsing import parse
from app.kernel.errors import AppError
from app.kernel.findings import Finding

NO_ATTRIBUTES: Mapping[str, Kind] = MappingProxyType({})


class Tables:
    """The lookup tables formulas may look into, by code.

    Attributes:
        shapes: What each takes and gives.
        finders: How each is asked.
    """

    __slots__ = ("finders", "shapes", "versions")

    def __init__(self, tables: Iterable[LookupTable] = ()) -> None:
        known = {table.code: table for table in tables}
        self.shapes: Mapping[str, TableShape] = {code: table.shape for code, table in known.items()}
        self.finders: Mapping[str, Find] = {code: LookupIndex(table).find for code, table in known.items()}
        self.versions: Mapping[str, int] = {code: table.version for code, table in known.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A formula with its function.

    Attributes:
        where: Place in the rule: ``conditions[0]``.
        text: As it was written.
        reads: Fields and variables, sorted.
    """

    where: str
    text: str
    formula: Formula
    run: Compute
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReadyVariable:
    """A summary variable with the function of its filter; None: every line."""

    variable: SummaryVariable
    where: Ready | None


@dataclass(frozen=True, slots=True, eq=False)
class ReadyRule:
    """A rule whose formulas all make sense.

    Attributes:
        conditions: In their order.
        actions: Targets with their formulas, in their order.
        variables: Those the formulas read.
        reads: Every name its formulas ask for.
        needs_all: Whether every condition must hold.
    """

    rule: PriceRule
    conditions: tuple[Ready, ...]
    actions: tuple[tuple[Target, Ready], ...]
    variables: tuple[ReadyVariable, ...]
    reads: frozenset[str]
    needs_all: bool

    @property
    def formulas(self) -> tuple[Ready, ...]:
        """Return every formula of the rule."""
        own = [action for _target, action in self.actions]
        filters = [variable.where for variable in self.variables if variable.where is not None]
        return (*filters, *self.conditions, *own)


def fields_with(attributes: Mapping[str, Kind]) -> dict[str, Kind]:
    """Return every field of a line with the customer's attributes, ``customer.`` before their names."""
    return {**FIELD_KINDS, **{f"customer.{name}": kind for name, kind in attributes.items()}}


def ready(rule: PriceRule, tables: Tables, attributes: Mapping[str, Kind] = NO_ATTRIBUTES) -> ReadyRule:
    """Return the rule with its functions.

    Raises:
        AppError: The first fault of its formulas.
    """
    fields = fields_with(attributes)
    names = fields | {variable.name: _variable_kind(variable, fields) for variable in rule.variables}

    def formula(where: str, text: str, gives: Kind, known: Mapping[str, Kind] = names) -> Ready:
        found = check(parse(text), known, tables.shapes, gives=gives)
        return Ready(where, text, found, compiled(found, tables.finders), tuple(sorted(found.reads)))

    variables = [
        ReadyVariable(one, formula(f"variables[{at}]", one.where, TRUTH, fields) if one.where else None)
        for at, one in enumerate(rule.variables)
    ]
    conditions = [formula(f"conditions[{at}]", text, TRUTH) for at, text in enumerate(rule.conditions)]
    actions = [
        (one.target, formula(f"actions[{at}]", one.formula, TARGET_KINDS[one.target]))
        for at, one in enumerate(rule.actions)
    ]
    reads = {name for one in [*conditions, *(action for _target, action in actions)] for name in one.reads}
    return ReadyRule(
        rule, tuple(conditions), tuple(actions), tuple(variables), frozenset(reads), rule.match is Match.ALL
    )


def faults(
    rule: PriceRule, tables: Tables, attributes: Mapping[str, Kind] = NO_ATTRIBUTES
) -> tuple[Finding, ...]:
    """Return every fault of a rule's formulas, each under its place."""
    return tuple(_faults(rule, tables, fields_with(attributes)))


def _faults(rule: PriceRule, tables: Tables, fields: dict[str, Kind]) -> Iterator[Finding]:
    names = dict(fields)
    texts: list[tuple[str, str, Kind, Mapping[str, Kind]]] = []
    for at, one in enumerate(rule.variables):
        try:
            names[one.name] = _variable_kind(one, fields)
        except AppError as error:
            names[one.name] = RATIO
            yield Finding.of_error(error, where=f"rules[{rule.code}].variables[{at}]")
        if one.where:
            texts.append((f"variables[{at}]", one.where, TRUTH, fields))
    texts += [(f"conditions[{at}]", text, TRUTH, names) for at, text in enumerate(rule.conditions)]
    texts += [
        (f"actions[{at}]", one.formula, TARGET_KINDS[one.target], names)
        for at, one in enumerate(rule.actions)
    ]
    for place, text, gives, known in texts:
        try:
            check(parse(text), known, tables.shapes, gives=gives)
        except AppError as error:
            yield Finding.of_error(error, where=f"rules[{rule.code}].{place}")


def _variable_kind(variable: SummaryVariable, fields: Mapping[str, Kind]) -> Kind:
    """Return what a variable gives: a count is a plain number.

    Raises:
        UnknownField: It sums up what no field is called.
        WrongKind: It sums up texts.
    """
    if variable.summary is Summary.COUNT:
        return RATIO
    kind = fields.get(variable.field)
    if kind is None:
        raise UnknownField(**Place().facts, name=variable.field[:80])
    if kind.family is not Family.NUMBER:
        raise WrongKind(**Place().facts, expected="number", found=str(kind))
    return kind
