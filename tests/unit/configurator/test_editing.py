from decimal import Decimal

import pytest

from app.catalog.attribute import AttributeValueRefused
from app.configurator.cells import OTHER_TEXT, Span
from app.configurator.configuration import Origin
from app.configurator.editing import AttributeUnknown, PlaceUnknown, apply, choose, take_out, tell
from app.configurator.solver import Change
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number, a_text
from tests.support.configurator import a_network, configured

RED, BLUE = ("Colour", "RED"), ("Colour", "BLUE")
NETWORK = a_network(
    a_bundle("PC", a_feature("Colour", "RED", "BLUE", minimum=1, maximum=1), a_feature("Parts", "A", "B")),
    asked=[a_choice("region", "EU", "US"), a_number("users", "1", "500"), a_text("colour")],
)


class TestChoose:
    def test_of_domain_section_7_takes_the_place_of_the_other_where_min_and_max_are_1(self):
        assert choose(NETWORK, configured(RED, "A"), BLUE) == configured(BLUE, "A")

    def test_changes_the_quantity_of_what_is_chosen_and_nothing_else(self):
        two = choose(NETWORK, configured("A"), ("Parts", "A"), Decimal(2))

        assert two.at(("Parts", "A")).quantity == 2
        assert choose(NETWORK, two, ("Parts", "A")) == two

    def test_makes_what_a_rule_chose_the_persons_own(self):
        chosen = choose(NETWORK, configured("A"), ("Parts", "A"))

        assert chosen.choices[0].origin is Origin.PERSON

    def test_what_is_not_offered_is_refused_by_name(self):
        with pytest.raises(PlaceUnknown) as refusal:
            choose(NETWORK, configured(), ("Parts", "Z"))
        assert refusal.value.params == {"place": "Parts/Z", "bundle": "PC"}


class TestTakeOut:
    def test_leaves_the_rest(self):
        assert take_out(NETWORK, configured("A", "B"), ("Parts", "A")) == configured("B")

    def test_takes_out_what_is_no_longer_offered(self):
        assert take_out(NETWORK, configured("Z"), ("Parts", "Z")) == configured()

    def test_what_was_never_there_is_refused(self):
        with pytest.raises(PlaceUnknown):
            take_out(NETWORK, configured(), ("Parts", "Z"))


class TestTell:
    def test_sets_and_takes_back(self):
        said = tell(NETWORK, configured(), "users", Decimal(5))

        assert said == configured(users=5)
        assert tell(NETWORK, said, "users", None) == configured()

    def test_what_is_not_asked_or_no_value_is_refused(self):
        with pytest.raises(AttributeUnknown):
            tell(NETWORK, configured(), "voltage", "230")
        with pytest.raises(AttributeValueRefused):
            tell(NETWORK, configured(), "users", Decimal(501))


class TestApply:
    def test_makes_the_change_and_nothing_else(self):
        tells = (("region", "EU"), ("users", Span(Decimal(10), Decimal(20))), ("colour", OTHER_TEXT))
        change = Change((BLUE,), (RED, ("Parts", "A")), tells)

        changed = apply(NETWORK, configured(RED, "A", "B", users=50), change)

        assert changed == configured(BLUE, "B", region="EU", users=20)

    def test_takes_back_what_is_not_to_be_said(self):
        assert apply(NETWORK, configured(region="EU"), Change(tells=(("region", None),))) == configured()
