from decimal import Decimal

from app.configurator.configuration import Choice
from tests.support.configurator import configured

INSIDE = ("Parts", "BOX", "Inner", "E")


class TestConfiguration:
    def test_is_the_same_in_whatever_order_it_was_made(self):
        assert configured("B", "A") == configured("A").with_choices(Choice(("Parts", "B"), Decimal(1)))

    def test_a_choice_replaces_the_one_at_its_place(self):
        two = configured("A").with_choices(Choice(("Parts", "A"), Decimal(2)))

        assert two.at(("Parts", "A")).quantity == 2
        assert len(two.choices) == 1

    def test_without_a_bundle_is_without_what_lies_inside(self):
        assert configured("A", "BOX", INSIDE).without(("Parts", "BOX")) == configured("A")

    def test_says_one_thing_of_an_attribute(self):
        said = configured().with_value("region", "EU").with_value("region", "US")

        assert said == configured(region="US")
        assert said.with_value("region", None) == configured()
