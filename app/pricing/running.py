"""A price on its way down the waterfall, writing each step as it goes."""

from __future__ import annotations

from math import gcd

from app.pricing.exact import Exact, difference
from app.pricing.reasons import Operation, Reason, StepKind
from app.pricing.result import Refusal, Step

Source = tuple[str, int, Reason]
"""Rule code, rule version and the reason it was used."""

Facts = tuple[tuple[str, Exact], ...]

# The loop makes eight steps a line. Reading an enum's member and calling a NamedTuple's constructor cost more
# than the arithmetic between them, so both are done the short way here, and only here.
_PERCENT = Operation.PERCENT
_PERCENT_OF_LIST = Operation.PERCENT_OF_LIST
_AMOUNT = Operation.AMOUNT
_TIMES = Operation.TIMES
_step = tuple.__new__


class Running:
    """The price after the steps so far; every operation appends its step."""

    __slots__ = ("price", "steps")

    def __init__(self, price: Exact, steps: list[Step]) -> None:
        self.price = price
        self.steps = steps

    def copy(self) -> Running:
        """Return another price with the same history, for the next band of a slab."""
        return Running(self.price, self.steps.copy())

    def percent(
        self,
        kind: StepKind,
        share: Exact,
        source: Source,
        refused: tuple[Refusal, ...] = (),
        facts: Facts = (),
    ) -> None:
        """Take a share of the present price off."""
        before = self.price
        above, below = share
        numerator = before[0] * (below - above)
        denominator = before[1] * below
        common = gcd(numerator, denominator)
        after = self.price = (numerator // common, denominator // common)
        rule, version, reason = source
        self.steps.append(
            _step(Step, (kind, _PERCENT, share, before, after, rule, version, reason, facts, refused))
        )

    def percent_of(self, kind: StepKind, share: Exact, base: Exact, source: Source) -> None:
        """Take a share of the prorated list price off."""
        before = self.price
        after = self.price = difference(before, (base[0] * share[0], base[1] * share[1]))
        rule, version, reason = source
        self.steps.append(
            _step(Step, (kind, _PERCENT_OF_LIST, share, before, after, rule, version, reason, (), ()))
        )

    def amount(
        self,
        kind: StepKind,
        taken: Exact,
        source: Source,
        refused: tuple[Refusal, ...] = (),
        facts: Facts = (),
    ) -> None:
        """Take an amount for the base quantity off."""
        before = self.price
        after = self.price = difference(before, taken)
        rule, version, reason = source
        self.steps.append(
            _step(Step, (kind, _AMOUNT, taken, before, after, rule, version, reason, facts, refused))
        )

    def times(self, kind: StepKind, factor: Exact, source: Source) -> None:
        """Multiply by a ratio."""
        before = self.price
        numerator, denominator = before[0] * factor[0], before[1] * factor[1]
        common = gcd(numerator, denominator)
        after = self.price = (numerator // common, denominator // common)
        rule, version, reason = source
        self.steps.append(_step(Step, (kind, _TIMES, factor, before, after, rule, version, reason, (), ())))
