from decimal import Decimal

import pytest

from app.configurator.clauses import ConditionTooWide
from app.configurator.conditions import AllOf, AnyOf, Between, Chosen, Is, Not
from app.configurator.constraints import Cardinality, Requires
from app.configurator.laying_out import network_of
from app.configurator.network import STRUCTURE
from app.configurator.rules import Alert, Filter, Selection
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number, an_option
from tests.support.configurator import a_model, a_network, codes

A = Chosen("A")


def sources(network):
    return codes(source for source in network.sources if source is not None)


class TestNetwork:
    def test_gives_every_option_and_every_cell_a_variable(self):
        network = a_network(asked=[a_choice("region", "EU", "US"), a_number("users")])

        assert network.statements.variables == 4 + 3 + 2
        assert {code: first for code, (_, first) in network.domains.items()} == {"region": 4, "users": 7}

    def test_names_a_source_for_every_limit_and_law(self):
        bundle = a_bundle(
            "PC", a_feature("Parts", an_option("A", required=True), "B", "C", minimum=1, maximum=2)
        )
        laws = [
            Requires("R", "PC", A, Chosen("B")),
            Cardinality("N", "PC", ("A", "B", "C"), minimum=1, maximum=2),
            Selection("S", "PC", A, adds=("B",), removes=("C",)),
            Filter("F", "PC", Chosen("B"), ("C",)),
            Alert("W", "PC", A),
        ]

        network = a_network(bundle, laws=laws)

        assert sources(network) == [
            "option_required",
            "feature_minimum",
            "feature_maximum",
            "requires",
            "cardinality_minimum",
            "cardinality_maximum",
            "selection_adds",
            "selection_removes",
            "filter",
        ]
        assert [law.code for law, _ in (*network.selections, *network.filters, *network.alerts)] == [
            "S",
            "F",
            "W",
        ]

    def test_a_law_of_a_nested_bundle_holds_in_each_of_them(self):
        top = a_bundle("PC", a_feature("Left", "BOX"), a_feature("Right", "BOX"))
        box = a_bundle("BOX", a_feature("Inner", "E", "F"))

        network = a_network(top, box, laws=[Requires("R", "BOX", Chosen("E"), Chosen("F"))])

        laws = [source for source in network.sources if source is not None]
        assert [law.where for law in laws] == ["Left/BOX", "Right/BOX"]

    def test_a_limit_nobody_can_break_says_nothing(self):
        network = a_network(laws=[Cardinality("N", "PC", ("A", "B"), maximum=2)])

        assert network.statements.linears == ()

    def test_a_condition_that_mixes_too_much_is_refused(self):
        pairs = tuple(
            AllOf((Chosen(f"L{n}"), Between("users", Decimal(n + 1), Decimal(n + 1)))) for n in range(14)
        )
        bundle = a_bundle("PC", a_feature("Parts", "A", *(f"L{n}" for n in range(14))))
        model = a_model(bundle, laws=[Requires("R", "PC", A, AnyOf(pairs))], asked=[a_number("users")])

        with pytest.raises(ConditionTooWide):
            network_of(model)

    def test_costs_count_options_either_way_and_what_is_told(self):
        network = a_network(asked=[a_choice("region", "EU")])

        assert list(network.costs) == [1, 1] * 4 + [1, 0] * 2


class TestStructure:
    def test_are_the_statements_that_need_no_words(self):
        top = a_bundle("PC", a_feature("Left", "BOX"))
        box = a_bundle("BOX", a_feature("Inner", "E"))
        network = a_network(top, box, asked=[a_choice("region", "EU")])

        assert {network.statements.linears[place].source for place in network.structure} == {STRUCTURE}
        assert network.with_structure([1]) == {0, 1}
        assert network.with_structure([3]) == {2, 3}

    def test_only_keeps_the_statements_asked_for(self):
        law = Requires("R", "PC", AnyOf((A, Is("region", "EU"))), Not(Chosen("B")))
        statements = a_network(laws=[law], asked=[a_choice("region", "EU")]).statements

        assert statements.only([1]).linears == statements.linears[1:2]
        assert statements.only([1]).variables == statements.variables
