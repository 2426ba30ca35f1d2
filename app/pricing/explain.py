"""Why a line costs what it costs: the ordered plain facts behind the waterfall view and `--explain`.

Nothing is rounded and nothing is worded here. Codes are ``pricing.step.<kind>``, ``pricing.reason.<reason>``
and ``pricing.refused.<reason>``; their sentences live with the translations.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.findings import Finding
from app.kernel.money import Money
from app.kernel.ratio import Ratio
from app.pricing.exact import difference
from app.pricing.margins import line_discount
from app.pricing.reasons import Operation, StepKind
from app.pricing.result import Part, PricedDocument, PricedLine
from app.pricing.trace import Refusal, Step
from app.taxes.determination import LineTax


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """A rule that was not used: its code and version, why, and which rule it lost against (may be empty)."""

    rule: str
    version: int
    reason: str
    beaten_by: str


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """One row of the waterfall; prices are exact, for the line's base quantity.

    Attributes:
        title: Code of the step's name.
        reason: Code of the sentence that says why.
        rule: Code of the rule, empty for a value somebody typed.
        operation: What was done with `value`: a price set, a share or an amount taken off, a multiplier.
        change: after - before; over all steps the changes add up to the net price.
        facts: Exact values the sentence names: the tier's lower bound, the quantity counted together.
        refused: Rules for this step that were not used.
    """

    kind: StepKind
    title: str
    reason: str
    rule: str
    version: int
    operation: Operation
    value: Ratio
    before: Ratio
    change: Ratio
    after: Ratio
    facts: tuple[tuple[str, Ratio], ...]
    refused: tuple[RefusedRule, ...]


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """The whole line, or one band of a slab.

    Attributes:
        rounding: What rounding to the price scale changed; 0 where only the line is rounded.
        net: steps + rounding; quantity x net / base quantity, rounded to the currency, is `amount`.
    """

    quantity: Ratio
    steps: tuple[ExplainedStep, ...]
    rounding: Ratio
    net: Ratio
    amount: Money


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one line's price.

    Attributes:
        base_quantity: Units of the line the prices are for.
        discount: 1 - net / (list x multiplier); None without a list price.
    """

    key: str
    unit: str
    base_quantity: Ratio
    parts: tuple[ExplainedPart, ...]
    amount: Money
    list_amount: Money
    discount: Ratio | None
    tax: LineTax | None
    in_total: bool
    findings: tuple[Finding, ...]


def explain(document: PricedDocument, key: str) -> Explanation:
    """Return the explanation of one line.

    Raises:
        KeyError: The document has no such line (a caller's bug).
    """
    line = document.line(key)
    discount = line_discount(line)
    return Explanation(
        key=line.key,
        unit=line.unit,
        base_quantity=Ratio(*line.base_quantity),
        parts=tuple(_part(part, line, document) for part in line.parts),
        amount=document.money(line.amount),
        list_amount=document.money(line.list_amount),
        discount=discount,
        tax=line.tax,
        in_total=line.in_total,
        findings=line.findings,
    )


def _part(part: Part, line: PricedLine, document: PricedDocument) -> ExplainedPart:
    steps = part.steps
    rounding = difference(part.net, steps[-1].after)
    return ExplainedPart(
        quantity=Ratio(*part.quantity),
        steps=tuple(_step(step, line, document) for step in steps),
        rounding=Ratio(*rounding),
        net=Ratio(*part.net),
        amount=document.money(part.amount),
    )


def _step(step: Step, line: PricedLine, document: PricedDocument) -> ExplainedStep:
    return ExplainedStep(
        kind=step.kind,
        title=f"pricing.step.{step.kind.value}",
        reason=f"pricing.reason.{step.reason.value}",
        rule=step.rule,
        version=step.version,
        operation=step.operation,
        value=Ratio(*step.value),
        before=Ratio(*step.before),
        change=Ratio(*difference(step.after, step.before)),
        after=Ratio(*step.after),
        facts=(*((name, Ratio(*value)) for name, value in step.facts), *_counted(step, line, document)),
        refused=tuple(_refused(refusal) for refusal in step.refused),
    )


def _counted(step: Step, line: PricedLine, document: PricedDocument) -> tuple[tuple[str, Ratio], ...]:
    """Return what a schedule of a wider scope counted; it is kept once, not on every line."""
    if step.kind is not StepKind.VOLUME:
        return ()
    for group in dict.fromkeys((line.group, "")):
        together = document.counted.get((step.rule, group))
        if together is not None:
            return (("counted", Ratio(*together)),)
    return ()


def _refused(refusal: Refusal) -> RefusedRule:
    reason = f"pricing.refused.{refusal.reason.value}"
    return RefusedRule(refusal.rule, refusal.version, reason, refusal.beaten_by)
