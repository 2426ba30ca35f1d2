from dataclasses import replace

import pytest

from app.catalog.price_rule import Match, PriceRuleCase, Summary, Target
from app.catalog.selector import Selector
from app.kernel.findings import Severity
from app.pricing.price_rule_checks import check_price_rules
from tests.support.catalog import for_skus, valid
from tests.support.price_rules import ATTRIBUTES, a_rule, a_sum, a_table


def found(*rules, tables=()):
    return {finding.code: finding for finding in check_price_rules(rules, tables, ATTRIBUTES)}


class TestOrder:
    def test_one_place_for_two_is_refused_with_both_names(self):
        finding = found(a_rule("A", 7, cost="list_price"), a_rule("B", 7, markup="5 %"))
        assert finding["catalog.price_rule_order_taken"].params == {"rule": "A", "other": "B", "order": 7}

    def test_one_code_for_two_is_refused(self):
        assert "catalog.price_rule_code_taken" in found(
            a_rule("A", 1, markup="5 %"), a_rule("A", 2, cost="list_price")
        )

    def test_rules_in_order_pass(self):
        assert found(a_rule("A", 1, cost="list_price"), a_rule("B", 2, markup="5 %")) == {}


class TestFormulas:
    @pytest.mark.parametrize(
        ("rule", "code", "where"),
        [
            (a_rule("R", 1, "quantity >", markup="5 %"), "formulas.ends_too_early", "conditions[0]"),
            (a_rule("R", 1, "quantity", markup="5 %"), "formulas.wrong_kind", "conditions[0]"),
            (a_rule("R", markup="5"), "formulas.percent_wanted", "actions[0]"),
            (a_rule("R", cost="quantity"), "formulas.wrong_kind", "actions[0]"),
            (a_rule("R", cost="kost"), "formulas.unknown_field", "actions[0]"),
            (a_rule("R", cost='lookup("X", sku)'), "formulas.unknown_table", "actions[0]"),
            (
                a_rule("R", markup="5 %", variables=(a_sum("x", Summary.SUM, "sku"),)),
                "formulas.wrong_kind",
                "variables[0]",
            ),
            (
                a_rule("R", markup="5 %", variables=(a_sum("x", Summary.SUM, "qty"),)),
                "formulas.unknown_field",
                "variables[0]",
            ),
            (
                a_rule("R", markup="5 %", variables=(a_sum("x", Summary.COUNT, "", "x > 1"),)),
                "formulas.unknown_field",
                "variables[0]",
            ),
        ],
    )
    def test_faults_have_their_place(self, rule, code, where):
        (finding,) = check_price_rules([rule])
        assert (finding.code, finding.where, finding.severity) == (
            code,
            f"rules[R].{where}",
            Severity.BLOCKER,
        )

    def test_every_fault_is_shown_at_once(self):
        assert len(check_price_rules([a_rule("R", 1, "1 +", "qty > 1", cost="sku")])) == 3

    def test_amounts_of_no_currency_are_named(self):
        assert "catalog.price_rule_any_currency" in found(a_rule(special_price="99"))
        assert found(a_rule(special_price="99", currency="EUR")) == {}
        assert found(a_rule(special_price="99", selector=Selector.of(books=["LIST"]))) == {}


class TestNeverMatching:
    def test_conditions_that_contradict_each_other(self):
        assert "catalog.price_rule_never_matches" in found(
            a_rule("R", 1, "quantity > 10", "quantity < 5", markup="5 %")
        )

    def test_of_any_condition_one_that_can_hold_suffices(self):
        assert found(a_rule("R", 1, "no", "quantity < 5", markup="5 %", match=Match.ANY)) == {}
        assert found(a_rule("R", 1, "no", markup="5 %", match=Match.ANY))


