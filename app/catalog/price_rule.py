"""Price rules: on these lines, under these conditions, this field gets that value (domain.md section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.catalog.selector import EVERYTHING, Selector
from app.catalog.texts import NO_TEXTS, Texts
from app.catalog.validity import ALWAYS, Validity
from app.formulas.kinds import DAYS, MONTHS, QUANTITY, RATIO, TEXT, TRUTH, UNIT_PRICE, Kind
from app.formulas.tree import RESERVED
from app.kernel.errors import RuleViolation


class PriceRuleWithoutAction(RuleViolation):
    """A price rule sets nothing."""

    code = "catalog.price_rule_without_action"


class PriceRuleTargetTwice(RuleViolation):
    """A price rule sets the same field twice."""

    code = "catalog.price_rule_target_twice"


class PriceRuleNameTaken(RuleViolation):
    """A summary variable is called like a field, like another variable or by a word formulas reserve."""

    code = "catalog.price_rule_name_taken"


class Target(StrEnum):
    """The fields a rule may set, in the order in which the waterfall uses them.

    A list price stands in for step 0, a special price or a markup on the cost for step 1, and the additional
    discount is step 5 for lines on which nobody typed one.
    """

    COST = "cost"
    LIST_PRICE = "list_price"
    SPECIAL_PRICE = "special_price"
    MARKUP = "markup"
    ADDITIONAL_DISCOUNT = "additional_discount"
    QUANTITY_MINIMUM = "quantity_minimum"


TARGET_KINDS: Mapping[Target, Kind] = {
    Target.COST: UNIT_PRICE,
    Target.LIST_PRICE: UNIT_PRICE,
    Target.SPECIAL_PRICE: UNIT_PRICE,
    Target.MARKUP: RATIO,
    Target.ADDITIONAL_DISCOUNT: RATIO,
    Target.QUANTITY_MINIMUM: QUANTITY,
}

FIELD_KINDS: Mapping[str, Kind] = {
    "sku": TEXT,
    "category": TEXT,
    "unit": TEXT,
    "group": TEXT,
    "book": TEXT,
    "currency": TEXT,
    "customer": TEXT,
    "recurring": TRUTH,
    "quantity": QUANTITY,
    "owned": QUANTITY,
    "term": MONTHS,
    "term_days": DAYS,
    **{target.value: kind for target, kind in TARGET_KINDS.items()},
}
"""What a formula may ask of a line, beside the customer's attributes (``customer.segment``).

Prices are per line unit; term is the span in months_and_days, not known of one-time lines.
"""


class Match(StrEnum):
    """Whether every condition must hold or one suffices."""

    ALL = "all"
    ANY = "any"


class Summary(StrEnum):
    """How a variable sums a document up."""

    SUM = "sum"
    MIN = "min"
    MAX = "max"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class SummaryVariable:
    """A number over the lines of the document that count, as they are before any price rule.

    Attributes:
        name: How formulas of this rule call it.
        field: What is summed up; empty for a count.
        where: Formula that says which lines; empty: all.
    """

    name: str
    summary: Summary
    field: str = ""
    where: str = ""

    @property
    def what(self) -> tuple[Summary, str, str]:
        """Return what makes it equal to a variable of another rule, whatever its name."""
        return self.summary, self.field, self.where


@dataclass(frozen=True, slots=True)
class PriceAction:
    """A field and the formula of its value."""

    target: Target
    formula: str


@dataclass(frozen=True, slots=True)
class PriceRuleCase:
    """An example kept beside a rule: the rule cannot be saved while it comes out otherwise.

    Attributes:
        inputs: Pairs of field or variable and a typed value; the others are not known.
        expected: Pairs of target and a typed value; a target not named must not be set.
    """

    name: str
    inputs: tuple[tuple[str, str], ...]
    expected: tuple[tuple[Target, str], ...]


@dataclass(frozen=True, slots=True)
class PriceRule:
    """A rule of the price office. Its formulas are texts: a draft with a fault can be kept and looked at.

    Attributes:
        order: Unique; lower ones first, and the first that sets a field of a line wins it.
        conditions: Formulas that say yes or no; none: always.
        currency: The only currency it is for; empty: any.
        version: Counts up on each change; part of the trace of every price.

    Raises:
        PriceRuleWithoutAction: It sets nothing.
        PriceRuleTargetTwice: It sets a field twice.
        PriceRuleNameTaken: A variable's name is a field, another variable or a reserved word.
    """

    id: UUID
    code: str
    order: int
    actions: tuple[PriceAction, ...]
    names: Texts = NO_TEXTS
    conditions: tuple[str, ...] = ()
    match: Match = Match.ALL
    variables: tuple[SummaryVariable, ...] = ()
    selector: Selector = EVERYTHING
    validity: Validity = ALWAYS
    currency: str = ""
    cases: tuple[PriceRuleCase, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.actions:
            raise PriceRuleWithoutAction(rule=self.code)
        targets = [action.target for action in self.actions]
        if len(set(targets)) < len(targets):
            raise PriceRuleTargetTwice(rule=self.code)
        taken = {*FIELD_KINDS, *RESERVED}
        for variable in self.variables:
            if variable.name in taken:
                raise PriceRuleNameTaken(rule=self.code, name=variable.name[:80])
            taken.add(variable.name)

    @property
    def targets(self) -> frozenset[Target]:
        """Return the fields it sets."""
        return frozenset(action.target for action in self.actions)
