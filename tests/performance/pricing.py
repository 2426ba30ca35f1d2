"""What a price costs: a thousand lines from nothing, one of them again, and how both grow."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count
from statistics import median

from app.catalog.discount_schedule import Measure
from app.catalog.product import Cost
from app.catalog.reduction import percent_off
from app.pricing.document import price, reprice
from app.pricing.request import PricingRequest
from app.pricing.result import PricedDocument
from app.pricing.rules import PriceRules
from tests.performance.row import Row
from tests.performance.timing import REFERENCE_MILLISECONDS, milliseconds
from tests.performance.timing import _loop as calibration_loop
from tests.support.catalog import EUR, a_contracted_price, a_promotion, a_schedule, for_skus, valid
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, rules

LINES = 1000
RULES_OF_A_PRODUCT = 4
STEPS_OF_A_LINE = 8
"""List, promotion, volume, term, proration, additional, partner, distributor."""

FROM_NOTHING = Decimal(20)
ONE_LINE = Decimal(1)
BY_LINES = Decimal(12)
BY_RULES = Decimal(3)


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of the pricing room.

    Args:
        quick: Fewer rounds.
        scale: Not used: the calibration loop is run in turn with what it scales, since a shared machine may
            be slower now than when the run began.
    """
    gc.disable()  # as the window does, which collects on its own timer: ui/kit/garbage.py
    try:
        return _rows(15 if quick else 41)
    finally:
        gc.enable()


def _rows(rounds: int) -> list[Row]:
    known, deal = a_catalog(rule_count=10_000), a_deal(LINES)
    loop, whole, part, change, repeated = in_turn(
        [
            calibration_loop,
            from_nothing(deal, known),
            from_nothing(a_deal(LINES // 10), known),
            one_line_changed(known),
            again(deal, known),
        ],
        rounds,
    )
    scale = REFERENCE_MILLISECONDS / loop
    few, many = in_turn([by_rules(100), by_rules(100_000)], rounds)
    named = "price 1,000 lines from nothing, full trace, 10,000 rules loaded"
    return [
        _milliseconds(named, whole, scale, FROM_NOTHING),
        _milliseconds("price 1,000 lines again, their articles remembered", repeated, scale, FROM_NOTHING),
        _milliseconds("change one of 1,000 lines: new totals in the core", change, scale, ONE_LINE),
        _ratio("t(1,000 lines) / t(100 lines)", whole, part, BY_LINES),
        _ratio("t(100,000 rules) / t(100 rules), 1,000 lines", many, few, BY_RULES),
    ]


def in_turn(acts: Sequence[Callable[[], object]], rounds: int) -> list[Decimal]:
    """Return the processor medians of several acts in milliseconds, made in turn.

    So a ratio outlives a slow minute of the machine, and each act finds the cache full of another's data.
    """
    spent: list[list[int]] = [[] for _act in acts]
    for act in acts:
        act()
    for _round in range(rounds):
        for act, own in zip(acts, spent, strict=True):
            start = time.process_time_ns()
            act()
            own.append(time.process_time_ns() - start)
    return [milliseconds(median(own)) for own in spent]


def a_catalog(*, rule_count: int) -> PriceRules:
    """Return rules, four for each product, with the articles a document of a thousand lines loads."""
    things: list[object] = []
    for number in range(LINES):
        costs = (Cost(Decimal(5 + number % 50), EUR),)
        things += an_article(
            f"{10 + number % 97}.{number % 100:02}",
            _sku(number),
            term=12,
            category=f"C{number % 20}/S{number % 100}",
            costs=costs,
        )
    for number in range(rule_count // RULES_OF_A_PRODUCT):
        things += _rules_of(number)
    return rules(*things)


def a_deal(lines: int) -> PricingRequest:
    """Return a subscription deal through a partner; every line takes all steps from list to net."""
    return a_request(
        *(
            a_line(
                str(1 + number % 60),
                _sku(number),
                key=str(number),
                group=f"G{number // 50}",
                discount=percent_off(5) if number % 3 else None,
            )
            for number in range(lines)
        ),
        customer="C2",
        period=HALF_A_YEAR,
        discount="3",
        partner="8",
        distributor="2",
    )


def from_nothing(deal: PricingRequest, known: PriceRules) -> Callable[[], PricedDocument]:
    """Return the pricing of a deal whose articles nobody asked for: each time for another day."""
    own, days = copy(known), count(1)  # what rules remember of the last headers is not shared with other acts

    def act() -> PricedDocument:
        return price(replace(deal, on=deal.on - timedelta(days=next(days) % 150)), own)

    check(act())
    return act


def again(deal: PricingRequest, known: PriceRules) -> Callable[[], PricedDocument]:
    """Return the pricing of the same deal again and again."""
    own = copy(known)
    return lambda: price(deal, own)


def check(document: PricedDocument) -> None:
    """Make sure that what is measured is the whole work: every line priced, every step traced."""
    traced = sum(len(line.parts[0].steps) for line in document.lines)
    assert not document.all_findings
    assert traced >= STEPS_OF_A_LINE * len(document.lines)


def one_line_changed(known: PriceRules) -> Callable[[], PricedDocument]:
    """Return the pricing of a deal in the middle of which one quantity goes up and down."""
    deal, middle = a_deal(LINES), LINES // 2
    line = deal.lines[middle]
    other = replace(
        deal,
        lines=(*deal.lines[:middle], line._replace(quantity=line.quantity + 1), *deal.lines[middle + 1 :]),
    )
    documents = {False: price(deal, known), True: price(other, known)}
    is_other = False

    def act() -> PricedDocument:
        nonlocal is_other
        before, is_other = documents[is_other], not is_other
        return reprice(before, other if is_other else deal, line.key, known)

    assert act() == documents[True]
    assert act() == documents[False]
    return act


def by_rules(count: int) -> Callable[[], PricedDocument]:
    """Return the pricing of a thousand lines with so many rules loaded.

    The lines sell the same 25 products, which have four rules each in the small catalog and in the large.
    """
    products = 100 // RULES_OF_A_PRODUCT
    deal = a_deal(LINES)
    lines = tuple(line._replace(sku=_sku(number % products)) for number, line in enumerate(deal.lines))
    return from_nothing(replace(deal, lines=lines), a_catalog(rule_count=count))


def _rules_of(number: int) -> list[object]:
    own, this_year = for_skus(_sku(number)), valid("2026-01-01", "2026-12-31")
    customer = f"C{number % 50}"
    return [
        a_schedule(("1", "2"), ("10", "5"), ("50", "10"), code=f"VOLUME-{number}", selector=own),
        a_promotion(f"OFFER-{number}", "3", selector=own, validity=this_year),
        a_contracted_price(f"DEAL-{number}", percent_off(4), customer=customer, sku=_sku(number)),
        a_schedule(("6", "1"), ("24", "2"), code=f"TERM-{number}", measure=Measure.TERM, selector=own),
    ]


def _sku(number: int) -> str:
    return f"P-{number:05}"


def _milliseconds(name: str, spent: Decimal, scale: Decimal, goal: Decimal) -> Row:
    value = (spent * scale).quantize(Decimal("0.01"))
    return Row(name, value, "ms", goal, value <= goal)


def _ratio(name: str, large: Decimal, small: Decimal, goal: Decimal) -> Row:
    value = (large / small).quantize(Decimal("0.01"))
    return Row(name, value, "x", goal, value <= goal)
