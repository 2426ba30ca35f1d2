from dataclasses import replace

import pytest

from app.catalog.price_rule import Match, Summary, Target
from app.catalog.selector import Selector
from app.formulas.evaluating import value_text
from app.kernel.findings import Severity
from app.pricing.price_rule_trace import RuleRefused
from app.pricing.price_rules import apply_price_rules
from app.pricing.reasons import Operation, StepKind
from tests.support.catalog import for_skus, valid
from tests.support.price_rules import (
    a_rule,
    a_sum,
    a_table,
    compiled_rules,
    document_facts,
    line_facts,
    outcome,
)

SPECIAL = Target.SPECIAL_PRICE


def price(result, target=SPECIAL, at=0):
    return value_text(result.lines[at].value(target))


def refusals(result, at=0):
    return [(refused.rule, refused.reason) for refused in result.lines[at].refused]


class TestSetting:
    def test_a_rule_without_conditions_sets_its_field_on_every_line(self):
        result = outcome(a_rule(special_price="list_price * (1 - 10 %)"))
        assert price(result) == "90"

    def test_a_price_is_never_rounded_unless_the_formula_says_so(self):
        assert price(outcome(a_rule(special_price="list_price / 3"))) == "100/3"
        assert price(outcome(a_rule(special_price="round_currency(list_price / 3)"))) == "33.33"

    def test_the_first_rule_in_the_order_wins_a_field(self):
        result = outcome(a_rule("LATE", 2, special_price="1"), a_rule("EARLY", 1, special_price="2"))
        assert price(result) == "2"
        assert refusals(result) == [("LATE", RuleRefused.SET_BEFORE)]
        assert result.lines[0].refused[0].detail == "EARLY"

    def test_a_later_rule_reads_what_an_earlier_one_set(self):
        result = outcome(
            a_rule("COST", 1, cost="75"),
            a_rule("PLUS", 2, special_price="cost * (1 + 30 %)"),
        )
        assert price(result) == "97.5"

    def test_actions_of_one_rule_read_the_line_as_it_was_before_it(self):
        result = outcome(a_rule(list_price="50", special_price="list_price / 2"))
        assert price(result) == "50"

    def test_nothing_is_set_where_no_rule_is(self):
        assert outcome().lines[0].set == {}


class TestConditions:
    def test_all_must_hold(self):
        rule = a_rule("R", 1, "quantity >= 10", 'sku = "A-1"', special_price="1")
        result = outcome(rule, lines=(line_facts("10"), line_facts("9.999999", key="below")))
        assert price(result) == "1"
        assert refusals(result, 1) == [("R", RuleRefused.CONDITION_NOT_MET)]
        assert result.lines[1].refused[0].detail == "quantity >= 10"

    def test_any_suffices(self):
        rule = a_rule("R", 1, "quantity >= 10", 'sku = "A-1"', special_price="1", match=Match.ANY)
        assert price(outcome(rule)) == "1"
        assert refusals(outcome(rule, lines=(line_facts(sku="B"),))) == [("R", RuleRefused.CONDITION_NOT_MET)]

    def test_ask_the_customers_attributes(self):
        rule = a_rule("R", 1, 'customer.segment = "public"', special_price="1")
        assert price(outcome(rule, attributes={"segment": "public"})) == "1"
        assert price(outcome(rule, attributes={"segment": "trade"})) == ""