class TestShadowed:
    def shadows(self, earlier, later):
        return "catalog.price_rule_shadowed" in found(
            a_rule("A", 1, **{"markup": "5 %"} | earlier), a_rule("B", 2, **{"markup": "6 %"} | later)
        )

    @pytest.mark.parametrize(
        ("earlier", "later"),
        [
            ({}, {}),
            ({}, {"selector": for_skus("A-1")}),
            ({"selector": for_skus("A-1", "B-2")}, {"selector": for_skus("A-1")}),
            (
                {"selector": Selector.of(categories=["X"])},
                {"selector": Selector.of(categories=["X/Y"], customers=["C1"])},
            ),
            ({}, {"validity": valid("2026-01-01"), "currency": "EUR"}),
            ({"cost": "list_price"}, {}),
        ],
    )
    def test_by_an_earlier_one_that_takes_all_it_could(self, earlier, later):
        assert self.shadows(earlier, later)

    @pytest.mark.parametrize(
        ("earlier", "later"),
        [
            ({"selector": for_skus("A-1")}, {}),
            ({"selector": for_skus("A-1")}, {"selector": for_skus("A-1", "B-2")}),
            ({"selector": Selector.of(categories=["X/Y"])}, {"selector": Selector.of(categories=["X"])}),
            ({"selector": Selector.of(customers=["C1"])}, {"selector": Selector.of(customers=["C2"])}),
            ({"selector": Selector.of(books=["B"])}, {}),
            ({"validity": valid("2026-01-01")}, {}),
            ({"validity": valid("", "2026-01-01")}, {"validity": valid("2026-01-01")}),
            ({"currency": "EUR"}, {}),
            ({}, {"quantity_minimum": "5"}),
        ],
    )
    def test_not_by_one_that_leaves_it_something(self, earlier, later):
        assert not self.shadows(earlier, later)

    def test_conditions_are_compared_by_their_meaning(self):
        many, few = (
            a_rule("A", 1, "quantity>=10", markup="5 %"),
            a_rule("B", 2, "quantity >= 10", markup="6 %"),
        )
        assert "catalog.price_rule_shadowed" in found(many, few)
        assert found(many, a_rule("B", 2, "quantity >= 5", markup="6 %")) == {}
        assert found(a_rule("A", 1, "owned > 1", "quantity > 1", markup="5 %"), few) == {}

    def test_conditions_on_what_another_rule_may_set_between_shadow_nothing(self):
        early = a_rule("A", 1, "cost < 50 * list_price / list_price", special_price="list_price / 2")
        assert not any("shadowed" in code for code in found(early, replace(early, code="B", order=2)))


class TestLoops:
    def test_two_rules_that_feed_each_other_are_named(self):
        finding = found(a_rule("A", 1, cost="list_price / 2"), a_rule("B", 2, list_price="cost * 2"))
        assert finding["catalog.price_rules_loop"].params == {"rules": "A → B → A"}

    def test_three_too(self):
        finding = found(
            a_rule("A", 1, cost="list_price / 2"),
            a_rule("B", 2, special_price="cost * 2"),
            a_rule("C", 3, "special_price > cost * 0", list_price="special_price"),
        )
        assert "catalog.price_rules_loop" in finding

    def test_rules_that_never_meet_do_not_feed_each_other(self):
        left = a_rule("A", 1, cost="list_price / 2", selector=for_skus("A-1"))
        assert found(left, a_rule("B", 2, list_price="cost * 2", selector=for_skus("B-2"))) == {}
        assert found(left, a_rule("B", 2, list_price="cost * 2", selector=for_skus("A-1")))

    def test_a_rule_reads_its_own_field_as_it_was(self):
        assert found(a_rule("A", 1, list_price="list_price * 2")) == {}


class TestTables:
    def test_nobody_asks_are_named(self):
        assert "catalog.lookup_table_unused" in found(tables=(a_table(),))
        assert found(a_rule(special_price='lookup("FREIGHT", quantity)'), tables=(a_table(),)) == {}

    def test_gaps_are_named(self):
        table = a_table("FREIGHT", (("1", "10"), "5"), (("11", None), "3"))
        assert "catalog.lookup_gap" in found(a_rule(cost='lookup("FREIGHT", quantity)'), tables=(table,))


class TestCases:
    def case(self, inputs, expected):
        return PriceRuleCase("ten pieces", tuple(inputs.items()), tuple(expected.items()))

    def rule(self, inputs, expected):
        return a_rule(
            "R", 1, "quantity >= 10", markup="if(n > 1, 15 %, 5 %)",
            variables=(a_sum("n", Summary.COUNT),), cases=(self.case(inputs, expected),),
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("inputs", "expected"),
        [
            ({"quantity": "10", "n": "2"}, {Target.MARKUP: "15 %"}),
            ({"quantity": "10", "n": "1"}, {Target.MARKUP: "0.05"}),
            ({"quantity": "9"}, {}),
        ],
    )
    def test_that_come_out_pass(self, inputs, expected):
        assert found(self.rule(inputs, expected)) == {}

    @pytest.mark.parametrize(
        ("inputs", "expected", "came"),
        [
            ({"quantity": "10", "n": "2"}, {Target.MARKUP: "5 %"}, "markup 0.15"),
            ({"quantity": "9"}, {Target.MARKUP: "5 %"}, "-"),
            ({"quantity": "10"}, {Target.MARKUP: "5 %"}, "formulas.value_missing"),
        ],
    )
    def test_that_do_not_keep_the_rule_from_being_saved(self, inputs, expected, came):
        finding = found(self.rule(inputs, expected))["catalog.price_rule_case_fails"]
        assert (finding.severity, finding.params["found"]) == (Severity.BLOCKER, came)

    @pytest.mark.parametrize("inputs", [{"qty": "1"}, {"quantity": "15 %"}, {"quantity": "1 +"}])
    def test_that_cannot_be_read_are_named(self, inputs):
        (finding,) = check_price_rules([self.rule(inputs, {})])
        assert finding.where == "rules[R].cases[0]"
