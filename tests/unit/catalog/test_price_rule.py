import pytest

from app.catalog.price_rule import (
    FIELD_KINDS,
    PriceAction,
    PriceRule,
    PriceRuleNameTaken,
    PriceRuleTargetTwice,
    PriceRuleWithoutAction,
    Summary,
    Target,
)
from tests.support.price_rules import ID, a_rule, a_sum


class TestPriceRule:
    def test_sets_fields(self):
        assert a_rule(cost="5", list_price="6").targets == {Target.COST, Target.LIST_PRICE}

    def test_that_sets_nothing_is_refused(self):
        with pytest.raises(PriceRuleWithoutAction):
            PriceRule(ID, "R", 1, ())

    def test_that_sets_a_field_twice_is_refused(self):
        with pytest.raises(PriceRuleTargetTwice):
            PriceRule(ID, "R", 1, (PriceAction(Target.COST, "1"), PriceAction(Target.COST, "2")))

    @pytest.mark.parametrize("names", [("quantity",), ("a", "a"), ("months",), ("and",)])
    def test_variables_have_names_of_their_own(self, names):
        variables = tuple(a_sum(name, Summary.COUNT) for name in names)
        with pytest.raises(PriceRuleNameTaken):
            a_rule(cost="5", variables=variables)

    def test_variables_of_one_meaning_are_one_whatever_they_are_called(self):
        assert a_sum("a", Summary.COUNT).what == a_sum("b", Summary.COUNT).what

    def test_every_target_can_be_read(self):
        assert {target.value for target in Target} <= FIELD_KINDS.keys()
