from decimal import Decimal

import pytest

from app.catalog.attribute import AttributeValueRefused, AttributeValues
from app.catalog.bundle import BundleCircular
from app.configurator.conditions import AllOf, Between, Chosen, Is, Not, OneOf
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.model import (
    AskedAttribute,
    AttributeNotAsked,
    BundleMissing,
    CodeTwice,
    CountsNothing,
    OptionNotOffered,
    ValueNeverMet,
)
from app.configurator.rules import Alert, Filter, Selection, Validation
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number
from tests.support.configurator import a_model

REGION, USERS = a_choice("region", "EU", "US"), a_number("users", "1", "500")
BOX = a_bundle("BOX", a_feature("Inner", "E", "F"))
WITH_BOX = a_bundle("PC", a_feature("Parts", "A", "BOX"))
A = Chosen("A")


class TestWhatIsRefusedAtSave:
    def test_a_circle_of_bundles_with_its_way(self):
        with pytest.raises(BundleCircular) as refusal:
            a_model(WITH_BOX, a_bundle("BOX", a_feature("Inner", "PC")))
        assert refusal.value.params["path"] == "PC > BOX > PC"

    def test_a_law_for_a_bundle_that_is_not_part_of_it(self):
        with pytest.raises(BundleMissing) as refusal:
            a_model(laws=[Excludes("X", "CAR", A, A)])
        assert refusal.value.params == {"bundle": "CAR", "code": "X"}

    def test_a_code_that_stands_twice(self):
        with pytest.raises(CodeTwice) as refusal:
            a_model(laws=[Excludes("X", "PC", A, Chosen("B")), Alert("X", "PC", A)])
        assert refusal.value.params == {"code": "X"}

    @pytest.mark.parametrize(
        "law",
        [
            Requires("X", "PC", A, Not(Chosen("Z"))),
            Cardinality("X", "PC", ("A", "Z"), maximum=1),
            Validation("X", "PC", AllOf((A, Chosen("Z")))),
            Selection("X", "PC", A, adds=("Z",)),
            Selection("X", "PC", A, removes=("Z",)),
            Filter("X", "PC", A, ("Z",)),
        ],
    )
    def test_an_option_its_bundle_does_not_offer(self, law):
        with pytest.raises(OptionNotOffered) as refusal:
            a_model(laws=[law])
        assert refusal.value.params == {"sku": "Z", "code": "X", "bundle": "PC"}

    def test_an_option_only_the_bundle_around_offers(self):
        with pytest.raises(OptionNotOffered):
            a_model(WITH_BOX, BOX, laws=[Requires("X", "BOX", Chosen("E"), A)])

    def test_an_attribute_nobody_asks_for(self):
        with pytest.raises(AttributeNotAsked) as refusal:
            a_model(laws=[Requires("X", "PC", A, Is("region", "EU"))], asked=[USERS])
        assert refusal.value.params == {"attribute": "region", "code": "X"}

    @pytest.mark.parametrize(
        ("condition", "value"),
        [
            (Is("region", "CH"), "CH"),
            (OneOf("region", ("EU", "CH")), "CH"),
            (Is("users", "5"), "5"),
            (Between("users", Decimal(501)), "501"),
            (Between("users", high=Decimal(0)), "0"),
            (Between("region", Decimal(1)), "1"),
        ],
    )
    def test_a_value_its_attribute_can_never_have(self, condition, value):
        with pytest.raises(ValueNeverMet) as refusal:
            a_model(laws=[Requires("X", "PC", A, condition)], asked=[REGION, USERS])
        assert refusal.value.params["value"] == value

    @pytest.mark.parametrize("having", [Is("port", "usb"), Chosen("A")])
    def test_a_cardinality_that_counts_no_option(self, having):
        with pytest.raises(CountsNothing) as refusal:
            a_model(laws=[Cardinality("X", "PC", having=having, maximum=1)])
        assert refusal.value.params == {"constraint": "X", "bundle": "PC"}

    def test_a_default_that_is_no_value(self):
        with pytest.raises(AttributeValueRefused):
            AskedAttribute(REGION, default="CH")


class TestModel:
    def test_a_law_reaches_what_is_nested(self):
        model = a_model(WITH_BOX, BOX, laws=[Requires("X", "PC", Chosen("E"), A)])

        assert model.by_sku["BOX"] == BOX

    def test_counts_by_name_and_by_attribute(self):
        usb = AttributeValues.of({"port": "usb"})
        ports = Cardinality("X", "PC", ("A",), Is("port", "usb"), maximum=2)
        model = a_model(laws=[ports], products=(("B", usb), ("Z", usb)))

        assert model.counted(ports, frozenset("ABC")) == {"A", "B"}
