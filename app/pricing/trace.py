"""The trace of a price: what each step does, by which rule, and the price before and behind it."""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd
from typing import NamedTuple

from app.pricing.exact import ZERO, Exact, difference, product
from app.pricing.reasons import Operation, Reason, Refused, StepKind

Facts = tuple[tuple[str, Exact], ...]
"""Names and values, by rising name: the canonical form of a document keeps no other order."""


def facts_of(**values: Exact) -> Facts:
    """Return the values as facts."""
    return tuple(sorted(values.items()))


class Refusal(NamedTuple):
    """A rule that was not used, and why.

    Attributes:
        rule: Code of the rule.
        version: Of the rule.
        reason: Why not.
        beaten_by: Code of the rule it lost against; empty where it lost to none.
    """

    rule: str
    version: int
    reason: Refused
    beaten_by: str = ""


class Move(NamedTuple):
    """What one step does; steps of many lines share a move where everything about it is the same.

    Attributes:
        value: What the operation works with: the price set, the share (0 to 1), amount or multiplier.
        rule: Code of the price book, contracted price, promotion or schedule; empty for typed values.
        version: Of the rule; 0 for typed values.
        facts: Names and exact values the reason speaks of: the tier's lower bound.
        refused: Rules for this step that were not used.
    """

    kind: StepKind
    operation: Operation
    value: Exact
    rule: str
    version: int
    reason: Reason
    facts: Facts = ()
    refused: tuple[Refusal, ...] = ()


class Step(NamedTuple):
    """One step of the waterfall: a move with what came in and what came out.

    Attributes:
        before: Price for the line's base quantity before the step; after: behind it. Never rounded.
    """

    move: Move
    before: Exact
    after: Exact

    @property
    def kind(self) -> StepKind:
        """Return which step of the waterfall it is."""
        return self.move.kind

    @property
    def operation(self) -> Operation:
        """Return what was done with the value."""
        return self.move.operation

    @property
    def value(self) -> Exact:
        """Return the price set, the share, the amount or the multiplier."""
        return self.move.value

    @property
    def rule(self) -> str:
        """Return the code of the rule; empty for a typed value."""
        return self.move.rule

    @property
    def version(self) -> int:
        """Return the version of the rule; 0 for a typed value."""
        return self.move.version

    @property
    def reason(self) -> Reason:
        """Return why it was done."""
        return self.move.reason

    @property
    def facts(self) -> Facts:
        """Return the values the reason speaks of."""
        return self.move.facts

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Return the rules for this step that were not used."""
        return self.move.refused


make = tuple.__new__
"""Makes a NamedTuple of all its fields, in half the time of its own constructor: for the line loop only."""

Prices = tuple[int, ...]
"""Numerator and denominator of the price behind each move, one after the other: a trace in columns.

A thousand lines write eight thousand prices; as objects of their own they would outgrow the cache.
"""

# The loop below runs eight times a line; reading an enum's member there costs as much as the arithmetic.
_SET, _PERCENT, _TIMES, _KEEP = Operation.SET, Operation.PERCENT, Operation.TIMES, Operation.KEEP
_AMOUNT = Operation.AMOUNT
_LIST, _PRORATION = StepKind.LIST, StepKind.PRORATION


def run(moves: list[Move]) -> Prices:
    """Return the price behind each of these moves, from nothing to net."""
    prices: list[int] = []
    above, below = ZERO
    for move in moves:
        operation, value = move[1], move[2]
        if operation is _PERCENT:
            above *= value[1] - value[0]
            below *= value[1]
        elif operation is _TIMES:
            above *= value[0]
            below *= value[1]
        elif operation is _SET:
            above, below = value
        elif operation is _AMOUNT:
            above, below = difference((above, below), value)
        elif operation is not _KEEP:
            above, below = difference((above, below), product(prorated_list(moves), value))
        common = gcd(above, below)
        if common != 1:
            above //= common
            below //= common
        prices.append(above)
        prices.append(below)
    return tuple(prices)


def steps_of(moves: Iterable[Move], prices: Prices) -> tuple[Step, ...]:
    """Return the steps: each move with the price before it and behind it."""
    behind = [*zip(prices[::2], prices[1::2], strict=True)]
    return tuple(map(Step, moves, [ZERO, *behind], behind))


def prorated_list(moves: Iterable[Move]) -> Exact:
    """Return the list price times the multiplier, off which partner percents may be taken."""
    price = ZERO
    for move in moves:
        if move.kind is _LIST:
            price = move.value
        elif move.kind is _PRORATION:
            price = product(price, move.value)
    return price


def kept(kind: StepKind, refused: tuple[Refusal, ...]) -> Move:
    """Return the move of a step at which rules were there and none was used."""
    return Move(kind, _KEEP, ZERO, "", 0, Reason.NO_RULE_APPLIES, (), refused)
