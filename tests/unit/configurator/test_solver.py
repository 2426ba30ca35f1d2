from decimal import Decimal

from app.configurator.cells import Span
from app.configurator.conditions import AllOf, AnyOf, Between, Chosen, Is, Not
from app.configurator.configuration import Choice, Origin
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.rules import Filter, Validation
from app.configurator.solver import Change, open_choices, smallest_change
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number
from tests.support.configurator import a_network, configured

A, B, C, D = map(Chosen, "ABCD")
REGION, USERS = a_choice("region", "EU", "US"), a_number("users", "1", "500")
COLOURS = a_bundle(
    "PC", a_feature("Colour", "RED", "BLUE", minimum=1, maximum=1), a_feature("Parts", "A", "B")
)


def parts(*skus):
    return tuple(("Parts", sku) for sku in skus)


def open_skus(*laws, of=(), bundles=(), asked=(REGION, USERS), **values):
    network = a_network(*bundles, laws=laws, asked=asked)
    return sorted(place[-1] for place in open_choices(network, configured(*of, **values)).options)


def change(*laws, of=(), bundles=(), asked=(REGION, USERS), **values):
    return smallest_change(a_network(*bundles, laws=laws, asked=asked), configured(*of, **values))


class TestOpenChoices:
    def test_are_all_where_nothing_speaks_against_them(self):
        assert open_skus(of=["A"]) == ["A", "B", "C", "D"]

    def test_leave_out_what_a_decision_excludes(self):
        assert open_skus(Excludes("X", "PC", A, B), of=["A"]) == ["A", "C", "D"]

    def test_follow_a_chain_of_constraints(self):
        chain = [Requires("1", "PC", B, C), Requires("2", "PC", C, D), Excludes("3", "PC", D, A)]

        assert open_skus(*chain, of=["A"]) == ["A"]
        assert open_skus(*chain) == ["A", "B", "C", "D"]

    def test_hold_what_can_still_be_completed(self):
        assert open_skus(Requires("1", "PC", B, AnyOf((C, D))), Excludes("2", "PC", C, A), of=["A"]) == [
            "A",
            "B",
            "D",
        ]

    def test_of_domain_section_7_may_take_the_place_of_the_other_where_min_and_max_are_1(self):
        laws = [Requires("1", "PC", Chosen("BLUE"), A), Excludes("2", "PC", B, Chosen("BLUE"))]

        assert open_skus(*laws, bundles=[COLOURS], of=[("Colour", "RED")]) == ["A", "B", "BLUE", "RED"]
        assert open_skus(*laws, bundles=[COLOURS], of=[("Colour", "RED"), "B"]) == ["A", "B", "RED"]

    def test_depend_on_what_was_said(self):
        laws = [
            Requires("1", "PC", A, Is("region", "EU")),
            Filter("2", "PC", Between("users", Decimal(100)), ("B",)),
        ]

        assert open_skus(*laws, region="US", users=100) == ["C", "D"]
        assert open_skus(*laws, region="US") == ["B", "C", "D"]
        assert open_skus(*laws) == ["A", "B", "C", "D"]

    def test_of_values_are_spans_that_no_condition_tells_apart(self):
        network = a_network(
            laws=[Requires("1", "PC", A, Between("users", high=Decimal(9)))], asked=[REGION, USERS]
        )

        values = open_choices(network, configured("A", users=5)).values

        assert values == {"region": ("EU", "US"), "users": (Span(Decimal(1), Decimal(9)),)}

    def test_stand_on_decisions_and_not_on_what_rules_chose(self):
        network = a_network(laws=[Excludes("X", "PC", A, B)])
        by_rule = configured().with_choices(Choice(("Parts", "A"), Decimal(1), Origin.RULE))

        assert ("Parts", "B") in open_choices(network, by_rule).options

    def test_of_contradicting_decisions_stand_on_what_the_smallest_change_keeps(self):
        laws = [Excludes("1", "PC", A, B), Excludes("2", "PC", A, C), Excludes("3", "PC", A, D)]

        assert open_skus(*laws, of=["A", "B", "C"]) == ["B", "C", "D"]

    def test_are_none_where_nothing_can_be_valid(self):
        assert open_skus(Validation("1", "PC", A), Validation("2", "PC", Not(A))) == []


class TestSmallestChange:
    def test_of_a_valid_configuration_is_none_at_all(self):
        assert change(of=["A"]) == Change()
        assert change(of=["A"]).size == 0

    def test_rather_adds_than_removes(self):
        assert change(Requires("1", "PC", A, B), of=["A"]) == Change(adds=parts("B"))

    def test_removes_where_that_is_less(self):
        laws = [Requires("1", "PC", A, AllOf((B, C)))]

        assert change(*laws, of=["A"]) == Change(removes=parts("A"))

    def test_takes_out_what_contradicts_most(self):
        laws = [Excludes("1", "PC", A, B), Excludes("2", "PC", A, C), Excludes("3", "PC", A, D)]

        assert change(*laws, of=["A", "B", "C", "D"]) == Change(removes=parts("A"))

    def test_keeps_to_counts(self):
        assert change(Cardinality("N", "PC", ("A", "B", "C"), minimum=2), of=["A"]) == Change(adds=parts("B"))
        assert change(Cardinality("N", "PC", ("A", "B", "C"), maximum=1), of=["A", "B", "C"]).size == 2

    def test_tells_an_attribute(self):
        many = Requires("1", "PC", AllOf((A, B)), Between("users", Decimal(10), Decimal(20)))

        assert change(
            many, Requires("2", "PC", AnyOf((A, B)), AllOf((A, B))), of=["A", "B"], users=5
        ) == Change(tells=(("users", Span(Decimal(10), Decimal(20))),))

    def test_chooses_in_a_feature_that_needs_one(self):
        assert change(bundles=[COLOURS]) == Change(adds=(("Colour", "RED"),))

    def test_adds_the_bundle_around_an_option(self):
        bundles = (a_bundle("PC", a_feature("Parts", "A", "BOX")), a_bundle("BOX", a_feature("Inner", "E")))
        laws = [Requires("1", "PC", A, Chosen("E")), Validation("2", "PC", Not(A))]

        found = change(*laws, bundles=bundles)

        assert found.adds == (("Parts", "A"), ("Parts", "BOX"), ("Parts", "BOX", "Inner", "E"))

    def test_is_none_where_nothing_can_be_valid(self):
        assert change(Validation("1", "PC", A), Validation("2", "PC", Not(A))) is None