class TestSummaries:
    def test_count_the_lines_of_the_document_that_count(self):
        bikes = a_sum("bikes", Summary.SUM, "quantity", 'category = "Bikes"')
        rule = a_rule("R", 1, "bikes >= 5", additional_discount="5 %", variables=(bikes,))
        lines = (
            line_facts("3", category="Bikes"),
            line_facts("2", category="Bikes", key="2"),
            line_facts("9", category="Cars", key="3"),
        )
        assert price(outcome(rule, lines=lines), Target.ADDITIONAL_DISCOUNT, 2) == "0.05"
        optional = lines[1]._replace(in_total=False)
        result = outcome(rule, lines=(lines[0], optional, lines[2]))
        assert refusals(result) == [("R", RuleRefused.CONDITION_NOT_MET)]

    @pytest.mark.parametrize(
        ("summary", "field", "value"),
        [(Summary.SUM, "quantity", "5"), (Summary.MIN, "quantity", "2"), (Summary.MAX, "quantity", "3")],
    )
    def test_sum_smallest_and_largest(self, summary, field, value):
        rule = a_rule(quantity_minimum="x", variables=(a_sum("x", summary, field),))
        result = outcome(rule, lines=(line_facts("3"), line_facts("2", key="2")))
        assert price(result, Target.QUANTITY_MINIMUM) == value

    def test_the_number_of_lines(self):
        rule = a_rule("R", 1, "n = 2", special_price="1", variables=(a_sum("n", Summary.COUNT),))
        assert price(outcome(rule, lines=(line_facts(), line_facts(key="2")))) == "1"

    def test_a_sum_over_something_not_known_is_not_known(self):
        rule = a_rule("R", 1, "x > 0", special_price="1", variables=(a_sum("x", Summary.SUM, "cost"),))
        result = outcome(rule, lines=(line_facts(cost="5"), line_facts(key="2")))
        assert refusals(result) == [("R", RuleRefused.VALUE_MISSING)]

    def test_the_smallest_of_none_is_not_known(self):
        nothing = a_sum("x", Summary.MIN, "quantity", "no")
        result = outcome(a_rule("R", 1, "x > 0", special_price="1", variables=(nothing,)))
        assert refusals(result) == [("R", RuleRefused.VALUE_MISSING)]


class TestSelecting:
    def test_rules_of_other_products_are_not_even_looked_at(self):
        result = outcome(a_rule(special_price="1", selector=for_skus("B-2")))
        assert result.lines[0].set == {}
        assert result.lines[0].refused == ()

    def test_a_category_reaches_what_lies_below_it(self):
        rule = a_rule(special_price="1", selector=Selector.of(categories=["Bikes"]))
        assert price(outcome(rule, lines=(line_facts(category="Bikes/Road"),))) == "1"
        assert price(outcome(rule, lines=(line_facts(category="Bikesheds"),))) == ""

    def test_a_customers_rule_is_for_nobody_else(self):
        rule = a_rule(special_price="1", selector=Selector.of(customers=["C1"]))
        assert price(outcome(rule)) == "1"
        assert price(outcome(rule, customer="C2")) == ""

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"validity": valid("2026-03-02")}, RuleRefused.NOT_VALID_ON_DATE),
            ({"selector": Selector.of(books=["OTHER"])}, RuleRefused.OTHER_BOOK),
            ({"currency": "CHF"}, RuleRefused.OTHER_CURRENCY),
        ],
    )
    def test_what_keeps_a_rule_from_the_document_is_said(self, changes, reason):
        assert refusals(outcome(a_rule(special_price="1", **changes))) == [("RULE", reason)]

    def test_a_rule_of_two_places_is_asked_once(self):
        selector = Selector.of(skus=["A-1"], categories=["X"])
        found = compiled_rules(a_rule(cost="1", selector=selector)).reaching("", "A-1", "X/Y")
        assert [rule.code for rule in found] == ["RULE"]


class TestTheRepsOwn:
    def test_discount_stands_above_a_rules(self):
        result = outcome(a_rule(additional_discount="5 %"), lines=(line_facts(has_typed_discount=True),))
        assert refusals(result) == [("RULE", RuleRefused.TYPED_DISCOUNT)]

    def test_price_stands_above_a_special_price_but_not_above_the_list(self):
        typed = (line_facts(has_typed_price=True),)
        result = outcome(a_rule(special_price="1", markup="5 %", list_price="120"), lines=typed)
        assert [reason for _rule, reason in refusals(result)] == [RuleRefused.TYPED_PRICE] * 2
        assert price(result, Target.LIST_PRICE) == "120"


