import pytest

from app.catalog.price_rule import Summary
from app.formulas.faults import UnknownField, UnknownTable
from app.formulas.kinds import TEXT
from app.pricing.price_rule_compiled import Tables, faults, fields_with, ready
from tests.support.price_rules import a_rule, a_sum, a_table


class TestReady:
    def test_knows_what_each_formula_reads(self):
        rule = a_rule("R", 1, "n > 1", special_price="list_price * quantity / 1 units",
                      variables=(a_sum("n", Summary.COUNT, "", 'sku = "A"'),))  # fmt: skip
        one = ready(rule, Tables())
        assert [formula.reads for formula in one.formulas] == [("sku",), ("n",), ("list_price", "quantity")]
        assert [formula.where for formula in one.formulas] == ["variables[0]", "conditions[0]", "actions[0]"]

    def test_looks_into_the_tables_there_are(self):
        rule = a_rule(special_price='lookup("FREIGHT", quantity)')
        assert ready(rule, Tables([a_table()])).actions[0][1].run({"quantity": (5, 1)}) == (5, 1)
        with pytest.raises(UnknownTable):
            ready(rule, Tables())

    def test_knows_the_attributes_it_is_told_of(self):
        rule = a_rule("R", 1, 'customer.segment = "A"', cost="list_price")
        assert ready(rule, Tables(), {"segment": TEXT}).conditions
        with pytest.raises(UnknownField):
            ready(rule, Tables())
        assert fields_with({"segment": TEXT})["customer.segment"] == TEXT

    def test_faults_are_none_where_it_can_be_made_ready(self):
        assert faults(a_rule(markup="5 %"), Tables()) == ()
