"""Price rules and lookup tables as plain JSON values and back; formulas are texts as they were written.

Ids play no part in a price and are not written; the names are, since people read these files.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from app.catalog.lookup_table import Band, Cell, Column, KeyColumn, LookupRow, LookupTable, Matching
from app.catalog.price_rule import (
    Match,
    PriceAction,
    PriceRule,
    PriceRuleCase,
    Summary,
    SummaryVariable,
    Target,
)
from app.catalog.texts import Texts
from app.kernel.exact import plain
from app.pricing.plain.reach import days_of, days_plain, selector_of, selector_plain
from app.pricing.plain.values import Fields, reduced

_NO_ID = UUID(int=0)


def price_rules_to_plain(rules: Iterable[PriceRule], tables: Iterable[LookupTable] = ()) -> dict[str, object]:
    """Return rules and tables; fields at their default are left out."""
    return reduced(
        {
            "price_rules": [_rule_plain(rule) for rule in rules],
            "lookup_tables": [_table_plain(table) for table in tables],
        }
    )


def price_rules_from_plain(value: object) -> tuple[tuple[PriceRule, ...], tuple[LookupTable, ...]]:
    """Return the rules and tables a JSON object says; formulas are not read yet.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    return (
        tuple(_rule(one) for one in fields.objects("price_rules")),
        tuple(_table(one) for one in fields.objects("lookup_tables")),
    )


def _rule_plain(rule: PriceRule) -> dict[str, object]:
    return reduced(
        {
            "code": rule.code,
            "order": rule.order,
            "names": dict(rule.names.by_language),
            "actions": [{"field": one.target.value, "formula": one.formula} for one in rule.actions],
            "conditions": list(rule.conditions),
            "match": rule.match.value if rule.match is not Match.ALL else None,
            "variables": [_variable_plain(one) for one in rule.variables],
            "selector": selector_plain(rule.selector),
            "currency": rule.currency,
            "cases": [_case_plain(case) for case in rule.cases],
            "version": rule.version,
        }
        | days_plain(rule.validity)
    )


def _rule(fields: Fields) -> PriceRule:
    return fields.build(
        lambda: PriceRule(
            id=_NO_ID,
            code=fields.text("code"),
            order=fields.whole("order"),
            names=Texts.of(fields.within("names").as_texts()),
            actions=tuple(
                PriceAction(one.choice("field", Target), one.text("formula"))
                for one in fields.objects("actions")
            ),
            conditions=fields.texts("conditions"),
            match=fields.choice("match", Match, Match.ALL),
            variables=tuple(_variable(one) for one in fields.objects("variables")),
            selector=selector_of(fields.within("selector")),
            validity=days_of(fields),
            currency=fields.text("currency", ""),
            cases=tuple(_case(one) for one in fields.objects("cases")),
            version=fields.whole("version", 1),
        )
    )


def _variable_plain(variable: SummaryVariable) -> dict[str, object]:
    return reduced(
        {
            "name": variable.name,
            "summary": variable.summary.value,
            "field": variable.field,
            "where": variable.where,
        }
    )


def _variable(fields: Fields) -> SummaryVariable:
    return SummaryVariable(
        fields.text("name"),
        fields.choice("summary", Summary),
        fields.text("field", ""),
        fields.text("where", ""),
    )


def _case_plain(case: PriceRuleCase) -> dict[str, object]:
    return reduced(
        {
            "name": case.name,
            "inputs": [{"field": name, "value": text} for name, text in case.inputs],
            "expected": [{"field": target.value, "value": text} for target, text in case.expected],
        }
    )


def _case(fields: Fields) -> PriceRuleCase:
    return PriceRuleCase(
        fields.text("name", ""),
        tuple((one.text("field"), one.text("value")) for one in fields.objects("inputs")),
        tuple((one.choice("field", Target), one.text("value")) for one in fields.objects("expected")),
    )


def _table_plain(table: LookupTable) -> dict[str, object]:
    return reduced(
        {
            "code": table.code,
            "names": dict(table.names.by_language),
            "keys": [_key_plain(key) for key in table.keys],
            "value": table.value.value,
            "rows": [
                {"keys": [_cell_plain(cell) for cell in row.keys], "value": _cell_text(row.value)}
                for row in table.rows
            ],
            "version": table.version,
        }
    )


def _key_plain(key: KeyColumn) -> dict[str, object]:
    matching = key.matching.value if key.matching is not Matching.EXACT else None
    return reduced({"name": key.name, "column": key.column.value, "matching": matching})


def _cell_plain(cell: Cell) -> dict[str, object]:
    if isinstance(cell, Band):
        upper = None if cell.upper is None else plain(cell.upper)
        return reduced({"lower": plain(cell.lower), "upper": upper})
    return {"is": _cell_text(cell)}


def _cell_text(cell: str | Decimal) -> str:
    return plain(cell) if isinstance(cell, Decimal) else cell


def _table(fields: Fields) -> LookupTable:
    keys = tuple(_key(one) for one in fields.objects("keys"))
    value = fields.choice("value", Column)
    return fields.build(
        lambda: LookupTable(
            id=_NO_ID,
            code=fields.text("code"),
            names=Texts.of(fields.within("names").as_texts()),
            keys=keys,
            value=value,
            rows=tuple(_row(one, keys, value) for one in fields.objects("rows")),
            version=fields.whole("version", 1),
        )
    )


def _key(fields: Fields) -> KeyColumn:
    return KeyColumn(
        fields.text("name"),
        fields.choice("column", Column),
        fields.choice("matching", Matching, Matching.EXACT),
    )


def _row(fields: Fields, keys: tuple[KeyColumn, ...], value: Column) -> LookupRow:
    """A row with too many or too few cells keeps them: the table refuses it by its number."""
    columns = [key.column for key in keys]
    cells = [*fields.objects("keys")]
    columns += [Column.TEXT] * (len(cells) - len(columns))
    return LookupRow(
        tuple(_cell(cell, column) for cell, column in zip(cells, columns, strict=False)),
        _typed(fields, "value", value),
    )


def _cell(fields: Fields, column: Column) -> Cell:
    if "lower" in fields:
        return Band(fields.number("lower"), fields.number("upper") if "upper" in fields else None)
    return _typed(fields, "is", column)


def _typed(fields: Fields, name: str, column: Column) -> str | Decimal:
    return fields.text(name) if column is Column.TEXT else fields.number(name)
