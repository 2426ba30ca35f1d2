from decimal import Decimal

import pytest

from app.catalog.attribute import AttributeValues
from app.configurator.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Between,
    Chosen,
    ConditionEmpty,
    ConditionLimitsReversed,
    ConditionTooDeep,
    Facts,
    Is,
    Not,
    OneOf,
    is_met,
    names_in,
)

FACTS = Facts(
    AttributeValues.of({"region": "EU", "users": Decimal(50), "outdoor": True, "size": "1"}), {"DISK"}
)


class TestIsMet:
    @pytest.mark.parametrize(
        "condition",
        [
            Is("region", "EU"),
            OneOf("region", ("US", "EU")),
            Between("users", Decimal(50), Decimal(50)),
            Between("users", low=Decimal(10)),
            Between("users", high=Decimal(50)),
            Chosen("DISK"),
            AllOf((Is("outdoor", True), Chosen("DISK"))),
            AnyOf((Is("outdoor", False), Chosen("DISK"))),
            Not(Chosen("CABLE")),
            ALWAYS,
        ],
    )
    def test_where_the_facts_say_so(self, condition):
        assert is_met(condition, FACTS)
        assert not is_met(Not(condition), FACTS)

    @pytest.mark.parametrize(
        "condition", [Is("voltage", "230"), OneOf("voltage", ("110", "230")), Between("voltage", Decimal(1))]
    )
    def test_never_where_nothing_is_known(self, condition):
        assert not is_met(condition, FACTS)
        assert is_met(Not(condition), FACTS)

    def test_never_where_the_kinds_differ(self):
        assert not is_met(Is("outdoor", Decimal(1)), FACTS)
        assert not is_met(OneOf("size", (Decimal(1), True)), FACTS)
        assert not is_met(Between("size", Decimal(1)), FACTS)


class TestWhatIsRefusedAtSave:
    def test_a_condition_nothing_could_meet(self):
        for make in (lambda: OneOf("region", ()), lambda: AnyOf(())):
            with pytest.raises(ConditionEmpty):
                make()

    @pytest.mark.parametrize("limits", [(None, None), (Decimal(2), Decimal(1))])
    def test_limits_that_exclude_every_number(self, limits):
        with pytest.raises(ConditionLimitsReversed) as refusal:
            Between("users", *limits)
        assert refusal.value.params == {"attribute": "users"}

    def test_more_than_eight_levels(self):
        condition = Chosen("DISK")
        for _ in range(7):
            condition = Not(condition)
        with pytest.raises(ConditionTooDeep) as refusal:
            AllOf((condition,))
        assert refusal.value.params["names"] == ("DISK",)


def test_names_in_a_condition_stand_once():
    assert names_in(AllOf((Is("region", "EU"), Not(Chosen("A")), AnyOf((Chosen("A"), Chosen("B")))))) == (
        "region",
        "A",
        "B",
    )
