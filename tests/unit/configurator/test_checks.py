from decimal import Decimal

from app.catalog.texts import Texts
from app.configurator.checks import findings, office_message
from app.configurator.conditions import Chosen, Not
from app.configurator.configuration import Choice
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.model import AskedAttribute
from app.configurator.rules import Alert, Filter, Selection, Validation
from app.i18n.messages import sentence
from app.kernel.findings import Severity, blockers
from tests.support.catalog import a_bundle, a_choice, a_feature, an_option
from tests.support.configurator import a_network, codes, configured

A, B = Chosen("A"), Chosen("B")
REGION = a_choice("region", "EU", "US")


def found(*laws, of=(), bundles=(), asked=(), **values):
    return findings(a_network(*bundles, laws=laws, asked=asked), configured(*of, **values))


class TestFindings:
    def test_a_valid_configuration_has_none(self):
        assert found(Requires("R", "PC", A, B), of=["A", "B"]) == ()

    def test_of_domain_section_7_mutually_exclusive_options(self):
        colours = a_bundle("PC", a_feature("Colour", "RED", "BLUE", minimum=1, maximum=1))

        both = found(bundles=[colours], of=[("Colour", "RED"), ("Colour", "BLUE")])
        neither = found(bundles=[colours])

        assert codes(both) == ["feature_maximum"]
        assert codes(neither) == ["feature_minimum"]
        assert both[0].where == "Colour"
        assert sentence(neither[0], "en") == "“Colour” needs 1 at least. Choose from its options."

    def test_limits_of_a_nested_bundle_count_only_where_it_is(self):
        bundles = (
            a_bundle("PC", a_feature("Parts", "BOX")),
            a_bundle("BOX", a_feature("Inner", "E", "F", minimum=1)),
        )

        assert found(bundles=bundles) == ()
        assert [one.where for one in found(bundles=bundles, of=["BOX"])] == ["Parts/BOX/Inner"]

    def test_a_constraint_says_its_code_and_what_it_is_about(self):
        (requires,) = found(Requires("CABLE", "PC", A, B), of=["A"])
        (excludes,) = found(Excludes("EITHER", "PC", A, B), of=["A", "B"])

        assert sentence(requires, "en") == "“CABLE”: A needs B. Add what is missing, or change A."
        assert sentence(excludes, "en").startswith("“EITHER” does not allow A together with B.")

    def test_a_cardinality_says_which_limit_is_broken(self):
        law = Cardinality("TWO", "PC", ("A", "B", "C"), minimum=2, maximum=2)

        assert codes(found(law, of=["A"])) == ["cardinality_minimum"]
        assert codes(found(law, of=["A", "B", "C"])) == ["cardinality_maximum"]

    def test_a_validation_blocks_and_an_alert_warns_with_the_offices_words(self):
        words = Texts.of({"en": "Too hot."})
        network = a_network(laws=[Validation("STOP", "PC", A, words), Alert("LOOK", "PC", A)])

        stop, look = findings(network, configured("A"))

        assert (stop.severity, look.severity) == (Severity.BLOCKER, Severity.WARNING)
        assert office_message(network.model, stop) == words
        assert not office_message(network.model, look).by_language

    def test_rules_that_did_not_run_are_found(self):
        rules = [Selection("S", "PC", A, adds=("B",), removes=("C",)), Filter("F", "PC", A, ("D",))]

        assert codes(found(*rules, of=["A", "C", "D"])) == ["selection_adds", "selection_removes", "filter"]

    def test_rules_that_undo_each_other_are_named(self):
        loop = found(Selection("SELF", "PC", Not(A), adds=("A",)))[-1]

        assert (loop.code, loop.params) == ("configurator.rules_loop", {"rules": ("SELF",)})

    def test_what_must_be_said_and_what_cannot_be_said(self):
        asked = [AskedAttribute(REGION, required=True)]

        assert codes(found(asked=asked)) == ["attribute_missing"]
        assert codes(found(asked=asked, region="CH")) == ["value_refused", "attribute_missing"]
        left = found(asked=asked, region="EU", voltage="230")
        assert codes(left) == ["attribute_left"]
        assert blockers(left) == ()


class TestChoices:
    def test_an_option_that_is_no_longer_offered(self):
        (gone,) = found(of=["Z"])

        assert (gone.code, gone.where) == ("configurator.option_unknown", "Parts/Z")

    def test_a_quantity_outside_the_options_limits(self):
        network = a_network(a_bundle("PC", a_feature("Parts", an_option("A", maximum=Decimal(4)))))
        five = configured().with_choices(Choice(("Parts", "A"), Decimal(5)))

        assert codes(findings(network, five)) == ["quantity_refused"]

    def test_a_part_whose_whole_is_not_chosen(self):
        bundles = (a_bundle("PC", a_feature("Parts", "BOX")), a_bundle("BOX", a_feature("Inner", "E")))

        (finding,) = found(bundles=bundles, of=[("Parts", "BOX", "Inner", "E")])

        assert finding.code == "configurator.whole_missing"
        assert finding.params == {"option": "E", "whole": "BOX"}

    def test_a_required_option_that_was_taken_out(self):
        bundle = a_bundle("PC", a_feature("Parts", an_option("A", required=True)))

        assert codes(found(bundles=[bundle])) == ["option_required"]
