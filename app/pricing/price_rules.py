"""What price rules set on the lines of a document, in their order, with the reason of each.

A function beside the waterfall: a list price it sets stands in for step 0, a special price or a markup on the
cost for step 1, an additional discount is step 5 where nobody typed one. The first rule that sets a field of
a line wins it, and rules after it read what it set.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import product as every_pair
from types import MappingProxyType
from typing import NamedTuple

from app.catalog.lookup_table import LookupTable
from app.catalog.price_rule import PriceRule, Target
from app.catalog.product import categories_of
from app.catalog.selector import Selector
from app.formulas.evaluating import Exact, Value, Values, value_text
from app.formulas.faults import ValueMissing
from app.formulas.kinds import Kind
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LARGEST_SCALED
from app.pricing.exact import MILLION
from app.pricing.price_rule_compiled import NO_ATTRIBUTES, Ready, ReadyRule, ReadyVariable, Tables, ready
from app.pricing.price_rule_facts import DocumentFacts, Header, LineFacts, Summaries, header_of
from app.pricing.price_rule_trace import (
    LineOutcome,
    RuleOutcome,
    RuleRefusal,
    RuleRefused,
    RuleStep,
)
from app.pricing.trace import make

Place = tuple[str, str, str]
"""Customer, SKU, category: empty where the rule sets no condition."""


class Chain(NamedTuple):
    """The rules of one article in this document: those that may be used, and the refusals of the others.

    Attributes:
        fed: Names the formulas read; only what is among them is handed on.
        variables: Those of all its rules; with the line's own facts they decide what comes out.
    """

    rules: tuple[ReadyRule, ...]
    refused: tuple[RuleRefusal, ...]
    findings: tuple[Finding, ...]
    fed: frozenset[str]
    variables: tuple[ReadyVariable, ...]


class Memory(NamedTuple):
    """What was found for one header: the rules of its articles, and its lines by their facts and sums."""

    header: Header
    chains: dict[tuple[str, str], Chain]
    lines: dict[Hashable, LineOutcome]


class CompiledPriceRules:
    """Price rules by what they select. A rule is made ready when the first line reaches it, and kept."""

    __slots__ = ("_attributes", "_by_place", "_customers", "_ready", "_recent", "tables")

    def __init__(
        self,
        rules: Iterable[PriceRule],
        tables: Iterable[LookupTable] = (),
        attributes: Mapping[str, Kind] = NO_ATTRIBUTES,
    ) -> None:
        self.tables = Tables(tables)
        self._attributes = attributes
        self._by_place: dict[Place, list[PriceRule]] = {}
        for rule in sorted(rules, key=declared):
            for place in places(rule.selector):
                self._by_place.setdefault(place, []).append(rule)
        self._customers = frozenset(customer for customer, _sku, _category in self._by_place) - {""}
        self._ready: dict[str, ReadyRule | AppError] = {}
        self._recent: Memory | None = None

    def reaching(self, customer: str, sku: str, category: str) -> tuple[PriceRule, ...]:
        """Return the rules whose selector reaches an article and customer, in their order, each once."""
        customers = (customer, "") if customer in self._customers else ("",)
        targets = [(sku, ""), *(("", above) for above in categories_of(category)), ("", "")]
        asked = [(who, *target) for who in customers for target in targets]
        buckets = [self._by_place[place] for place in asked if place in self._by_place]
        if len(buckets) < 2:
            return tuple(buckets[0]) if buckets else ()
        found = {rule.code: rule for bucket in buckets for rule in bucket}
        return tuple(sorted(found.values(), key=declared))

    def ready(self, rule: PriceRule) -> ReadyRule | AppError:
        """Return a rule with its functions, or the fault that keeps it from having any."""
        found = self._ready.get(rule.code)
        if found is None:
            try:
                found = self.made_ready(rule)
            except AppError as error:
                found = error
            self._ready[rule.code] = found
        return found

    def recent(self, header: Header) -> Memory:
        """Return what was found for a header the last time, and nothing where another one came since.

        It changes no answer, only what is computed again.
        """
        known = self._recent
        return known if known is not None and known.header == header else Memory(header, {}, {})

    def remember(self, found: Memory) -> None:
        """Keep what a document found in place of what was kept; as one, so that threads may share it."""
        self._recent = found

    def made_ready(self, rule: PriceRule) -> ReadyRule:
        """Return any rule with its functions, also one that is not among these.

        Raises:
            AppError: The first fault of its formulas.
        """
        return ready(rule, self.tables, self._attributes)


def declared(rule: PriceRule) -> tuple[int, str]:
    """Return where a rule stands in the order; of two with the same the lower code comes first."""
    return rule.order, rule.code


def places(selector: Selector) -> Iterable[Place]:
    """Return where a selector is found: a place per customer and product or category."""
    targets = [(sku, "") for sku in selector.skus] + [("", category) for category in selector.categories]
    return ((who, *target) for who, target in every_pair(selector.customers or {""}, targets or [("", "")]))


def why_outside(rule: PriceRule, facts: DocumentFacts) -> RuleRefused | None:
    """Return what keeps a rule from a whole document; None where nothing does."""
    if not rule.validity.covers(facts.on):
        return RuleRefused.NOT_VALID_ON_DATE
    if rule.selector.books and facts.book not in rule.selector.books:
        return RuleRefused.OTHER_BOOK
    if rule.currency and rule.currency != facts.currency:
        return RuleRefused.OTHER_CURRENCY
    return None


def apply_price_rules(facts: DocumentFacts, rules: CompiledPriceRules) -> RuleOutcome:
    """Return what the rules set on each line, in the order of the lines.

    A rule that cannot be computed sets nothing and is a finding on its line, never a silent default.
    """
    run = _Run(facts, rules)
    lines = tuple([run.line(line) for line in facts.lines])
    run.remember()
    return RuleOutcome(lines, {line.key: line for line in lines})


class _Run:
    """One document: what its articles, their rules and its summaries are, each found out once."""

    def __init__(self, facts: DocumentFacts, rules: CompiledPriceRules) -> None:
        self._facts = facts
        self._rules = rules
        self._summaries = Summaries(facts)
        self._known = rules.recent(header_of(facts))
        self._chains = dict(self._known.chains)
        self._lines: dict[Hashable, LineOutcome] = {}

    def line(self, line: LineFacts) -> LineOutcome:
        chain = self._chains.get((line.sku, line.category))
        if chain is None:
            chain = self._chains[line.sku, line.category] = self._chain(line)
        if not chain.rules:
            return LineOutcome(line.key, NOTHING_SET, (), chain.refused, chain.findings)
        facts: Hashable = line
        if chain.variables:
            sums = self._summaries.all_of(chain.variables)
            if sums is None:
                return self._tried(line, chain)
            facts = (line, sums)
        outcome = self._known.lines.get(facts) or self._tried(line, chain)
        self._lines[facts] = outcome
        return outcome

    def remember(self) -> None:
        """Keep what this document found for the next time it is priced."""
        self._rules.remember(Memory(self._known.header, self._chains, self._lines))

    def _tried(self, line: LineFacts, chain: Chain) -> LineOutcome:
        work = _Line(line, self._summaries.of_line(line), chain)
        for rule in chain.rules:
            work.try_rule(rule, self._summaries)
        return work.outcome()

    def _chain(self, line: LineFacts) -> Chain:
        usable: list[ReadyRule] = []
        refused: list[RuleRefusal] = []
        findings: list[Finding] = []
        for rule in self._rules.reaching(self._facts.customer, line.sku, line.category):
            reason = why_outside(rule, self._facts)
            if reason is not None:
                refused.append(RuleRefusal(rule.code, rule.version, reason))
                continue
            found = self._rules.ready(rule)
            if isinstance(found, ReadyRule):
                usable.append(found)
            else:
                refused.append(RuleRefusal(rule.code, rule.version, RuleRefused.FORMULA_FAULT, found.code))
                findings.append(Finding.of_error(found, where=f"rules[{rule.code}]"))
        fed = usable[0].reads.union(*[rule.reads for rule in usable[1:]]) if usable else frozenset()
        variables = tuple([variable for rule in usable for variable in rule.variables])
        return Chain(tuple(usable), tuple(refused), tuple(findings), fed, variables)


NOTHING_SET: Mapping[Target, RuleStep] = MappingProxyType({})


class _Line:
    """One line on its way through its rules."""

    __slots__ = ("_facts", "_fed", "_findings", "_is_typed", "_refused", "_set", "_steps", "_values")

    def __init__(self, facts: LineFacts, values: Values, chain: Chain) -> None:
        self._facts = facts
        self._values = values
        self._set: dict[Target, RuleStep] = {}
        self._steps: list[RuleStep] = []
        self._refused = list(chain.refused)
        self._findings = list(chain.findings)
        self._fed = chain.fed
        self._is_typed = facts.has_typed_price or facts.has_typed_discount

    def try_rule(self, rule: ReadyRule, summaries: Summaries) -> None:
        values = self._values
        try:
            if rule.variables:
                values = summaries.with_variables(values, rule)
            failed = first_unmet(rule, values)
        except AppError as error:
            self._cannot(rule, error)
            return
        if failed is not None:
            self._refuse(rule, RuleRefused.CONDITION_NOT_MET, failed.text)
            return
        for target, action in rule.actions:
            self._act(rule, target, action, values)

    def outcome(self) -> LineOutcome:
        return LineOutcome(
            self._facts.key, self._set, tuple(self._steps), tuple(self._refused), tuple(self._findings)
        )

    def _act(self, rule: ReadyRule, target: Target, action: Ready, values: Values) -> None:
        earlier = self._set.get(target)
        if earlier is not None:
            self._refuse(rule, RuleRefused.SET_BEFORE, earlier.rule)
            return
        typed = typed_instead(self._facts, target) if self._is_typed else None
        if typed is not None:
            self._refuse(rule, typed, target.value)
            return
        try:
            value: Exact = action.run(values)
        except AppError as error:
            self._cannot(rule, error)
            return
        if not is_usable(target, value):
            self._refuse(rule, RuleRefused.VALUE_OUT_OF_RANGE, target.value)
            self._findings.append(_out_of_range(rule.rule, self._facts.key, target, value))
            return
        step = make(RuleStep, (rule.rule.code, rule.rule.version, target, value, action, values))
        self._set[target] = step
        self._steps.append(step)
        if target in self._fed:  # a target is a text, and hashes as one
            self._values = {**self._values, target.value: value}

    def _refuse(self, rule: ReadyRule, reason: RuleRefused, detail: str) -> None:
        self._refused.append(RuleRefusal(rule.rule.code, rule.rule.version, reason, detail))

    def _cannot(self, rule: ReadyRule, error: AppError) -> None:
        """A miss is a finding; a field that is not known only warns, the line may do without the rule."""
        is_missing = isinstance(error, ValueMissing)
        severity = Severity.WARNING if is_missing else Severity.BLOCKER
        reason = RuleRefused.VALUE_MISSING if is_missing else RuleRefused.NOT_COMPUTABLE
        self._refuse(rule, reason, error.code)
        where = f"lines[{self._facts.key}]"
        params = {"rule": rule.rule.code, **error.params}
        self._findings.append(Finding(error.code, severity, where, params))


def first_unmet(rule: ReadyRule, values: Values) -> Ready | None:
    """Return the condition that keeps a rule from a line: the first unmet one, of `any` the last; else None.

    Raises:
        AppError: A condition cannot be computed.
    """
    unmet = None
    for condition in rule.conditions:
        if condition.run(values):
            if not rule.needs_all:
                return None
        elif rule.needs_all:
            return condition
        else:
            unmet = condition
    return unmet


def typed_instead(facts: LineFacts, target: Target) -> RuleRefused | None:
    """Return why a rule may not set a field: the rep typed a price or a discount, which is nearer."""
    if facts.has_typed_price and target in {Target.SPECIAL_PRICE, Target.MARKUP}:
        return RuleRefused.TYPED_PRICE
    if facts.has_typed_discount and target is Target.ADDITIONAL_DISCOUNT:
        return RuleRefused.TYPED_DISCOUNT
    return None


def is_usable(target: Target, value: Exact) -> bool:
    """Test whether a field may have a value: nothing below 0, no discount above 100 %, no endless price."""
    above, below = value
    if above < 0 or (target is Target.ADDITIONAL_DISCOUNT and above > below):
        return False
    return above * MILLION <= LARGEST_SCALED * below


def _out_of_range(rule: PriceRule, key: str, target: Target, value: Value) -> Finding:
    params = {"rule": rule.code, "field": target.value, "value": value_text(value)[:40]}
    return Finding("pricing.price_rule_value_refused", Severity.BLOCKER, f"lines[{key}]", params)
