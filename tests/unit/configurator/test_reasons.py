from decimal import Decimal

from app.configurator.cells import Span
from app.configurator.conditions import AnyOf, Between, Chosen, Is, Not
from app.configurator.constraints import Excludes, Requires
from app.configurator.reasons import why_not, why_not_value, why_nothing
from app.configurator.rules import Filter, Validation
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number
from tests.support.configurator import a_network, codes, configured

A, B, C, D = map(Chosen, "ABCD")
REGION, USERS = a_choice("region", "EU", "US"), a_number("users", "1", "500")
NOISE = [Requires(f"N{n}", "PC", D, A) for n in range(5)]


def reason(sku, *laws, of=(), **values):
    network = a_network(laws=[*NOISE, *laws], asked=[REGION, USERS])
    return why_not(network, configured(*of, **values), ("Parts", sku))


def named(found):
    return [cause.params.get("constraint") or cause.params.get("rule") for cause in found.causes]


class TestWhyNot:
    def test_is_nothing_where_the_option_is_open(self):
        assert reason("B", of=["A"]) is None

    def test_names_the_constraint_and_the_decision(self):
        found = reason("B", Excludes("X", "PC", A, B), of=["A", "C"])

        assert named(found) == ["X"]
        assert found.places == (("Parts", "A"),)

    def test_is_the_chain_from_the_option_to_the_decision(self):
        chain = [Excludes("3", "PC", D, A), Requires("2", "PC", C, D), Requires("1", "PC", B, C)]

        assert named(reason("B", *chain[::-1], of=["A"])) == ["1", "2", "3"]
        assert reason("B", *chain, of=["A"]).places == (("Parts", "A"),)

    def test_says_no_more_than_it_must(self):
        laws = [Excludes("LONG", "PC", C, A), Requires("WAY", "PC", B, C), Excludes("SHORT", "PC", B, A)]

        assert named(reason("B", *laws, of=["A"])) == ["SHORT"]

    def test_goes_through_all_alternatives(self):
        laws = [Requires("1", "PC", B, AnyOf((C, D))), Excludes("2", "PC", C, A), Excludes("3", "PC", D, A)]

        assert sorted(named(reason("B", *laws, of=["A"]))) == ["1", "2", "3"]

    def test_names_what_was_said(self):
        found = reason("B", Filter("F", "PC", Between("users", Decimal(100)), ("B",)), users=120, region="EU")

        assert named(found) == ["F"]
        assert found.values == (("users", Span(Decimal(100), Decimal(500))),)

    def test_needs_no_decision_where_the_option_is_never_open(self):
        found = reason("B", Validation("NEVER", "PC", B), of=["A"])

        assert (named(found), found.places, found.values) == (["NEVER"], (), ())

    def test_of_a_full_feature_is_the_feature_and_what_fills_it(self):
        network = a_network(a_bundle("PC", a_feature("Parts", "A", "B", "C", maximum=2)))

        found = why_not(network, configured("A", "B"), ("Parts", "C"))

        assert codes(found.causes) == ["feature_maximum"]
        assert found.places == (("Parts", "A"), ("Parts", "B"))

    def test_where_nothing_can_be_valid_is_what_contradicts_itself(self):
        found = reason("B", Validation("1", "PC", A), Validation("2", "PC", Not(A)), of=["A"])

        assert named(found) == ["1", "2"]


class TestWhyNotValue:
    def test_names_the_option_that_needs_another(self):
        network = a_network(laws=[Requires("EU-ONLY", "PC", A, Is("region", "EU"))], asked=[REGION])

        found = why_not_value(network, configured("A", region="EU"), "region", "US")

        assert named(found) == ["EU-ONLY"]
        assert (found.places, found.values) == ((("Parts", "A"),), ())
        assert why_not_value(network, configured("A"), "region", "EU") is None


class TestWhyNothing:
    def test_names_what_contradicts_itself_whatever_is_chosen(self):
        laws = [*NOISE, Validation("1", "PC", A), Validation("2", "PC", Not(A))]

        assert named(why_nothing(a_network(laws=laws))) == ["1", "2"]

    def test_is_nothing_where_something_can_be_valid(self):
        assert why_nothing(a_network(laws=NOISE)) is None
