import pytest

from app.catalog.price_rule import Match, Summary, Target
from app.formulas.faults import EndsTooEarly
from app.pricing.price_rule_debugger import try_rule
from app.pricing.price_rule_trace import RuleRefused
from tests.support.catalog import for_skus
from tests.support.price_rules import a_rule, a_sum, compiled_rules, document_facts, line_facts

ONE = for_skus("A-1")


def trials(rule, *lines, **header):
    return try_rule(rule, document_facts(*(lines or (line_facts(),)), **header), compiled_rules())


class TestTrying:
    def test_says_line_by_line_what_matched_and_why_not(self):
        rule = a_rule(
            "R", 1, "quantity >= 10", "list_price > 50", special_price="list_price / 2", selector=ONE
        )
        yes, no, other = trials(rule, line_facts("10"), line_facts("9", key="few"), line_facts(sku="B-2"))
        assert yes.matches
        assert yes.sets[0][0] is Target.SPECIAL_PRICE
        assert yes.sets[0][1].value == (50, 1)
        assert (no.matches, no.refused) == (False, RuleRefused.CONDITION_NOT_MET)
        assert [condition.value for condition in no.conditions] == [False, True]
        assert no.conditions[0].read == (("quantity", (9, 1)),)
        assert not other.is_selected

    def test_any_condition_suffices(self):
        (trial,) = trials(a_rule("R", 1, "no", "yes", cost="1", match=Match.ANY))
        assert trial.matches
        (trial,) = trials(a_rule("R", 1, "no", cost="1", match=Match.ANY))
        assert not trial.matches

    def test_shows_a_fault_where_it_is(self):
        (trial,) = trials(a_rule("R", 1, "cost > 5", special_price="1"))
        assert trial.refused is RuleRefused.NOT_COMPUTABLE
        assert trial.conditions[0].fault.code == "formulas.value_missing"

    def test_knows_the_summaries_of_the_whole_document(self):
        rule = a_rule("R", 1, "n = 2", cost="1", variables=(a_sum("n", Summary.COUNT),))
        assert all(trial.matches for trial in trials(rule, line_facts(), line_facts(key="2")))
        assert trials(rule)[0].conditions[0].read == (("n", (1, 1)),)

    def test_says_what_keeps_it_from_the_document(self):
        assert trials(a_rule(cost="1", currency="CHF"))[0].refused is RuleRefused.OTHER_CURRENCY

    def test_says_what_stands_above_it(self):
        (trial,) = trials(a_rule(markup="5 %"), line_facts(has_typed_price=True))
        assert trial.refused is RuleRefused.TYPED_PRICE
        (trial,) = trials(a_rule(cost="-1"))
        assert trial.refused is RuleRefused.VALUE_OUT_OF_RANGE

    def test_a_formula_that_cannot_be_read_is_refused(self):
        with pytest.raises(EndsTooEarly):
            trials(a_rule(cost="1 +"))
