from dataclasses import replace

from app.configurator.conditions import ALWAYS, Chosen, Is, Not
from app.configurator.configuration import Origin
from app.configurator.defaults import started
from app.configurator.rules import Filter, Selection
from app.configurator.settling import hidden_places, settle
from tests.support.catalog import a_bundle, a_choice, a_feature, an_option
from tests.support.configurator import a_network, configured

A, B, C = map(Chosen, "ABC")
ADDS_B = Selection("ADDS-B", "PC", A, adds=("B",))


def settled(*laws, of=(), bundles=(), **values):
    return settle(
        a_network(*bundles, laws=laws, asked=[a_choice("region", "EU", "US")]), configured(*of, **values)
    )


def skus(result):
    return [choice.place[-1] for choice in result.configuration.choices]


class TestSettle:
    def test_adds_and_says_which_rule_did(self):
        result = settled(ADDS_B, of=["A"])

        assert skus(result) == ["A", "B"]
        assert result.added == ((("Parts", "B"), "ADDS-B"),)
        assert result.configuration.at(("Parts", "B")).origin is Origin.RULE

    def test_removes_and_says_which_rule_did(self):
        result = settled(
            Selection("NO-B", "PC", Is("region", "EU"), removes=("B",)), of=["A", "B"], region="EU"
        )

        assert skus(result) == ["A"]
        assert result.removed == ((("Parts", "B"), "NO-B"),)

    def test_goes_on_until_nothing_changes(self):
        chain = [Selection("2", "PC", C, adds=("D",)), Selection("1", "PC", B, adds=("C",)), ADDS_B]

        assert skus(settled(*chain, of=["A"])) == ["A", "B", "C", "D"]

    def test_what_a_rule_added_leaves_with_it_and_what_a_person_chose_stays(self):
        network = a_network(laws=[ADDS_B])
        with_rule = settle(network, configured("A")).configuration

        assert settle(network, with_rule.without(("Parts", "A"))).configuration == configured()
        assert settle(network, configured("B")).configuration == configured("B")

    def test_adds_inside_a_bundle_with_the_bundle(self):
        bundles = (
            a_bundle("PC", a_feature("Parts", "A", "BOX")),
            a_bundle("BOX", a_feature("Inner", an_option("E", preselected=True), "F")),
        )

        assert skus(settled(Selection("F", "PC", A, adds=("F",)), of=["A"], bundles=bundles)) == [
            "A",
            "BOX",
            "E",
            "F",
        ]

    def test_adds_to_the_bundle_that_is_there(self):
        box = a_bundle("BOX", a_feature("Inner", "F"))
        bundles = (a_bundle("PC", a_feature("One", "BOX"), a_feature("Two", "BOX")), box)
        rule = Selection("F", "PC", ALWAYS, adds=("F",))

        result = settled(rule, of=[("Two", "BOX")], bundles=bundles)

        assert result.added == ((("Two", "BOX", "Inner", "F"), "F"),)

    def test_what_a_rule_chose_before_leaves_with_everything_that_hung_on_it(self):
        box = a_bundle("BOX", a_feature("Inner", "F"))
        rules = [
            Selection("F", "PC", A, adds=("F",)),
            Selection("B", "PC", Chosen("F"), adds=("B",)),
        ]
        network = a_network(a_bundle("PC", a_feature("Parts", "A", "B", "BOX")), box, laws=rules)
        before = settle(network, configured("A")).configuration

        after = settle(network, before.without(("Parts", "A")))

        assert [place[-1] for place in sorted(before.places)] == ["A", "B", "BOX", "F"]
        assert after.configuration == configured()
        assert after.loop == ()

    def test_takes_the_place_of_a_default_and_never_of_a_persons_choice(self):
        supply = a_feature("Supply", an_option("PSU-110", preselected=True), "PSU-230", minimum=1, maximum=1)
        rule = Selection("230", "PC", Is("region", "EU"), adds=("PSU-230",))
        network = a_network(a_bundle("PC", supply), laws=[rule], asked=[a_choice("region", "EU", "US")])

        by_default = settle(network, started(network).with_value("region", "EU"))
        by_person = settle(network, configured(("Supply", "PSU-110"), region="EU"))

        assert skus(by_default) == ["PSU-230"]
        assert skus(by_person) == ["PSU-110", "PSU-230"]


class TestLoops:
    def test_of_domain_section_7_are_named_by_their_rules(self):
        loop = [
            Selection("B-IN", "PC", Not(C), adds=("B",)),
            Selection("C-IN", "PC", B, adds=("C",)),
            Selection("D-IN", "PC", A, adds=("D",)),
        ]

        assert set(settled(*loop, of=["A"]).loop) == {"B-IN", "C-IN"}

    def test_a_rule_that_undoes_itself_is_named(self):
        assert settled(Selection("SELF", "PC", Not(A), adds=("A",))).loop == ("SELF",)

    def test_rules_that_come_to_rest_are_none(self):
        assert settled(ADDS_B, of=["A"]).loop == ()


class TestHiddenPlaces:
    FILTER = Filter("EU", "PC", Is("region", "EU"), ("C", "D"))

    def test_are_those_a_filter_hides_now(self):
        network = a_network(laws=[self.FILTER], asked=[a_choice("region", "EU", "US")])

        assert hidden_places(network, configured(region="EU")) == {("Parts", "C"), ("Parts", "D")}
        assert hidden_places(network, configured(region="US")) == frozenset()

    def test_are_none_inside_a_bundle_that_is_not_there(self):
        bundles = (a_bundle("PC", a_feature("Parts", "BOX")), a_bundle("BOX", a_feature("Inner", "E", "F")))
        law = replace(self.FILTER, bundle="BOX", hides=("E",))
        network = a_network(*bundles, laws=[law], asked=[a_choice("region", "EU", "US")])
        inside = ("Parts", "BOX", "Inner", "E")

        assert hidden_places(network, configured(region="EU")) == frozenset()
        assert hidden_places(network, configured("BOX", region="EU")) == {inside}
