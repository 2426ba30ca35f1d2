from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.attribute import (
    NOTHING_KNOWN,
    AttributeChoicesRefused,
    AttributeLimitsRefused,
    AttributeValueRefused,
    AttributeValues,
)
from tests.support.catalog import a_choice, a_number, a_text, a_yes_no

REGION = a_choice("region", "EU", "US")
USERS = a_number("users", "1", "500")


class TestWhatIsRefusedAtSave:
    @pytest.mark.parametrize("choices", [(), ("EU", "EU")])
    def test_a_choice_without_choices_or_with_one_twice(self, choices):
        with pytest.raises(AttributeChoicesRefused) as refusal:
            a_choice("region", *choices)
        assert refusal.value.params == {"attribute": "region"}

    def test_choices_of_a_number(self):
        with pytest.raises(AttributeChoicesRefused):
            replace(USERS, choices=REGION.choices)

    @pytest.mark.parametrize("change", [{"low": Decimal(501)}, {"decimals": -1}, {"decimals": 7}])
    def test_limits_that_exclude_every_number(self, change):
        with pytest.raises(AttributeLimitsRefused):
            replace(USERS, **change)

    def test_limits_of_what_is_no_number(self):
        with pytest.raises(AttributeLimitsRefused):
            replace(REGION, low=Decimal(1))


class TestAccepts:
    @pytest.mark.parametrize(
        ("attribute", "value"),
        [
            (REGION, "EU"),
            (USERS, Decimal(1)),
            (USERS, Decimal("500.0")),
            (a_number("weight", decimals=2), Decimal("-0.25")),
            (a_yes_no("outdoor"), False),
            (a_text("colour"), "RAL 9010"),
        ],
    )
    def test_what_it_can_have(self, attribute, value):
        assert attribute.accepts(value)
        assert attribute.checked(value) == value

    @pytest.mark.parametrize(
        ("attribute", "value"),
        [
            (REGION, "CH"),
            (REGION, True),
            (USERS, Decimal(0)),
            (USERS, Decimal(501)),
            (USERS, Decimal("1.5")),
            (USERS, Decimal("NaN")),
            (USERS, "7"),
            (a_yes_no("outdoor"), "yes"),
            (a_text("colour"), ""),
            (a_text("colour"), Decimal(1)),
        ],
    )
    def test_nothing_else(self, attribute, value):
        with pytest.raises(AttributeValueRefused) as refusal:
            attribute.checked(value)
        assert refusal.value.params["attribute"] == attribute.code


class TestValues:
    def test_are_equal_however_they_were_given(self):
        assert AttributeValues.of({"b": True, "a": "x"}) == NOTHING_KNOWN.with_value("a", "x").with_value(
            "b", True
        )

    def test_know_one_value_of_each(self):
        values = AttributeValues.of({"region": "EU"}).with_value("region", "US")

        assert values.get("region") == "US"
        assert values.get("users") is None
        assert values.with_value("region", None) == NOTHING_KNOWN