class TestFaults:
    def test_a_miss_in_a_table_blocks_and_sets_nothing(self):
        rule = a_rule(special_price='lookup("FREIGHT", quantity)')
        result = outcome(rule, lines=(line_facts("0.5"),), tables=(a_table(),))
        (finding,) = result.findings
        assert (finding.code, finding.severity) == ("formulas.lookup_missed", Severity.BLOCKER)
        assert finding.where == "lines[A-1]"
        assert result.lines[0].set == {}

    def test_a_cost_nobody_knows_warns(self):
        result = outcome(a_rule(special_price="cost * 2"))
        (finding,) = result.findings
        assert (finding.code, finding.severity) == ("formulas.value_missing", Severity.WARNING)
        assert finding.params["rule"] == "RULE"

    def test_a_division_by_zero_blocks(self):
        result = outcome(a_rule(special_price="list_price / (list_price / list_price - 1)"))
        assert result.findings[0].severity is Severity.BLOCKER

    @pytest.mark.parametrize(
        ("target", "formula"),
        [
            ("special_price", "-1"),
            ("special_price", "list_price * 1000000000000"),
            ("additional_discount", "101 %"),
            ("additional_discount", "-1 %"),
            ("quantity_minimum", "-1"),
        ],
    )
    def test_a_value_nobody_can_use_blocks(self, target, formula):
        result = outcome(a_rule(**{target: formula}))
        assert [finding.code for finding in result.findings] == ["pricing.price_rule_value_refused"]
        assert result.lines[0].set == {}

    @pytest.mark.parametrize(("formula", "value"), [("100 %", "1"), ("0 %", "0")])
    def test_both_ends_of_a_discount_can_be_used(self, formula, value):
        result = outcome(a_rule(additional_discount=formula))
        assert price(result, Target.ADDITIONAL_DISCOUNT) == value

    def test_a_draft_with_a_fault_is_a_finding_and_the_others_go_on(self):
        result = outcome(a_rule("BAD", 1, special_price="1 +"), a_rule("GOOD", 2, special_price="1"))
        assert price(result) == "1"
        assert [finding.where for finding in result.findings] == ["rules[BAD]"]


class TestTrace:
    def test_says_rule_version_formula_and_inputs(self):
        result = outcome(a_rule(special_price="list_price * quantity / 2 units", version=3))
        (step,) = result.lines[0].steps
        assert (step.rule, step.version, step.formula) == ("RULE", 3, "list_price * quantity / 2 units")
        assert step.inputs == (("list_price", (100, 1)), ("quantity", (1, 1)))

    def test_inputs_are_those_before_the_step(self):
        result = outcome(a_rule("A", 1, list_price="80"), a_rule("B", 2, special_price="list_price - 1"))
        assert result.by_key["A-1"].steps[1].inputs == (("list_price", (80, 1)),)

    def test_knows_the_step_of_the_waterfall(self):
        result = outcome(a_rule(cost="1", list_price="1", special_price="1", additional_discount="1 %"))
        assert [step.step for step in result.lines[0].steps] == [
            None,
            (StepKind.LIST, Operation.SET),
            (StepKind.SPECIAL, Operation.SET),
            (StepKind.ADDITIONAL, Operation.PERCENT),
        ]


class TestMemory:
    def test_changes_no_answer_when_the_same_document_comes_again(self):
        total = a_sum("total", Summary.SUM, "quantity")
        rules = (
            a_rule("A", 1, "total > 5", special_price="list_price - 1", variables=(total,)),
            a_rule("B", 2, "quantity > 1", 'customer.segment = "public"', special_price="list_price / 2"),
        )
        known = compiled_rules(*rules)
        first = document_facts(line_facts("2"), line_facts("3", key="2"), attributes={"segment": "public"})
        documents = [
            first,
            replace(first, lines=(first.lines[0], line_facts("9", key="2"))),
            replace(first, lines=(first.lines[0], line_facts("1", cost="3", key="2"))),
            replace(first, attributes={"segment": "trade"}),
            replace(first, price_decimals=2),
            replace(first, currency="CHF"),
            first,
        ]
        for facts in [*documents, *reversed(documents)]:
            assert said(apply_price_rules(facts, known)) == said(
                apply_price_rules(facts, compiled_rules(*rules))
            )

    def test_a_line_of_the_same_facts_is_not_computed_again(self):
        known = compiled_rules(a_rule(special_price="list_price / 2"))
        facts = document_facts(line_facts(), line_facts("2", key="2"))
        before = apply_price_rules(facts, known)
        after = apply_price_rules(replace(facts, lines=(facts.lines[0], line_facts("3", key="2"))), known)
        assert after.lines[0] is before.lines[0]
        assert after.lines[1] is not before.lines[1]


def said(result):
    """Return an outcome as people see it; formulas made ready twice are two objects."""
    return [
        (
            line.key,
            [(step.rule, step.target, step.value, step.inputs) for step in line.steps],
            line.refused,
            line.findings,
        )
        for line in result.lines
    ]
