import pytest

from app.catalog.price_rule import FIELD_KINDS, Target
from app.pricing.price_rule_facts import header_values, line_values
from tests.support.price_rules import document_facts, line_facts


class TestValues:
    def test_every_field_a_formula_may_ask_is_there_or_set_by_rules_alone(self):
        values = line_values(line_facts(), header_values(document_facts()))
        by_rules = {Target.MARKUP.value, Target.QUANTITY_MINIMUM.value}
        assert FIELD_KINDS.keys() - values.keys() == by_rules

    def test_attributes_stand_behind_the_customer(self):
        facts = document_facts(attributes={"segment": "public"})
        assert header_values(facts)["customer.segment"] == "public"

    @pytest.mark.parametrize(("days", "value"), [(None, None), (30, (30, 1))])
    def test_days_are_exact(self, days, value):
        assert line_values(line_facts(term_days=days), {})["term_days"] == value
