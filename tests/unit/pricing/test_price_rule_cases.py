from app.catalog.price_rule import PriceRuleCase, Target
from app.pricing.price_rule_cases import failing_cases
from app.pricing.price_rule_compiled import Tables, ready
from tests.support.price_rules import a_rule, a_table


def failing(case, **changes):
    return list(failing_cases(ready(a_rule(cases=(case,), **changes), Tables([a_table()]))))


class TestCases:
    def test_say_texts_and_quantities_with_their_signs(self):
        case = PriceRuleCase("", (("sku", '"A"'), ("quantity", "5")), ((Target.COST, "5"),))
        assert failing(case, cost='if(sku = "A", lookup("FREIGHT", quantity), 0)') == []

    def test_a_miss_is_what_came_out(self):
        case = PriceRuleCase("half", (("quantity", "0.5"),), ((Target.COST, "5"),))
        (finding,) = failing(case, cost='lookup("FREIGHT", quantity)')
        assert finding.params == {
            "rule": "RULE", "case": "half", "expected": "cost 5", "found": "formulas.lookup_missed"
        }  # fmt: skip

    def test_a_field_that_is_set_and_not_expected_fails(self):
        case = PriceRuleCase("", (), ((Target.COST, "5"),))
        (finding,) = failing(case, cost="5", markup="5 %")
        assert finding.params["found"] == "cost 5, markup 0.05"
