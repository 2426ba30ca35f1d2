"""What price rules cost: a thousand lines, ten thousand rules, and how the time grows with the rules."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count

from app.catalog.price_rule import PriceRule, Summary
from app.catalog.selector import Selector
from app.pricing.price_rule_checks import check_price_rules
from app.pricing.price_rule_facts import DocumentFacts
from app.pricing.price_rule_trace import RuleOutcome
from app.pricing.price_rules import CompiledPriceRules, apply_price_rules
from tests.performance.pricing import in_turn
from tests.performance.row import Row
from tests.performance.timing import REFERENCE_MILLISECONDS
from tests.performance.timing import _loop as calibration_loop
from tests.support.catalog import for_skus
from tests.support.price_rules import a_rule, a_sum, a_table, compiled_rules, document_facts, line_facts

LINES = 1000
RULES_OF_A_PRODUCT = 4

APPLIED = Decimal(25)
AGAIN = Decimal(10)
BY_RULES = Decimal(3)
BY_LINES = Decimal(12)
CHECKED = Decimal(5000)


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of price rules.

    Args:
        quick: Fewer rounds.
        scale: Not used: the calibration loop is run in turn with what it scales.
    """
    gc.disable()  # as the window does
    try:
        return _rows(11 if quick else 41)
    finally:
        gc.enable()


def _rows(rounds: int) -> list[Row]:
    book = the_rules(10_000)
    known = compiled_rules(*book, tables=[a_table()])
    small = compiled_rules(*book, tables=[a_table()])
    document = a_document(LINES)
    loop, cold, whole, part = in_turn(
        [
            calibration_loop,
            from_nothing(document, compiled_rules(*book, tables=[a_table()])),
            applied(document, known),
            from_nothing(a_document(LINES // 10), small),
        ],
        rounds,
    )
    few, many = in_turn([by_rules(100), by_rules(100_000)], rounds)
    saved = in_turn([calibration_loop, lambda: check_price_rules(book, [a_table()])], 1)
    scale = REFERENCE_MILLISECONDS / loop
    name = "price rules on 1,000 lines, 4 a line, 10,000 loaded, full trace"
    return [
        _milliseconds(name, cold * scale, APPLIED),
        _milliseconds("price rules on 1,000 lines again, their articles remembered", whole * scale, AGAIN),
        _milliseconds("check of 10,000 price rules at save", saved[1] * scale, CHECKED),
        _ratio("price rules: t(1,000 lines) / t(100 lines)", cold / part, BY_LINES),
        _ratio("price rules: t(100,000 rules) / t(100 rules), 1,000 lines", many / few, BY_RULES),
    ]


def the_rules(number_of: int) -> list[PriceRule]:
    """Return four rules for each product: cost, special price, two discounts of which one matches."""
    return [rule for number in range(number_of // RULES_OF_A_PRODUCT) for rule in _rules_of(number)]


def _rules_of(number: int) -> list[PriceRule]:
    own: Selector = for_skus(_sku(number))
    first = number * RULES_OF_A_PRODUCT
    total = (a_sum("total", Summary.SUM, "quantity"),)
    return [
        a_rule(f"COST-{number}", first, cost='cost + lookup("FREIGHT", quantity)', selector=own),
        a_rule(f"PLUS-{number}", first + 1, "quantity >= 2", "list_price > cost",
               special_price="round_price(max(cost * (1 + 30 %), list_price * 0.9))", selector=own),
        a_rule(f"LARGE-{number}", first + 2, "total > 1000000", additional_discount="7 %",
               variables=total, selector=own),
        a_rule(f"SMALL-{number}", first + 3, 'currency = "EUR" and quantity < 100',
               additional_discount="if(quantity > 50, 5 %, 2 %)", selector=own),
    ]  # fmt: skip


def a_document(lines: int, products: int = LINES) -> DocumentFacts:
    """Return a document whose lines have every fact the rules ask for."""
    return document_facts(
        *(
            line_facts(str(2 + number % 60), f"{10 + number % 97}.50", _sku(number % products), cost="7.25",
                       key=str(number), category=f"C{number % 20}/S{number % 100}")
            for number in range(lines)
        )
    )  # fmt: skip


def applied(facts: DocumentFacts, known: CompiledPriceRules) -> Callable[[], RuleOutcome]:
    """Return the act, after a look at whether it is the whole work."""
    found = apply_price_rules(facts, known)
    assert not found.findings
    assert sum(len(line.steps) for line in found.lines) >= 3 * len(facts.lines) - len(facts.lines) // 10
    return lambda: apply_price_rules(facts, known)


def from_nothing(facts: DocumentFacts, known: CompiledPriceRules) -> Callable[[], RuleOutcome]:
    """Return the act on articles nobody asked for: each time for another day."""
    act, days = applied(facts, known), count(1)
    assert act().lines
    return lambda: apply_price_rules(replace(facts, on=facts.on - timedelta(days=next(days) % 150)), known)


def by_rules(number_of: int) -> Callable[[], RuleOutcome]:
    """Return the act on the same 25 products, with so many rules loaded."""
    return from_nothing(
        a_document(LINES, 100 // RULES_OF_A_PRODUCT),
        compiled_rules(*the_rules(number_of), tables=[a_table()]),
    )


def _sku(number: int) -> str:
    return f"P-{number:05}"


def _milliseconds(name: str, value: Decimal, goal: Decimal) -> Row:
    value = value.quantize(Decimal("0.01"))
    return Row(name, value, "ms", goal, value <= goal)


def _ratio(name: str, value: Decimal, goal: Decimal) -> Row:
    value = value.quantize(Decimal("0.01"))
    return Row(name, value, "x", goal, value <= goal)
