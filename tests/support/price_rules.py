"""Builders for price rules, lookup tables and the facts they are asked for; only what matters is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from app.catalog.lookup_table import Band, Column, KeyColumn, LookupRow, LookupTable, Matching
from app.catalog.price_rule import PriceAction, PriceRule, SummaryVariable, Target
from app.formulas.kinds import TEXT
from app.pricing.price_rule_facts import DocumentFacts, LineFacts
from app.pricing.price_rules import CompiledPriceRules, apply_price_rules

ID = UUID(int=1)
ATTRIBUTES = {"segment": TEXT}


def pair(number: str | int | None):
    return None if number is None else Decimal(number).as_integer_ratio()


def a_rule(code: str = "RULE", order: int = 1, *conditions: str, **changes) -> PriceRule:
    """Return a rule; what it sets is said by field: ``special_price="list_price * 0.9"``."""
    fields = {target.value for target in Target}
    actions = tuple(PriceAction(Target(name), changes.pop(name)) for name in [*changes] if name in fields)
    return PriceRule(ID, code, order, actions, conditions=conditions, **changes)


def a_table(code: str = "FREIGHT", *rows, keys=(("quantity", Column.QUANTITY),), value=Column.UNIT_PRICE):
    """Return a table; a row is its keys and its value, a key ``(low, high)`` a band."""
    rows = rows or ((("1", "10"), "5"), (("10", None), "3"))
    columns = tuple(
        KeyColumn(name, column, Matching.RANGE if isinstance(rows[0][at], tuple) else Matching.EXACT)
        for at, (name, column) in enumerate(keys)
    )
    kinds = [*(column for _name, column in keys), value]
    cells = [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    return LookupTable(ID, code, columns, value, tuple(LookupRow(tuple(row[:-1]), row[-1]) for row in cells))


def _cell(cell, column):
    if isinstance(cell, tuple):
        return Band(Decimal(cell[0]), None if cell[1] is None else Decimal(cell[1]))
    return cell if column is Column.TEXT else Decimal(cell)


def a_sum(name: str, summary, field: str = "", where: str = "") -> SummaryVariable:
    return SummaryVariable(name, summary, field, where)


def line_facts(quantity: str = "1", price: str | None = "100", sku: str = "A-1", **changes) -> LineFacts:
    for name in ("cost", "special_price", "term", "additional_discount"):
        if name in changes:
            changes[name] = pair(changes[name])
    key = changes.pop("key", sku)
    return LineFacts(key, sku, pair(quantity), list_price=pair(price), **changes)


def document_facts(*lines: LineFacts, **changes) -> DocumentFacts:
    given = {"on": date(2026, 3, 1), "currency": "EUR", "book": "LIST", "customer": "C1"}
    return DocumentFacts(lines=lines, **given | changes)


def compiled_rules(*rules: PriceRule, tables=()) -> CompiledPriceRules:
    return CompiledPriceRules(rules, tables, ATTRIBUTES)


def outcome(*rules: PriceRule, lines=(), tables=(), **header):
    """Return what rules make of lines, one of 1 piece at 100 where none is given."""
    facts = document_facts(*(lines or (line_facts(),)), **header)
    return apply_price_rules(facts, compiled_rules(*rules, tables=tables))
