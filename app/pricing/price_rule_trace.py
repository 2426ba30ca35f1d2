"""The trace of price rules: what each set on a line and from which inputs, and why the others did not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.catalog.price_rule import Target
from app.formulas.evaluating import Exact, Value, Values
from app.kernel.findings import Finding
from app.pricing.price_rule_compiled import Ready
from app.pricing.reasons import Operation, StepKind


class RuleRefused(StrEnum):
    """Why a price rule that names the product set nothing."""

    NOT_VALID_ON_DATE = "not_valid_on_date"
    OTHER_BOOK = "other_book"
    OTHER_CURRENCY = "other_currency"
    CONDITION_NOT_MET = "condition_not_met"
    SET_BEFORE = "set_before"
    TYPED_PRICE = "typed_price"
    TYPED_DISCOUNT = "typed_discount"
    VALUE_MISSING = "value_missing"
    NOT_COMPUTABLE = "not_computable"
    VALUE_OUT_OF_RANGE = "value_out_of_range"
    FORMULA_FAULT = "formula_fault"


class RuleRefusal(NamedTuple):
    """A rule that was not used, and why.

    Attributes:
        detail: The condition that is not met, the rule that came before, the field, the code of the fault.
    """

    rule: str
    version: int
    reason: RuleRefused
    detail: str = ""


class RuleStep(NamedTuple):
    """A field a rule set.

    Attributes:
        value: Never rounded: the price per line unit in the document's currency, the share, the quantity.
        values: What the line was when the rule was asked.
    """

    rule: str
    version: int
    target: Target
    value: Exact
    action: Ready
    values: Values

    @property
    def formula(self) -> str:
        """Return the formula the value comes from."""
        return self.action.text

    @property
    def inputs(self) -> tuple[tuple[str, Value | None], ...]:
        """Return what the formula read, by name; None where it is not known."""
        return tuple([(name, self.values.get(name)) for name in self.action.reads])

    @property
    def step(self) -> tuple[StepKind, Operation] | None:
        """Return the step of the waterfall it is, and what it does there; None: it only feeds others."""
        return STEPS.get(self.target)


STEPS: Mapping[Target, tuple[StepKind, Operation]] = {
    Target.LIST_PRICE: (StepKind.LIST, Operation.SET),
    Target.SPECIAL_PRICE: (StepKind.SPECIAL, Operation.SET),
    Target.MARKUP: (StepKind.SPECIAL, Operation.SET),
    Target.ADDITIONAL_DISCOUNT: (StepKind.ADDITIONAL, Operation.PERCENT),
}
"""Where the waterfall takes a field; a markup sets the cost and so many percent of it."""


class LineOutcome(NamedTuple):
    """What the rules made of a line.

    Attributes:
        set: By field, the step that set it.
        steps: In the order in which they were made.
        refused: Every rule that names the product and set nothing, or not everything it wanted.
        findings: Rules that could not be computed.
    """

    key: str
    set: Mapping[Target, RuleStep]
    steps: tuple[RuleStep, ...]
    refused: tuple[RuleRefusal, ...]
    findings: tuple[Finding, ...]

    def value(self, target: Target) -> Exact | None:
        """Return what a field was set to; None where no rule set it."""
        step = self.set.get(target)
        return None if step is None else step.value


class RuleOutcome(NamedTuple):
    """What the rules made of a document: a line each, in its order, and by key."""

    lines: tuple[LineOutcome, ...]
    by_key: Mapping[str, LineOutcome]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong on any line."""
        return tuple([finding for line in self.lines for finding in line.findings])
