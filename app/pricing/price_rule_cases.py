"""The examples kept beside a price rule, tried before it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.catalog.price_rule import TARGET_KINDS, PriceRuleCase, Summary, SummaryVariable, Target
from app.formulas.checking import check
from app.formulas.evaluating import CURRENCY_DECIMALS, PRICE_DECIMALS, Exact, Value, evaluate, value_text
from app.formulas.faults import Place, UnknownField
from app.formulas.kinds import RATIO, Kind
from app.formulas.parsing import parse
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.pricing.price_rule_compiled import NO_ATTRIBUTES, ReadyRule, fields_with
from app.pricing.price_rules import first_unmet


def failing_cases(one: ReadyRule, attributes: Mapping[str, Kind] = NO_ATTRIBUTES) -> Iterator[Finding]:
    """Yield a blocker per case that cannot be read or comes out otherwise, with what came out."""
    for at, case in enumerate(one.rule.cases):
        where = f"rules[{one.rule.code}].cases[{at}]"
        try:
            values = _inputs(one, case, attributes)
            expected = {target: _typed(text, TARGET_KINDS[target]) for target, text in case.expected}
        except AppError as error:
            yield Finding.of_error(error, where=where)
            continue
        try:
            found = _outcome(one, values)
        except AppError as error:
            yield _failed(one, case, where, _said(expected), error.code)
            continue
        if found != expected:
            yield _failed(one, case, where, _said(expected), _said(found))


def _inputs(one: ReadyRule, case: PriceRuleCase, attributes: Mapping[str, Kind]) -> dict[str, Value | None]:
    """Return the values a case gives; everything else is not known.

    Raises:
        AppError: A name nobody knows, or a value of another kind.
    """
    fields = fields_with(attributes)
    kinds = fields | {each.name: _kind_of(each, fields) for each in one.rule.variables}
    values: dict[str, Value | None] = {CURRENCY_DECIMALS: (2, 1), PRICE_DECIMALS: (4, 1)}
    for name, text in case.inputs:
        if name not in kinds:
            raise UnknownField(**Place().facts, name=name[:80])
        values[name] = _typed(text, kinds[name])
    return values


def _kind_of(variable: SummaryVariable, fields: Mapping[str, Kind]) -> Kind:
    return RATIO if variable.summary is Summary.COUNT else fields[variable.field]


def _typed(text: str, kind: Kind) -> Value:
    """Return a typed value: ``15 %``, ``"Bikes"``, ``12 months``; a count or factor may be typed bare."""
    root = parse(text)
    if kind == RATIO:
        found = check(root, {})
        if found.kind.is_bare:
            return evaluate(found, {})
    return evaluate(check(root, {}, gives=kind), {})


def _outcome(one: ReadyRule, values: Mapping[str, Value | None]) -> dict[Target, Value]:
    if first_unmet(one, values) is not None:
        return {}
    found: dict[Target, Value] = {}
    for target, action in one.actions:
        value: Exact = action.run(values)
        found[target] = value
    return found


def _said(values: Mapping[Target, Value]) -> str:
    """Return what is set, as people read it; a dash for nothing."""
    return ", ".join(f"{target.value} {value_text(values[target])}" for target in sorted(values)) or "-"


def _failed(one: ReadyRule, case: PriceRuleCase, where: str, expected: str, found: str) -> Finding:
    params = {"rule": one.rule.code, "case": case.name, "expected": expected, "found": found}
    return Finding("catalog.price_rule_case_fails", Severity.BLOCKER, where, params)
