from decimal import Decimal

from app.configurator.configuration import Choice, Origin
from app.configurator.state import decided, replaced_by, state_of
from tests.support.catalog import a_bundle, a_choice, a_feature
from tests.support.configurator import a_network, configured

REGION = a_choice("region", "EU", "US")
COLOURS = a_bundle("PC", a_feature("Colour", "RED", "BOX", maximum=1), a_feature("Parts", "A"))
BOX = a_bundle("BOX", a_feature("Inner", "E", "F"))
RED, INSIDE, PART = 0, (4, 6), 8


class TestStateOf:
    def test_says_of_every_variable_whether_it_holds(self):
        network = a_network(asked=[REGION])

        assert state_of(network, configured("B", region="US")) == [1, 2, 5, 7, 9, 11, 12]

    def test_passes_over_what_is_not_offered_any_more(self):
        network = a_network(asked=[REGION])

        assert state_of(network, configured("Z", region="CH", voltage="110")) == [1, 3, 5, 7, 8, 11, 13]


class TestDecided:
    def test_is_what_the_person_chose_and_said_and_not_what_rules_chose(self):
        network = a_network(asked=[REGION])
        by_rule = Choice(("Parts", "B"), Decimal(1), Origin.RULE)

        assert decided(network, configured("A", "Z", region="EU").with_choices(by_rule)) == (0, 10)
        assert decided(network, configured()) == ()


class TestReplacedBy:
    def test_a_choice_takes_the_place_of_the_other_where_one_is_allowed(self):
        network = a_network(COLOURS, BOX)

        assert replaced_by(network, RED) == {2, *INSIDE}
        assert replaced_by(network, 2) == {RED}
        assert replaced_by(network, INSIDE[0]) == frozenset()

    def test_a_value_takes_the_place_of_the_others(self):
        network = a_network(asked=[REGION])

        assert replaced_by(network, 10) == {8, 12}
