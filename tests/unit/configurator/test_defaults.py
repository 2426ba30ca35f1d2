from decimal import Decimal

from app.configurator.configuration import Choice, Origin
from app.configurator.defaults import started, with_defaults
from app.configurator.model import AskedAttribute
from tests.support.catalog import a_bundle, a_choice, a_feature, an_option
from tests.support.configurator import a_network, configured

BOX = a_bundle("BOX", a_feature("Inner", an_option("E", "3", preselected=True), "F"))
REGION = AskedAttribute(a_choice("region", "EU", "US"), default="EU")


def a_pc(**box):
    return a_bundle("PC", a_feature("Parts", an_option("A", required=True), an_option("BOX", **box), "B"))


def places(configuration):
    return sorted("/".join(choice.place) for choice in configuration.choices)


class TestStarted:
    def test_has_what_is_required_and_preselected_and_says_the_defaults(self):
        begun = started(a_network(a_pc(preselected=True), BOX, asked=[REGION]))

        assert places(begun) == ["Parts/A", "Parts/BOX", "Parts/BOX/Inner/E"]
        assert begun.at(("Parts", "BOX", "Inner", "E")) == Choice(
            ("Parts", "BOX", "Inner", "E"), Decimal(3), Origin.BUNDLE
        )
        assert begun.values.get("region") == "EU"

    def test_has_nothing_of_a_bundle_that_is_not_there(self):
        assert places(started(a_network(a_pc(), BOX))) == ["Parts/A"]


class TestWithDefaults:
    def test_brings_what_begins_inside_a_bundle(self):
        network = a_network(a_pc(), BOX)

        chosen = with_defaults(network, configured(), ("Parts", "BOX"), Origin.PERSON)

        assert places(chosen) == ["Parts/BOX", "Parts/BOX/Inner/E"]

    def test_brings_the_bundles_around_an_option(self):
        network = a_network(a_pc(), BOX)

        chosen = with_defaults(network, configured(), ("Parts", "BOX", "Inner", "F"), Origin.RULE, Decimal(2))

        assert places(chosen) == ["Parts/BOX", "Parts/BOX/Inner/E", "Parts/BOX/Inner/F"]
        assert chosen.at(("Parts", "BOX", "Inner", "F")).quantity == 2
        assert chosen.at(("Parts", "BOX")).origin is Origin.RULE

    def test_begins_nothing_where_one_is_allowed(self):
        inner = a_feature("Inner", an_option("E", preselected=True), "F", minimum=1, maximum=1)
        network = a_network(a_pc(), a_bundle("BOX", inner))

        chosen = with_defaults(network, configured(), ("Parts", "BOX", "Inner", "F"), Origin.PERSON)

        assert places(chosen) == ["Parts/BOX", "Parts/BOX/Inner/F"]
