"""One price rule tried on a document, line by line: what it reads, what holds, what it would set."""

from __future__ import annotations

from typing import NamedTuple

from app.catalog.price_rule import PriceRule, Target
from app.formulas.evaluating import Value, Values
from app.kernel.errors import AppError
from app.pricing.price_rule_compiled import Ready, ReadyRule
from app.pricing.price_rule_facts import DocumentFacts, LineFacts, Summaries
from app.pricing.price_rule_trace import RuleRefused
from app.pricing.price_rules import CompiledPriceRules, is_usable, typed_instead, why_outside


class Answer(NamedTuple):
    """What one formula gave on one line.

    Attributes:
        where: Its place in the rule: ``conditions[0]``.
        read: The fields and variables it read, with their values; None where not known.
        value: What it gave; None where it could not be computed.
        fault: Why it could not.
    """

    where: str
    formula: str
    read: tuple[tuple[str, Value | None], ...]
    value: Value | None
    fault: AppError | None = None


class LineTrial(NamedTuple):
    """What a rule alone does to a line, whatever other rules do.

    Attributes:
        is_selected: Whether the rule is for the product and the customer.
        refused: What keeps the rule from the line; None where it matches.
        conditions: Every one, also those behind the first that does not hold.
        sets: By field, for lines that match.
    """

    key: str
    is_selected: bool
    refused: RuleRefused | None
    conditions: tuple[Answer, ...] = ()
    sets: tuple[tuple[Target, Answer], ...] = ()

    @property
    def matches(self) -> bool:
        """Test whether the rule has its say on this line."""
        return self.is_selected and self.refused is None


def try_rule(rule: PriceRule, facts: DocumentFacts, rules: CompiledPriceRules) -> tuple[LineTrial, ...]:
    """Return what a rule does on each line of a document, saved or not.

    Args:
        rule: The rule as it stands in the window.
        facts: The document.
        rules: Where the tables and attributes are taken from.

    Raises:
        AppError: A formula of the rule has a fault.
    """
    one = rules.made_ready(rule)
    outside = why_outside(rule, facts)
    summaries = Summaries(facts)
    return tuple([_trial(one, facts, line, summaries, outside) for line in facts.lines])


def _trial(
    one: ReadyRule,
    facts: DocumentFacts,
    line: LineFacts,
    summaries: Summaries,
    outside: RuleRefused | None,
) -> LineTrial:
    selector = one.rule.selector
    is_for_customer = not selector.customers or facts.customer in selector.customers
    if not is_for_customer or not selector.takes_product(line.sku, line.category):
        return LineTrial(line.key, False, None)
    if outside is not None:
        return LineTrial(line.key, True, outside)
    try:
        values = summaries.with_variables(summaries.of_line(line), one)
    except AppError:
        return LineTrial(line.key, True, RuleRefused.VALUE_MISSING)
    conditions = tuple([_answer(condition, values) for condition in one.conditions])
    refused = _refused(one, conditions)
    if refused is not None:
        return LineTrial(line.key, True, refused, conditions)
    sets = [(target, _answer(action, values)) for target, action in one.actions]
    return LineTrial(line.key, True, _kept_from_setting(line, sets), conditions, tuple(sets))


def _answer(formula: Ready, values: Values) -> Answer:
    read = tuple([(name, values.get(name)) for name in formula.reads])
    try:
        return Answer(formula.where, formula.text, read, formula.run(values))
    except AppError as error:
        return Answer(formula.where, formula.text, read, None, error)


def _refused(one: ReadyRule, conditions: tuple[Answer, ...]) -> RuleRefused | None:
    """Conditions are asked from left to right until one decides, as `first_unmet` does."""
    for condition in conditions:
        if condition.fault is not None:
            return RuleRefused.NOT_COMPUTABLE
        if condition.value is not one.needs_all:
            return RuleRefused.CONDITION_NOT_MET if one.needs_all else None
    return RuleRefused.CONDITION_NOT_MET if conditions and not one.needs_all else None


def _kept_from_setting(line: LineFacts, sets: list[tuple[Target, Answer]]) -> RuleRefused | None:
    """Return why a rule that matches sets nothing; None where it sets a field."""
    reasons = [_why_not_set(line, target, answer) for target, answer in sets]
    return reasons[0] if all(reasons) else None


def _why_not_set(line: LineFacts, target: Target, answer: Answer) -> RuleRefused | None:
    typed = typed_instead(line, target)
    if typed is not None:
        return typed
    if not isinstance(answer.value, tuple):
        return RuleRefused.NOT_COMPUTABLE
    return None if is_usable(target, answer.value) else RuleRefused.VALUE_OUT_OF_RANGE
