from decimal import Decimal

import pytest

from app.configurator.conditions import AllOf, Between, Chosen, Is, Not
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.debugging import faults
from app.configurator.rules import Alert, Filter, Selection, Validation
from app.kernel.findings import Severity
from tests.support.catalog import a_choice, a_number
from tests.support.configurator import a_model, codes

A, B, C, D = map(Chosen, "ABCD")
REGION, USERS = a_choice("region", "EU", "US"), a_number("users", "1", "500")


def found(*laws):
    return faults(a_model(laws=laws, asked=[REGION, USERS]))


def test_a_sound_model_has_none():
    laws = [
        Requires("R", "PC", A, B),
        Excludes("X", "PC", C, D),
        Cardinality("N", "PC", ("A", "B", "C"), maximum=2),
        Selection("S", "PC", AllOf((C, Is("region", "EU"))), adds=("B",)),
        Filter("F", "PC", Is("region", "US"), ("D",)),
        Alert("W", "PC", Between("users", Decimal(100))),
    ]
    assert found(*laws) == ()


class TestBlockers:
    def test_of_domain_section_7_rules_that_loop_after_a_choice(self):
        loop = [Selection("IN", "PC", AllOf((A, Not(C))), adds=("B",)), Selection("ON", "PC", B, adds=("C",))]

        finding = found(*loop)[0]

        assert (finding.code, finding.severity) == ("configurator.rules_loop", Severity.BLOCKER)
        assert set(finding.params["rules"]) == {"IN", "ON"}

    def test_a_model_in_which_nothing_can_be_valid_names_what_contradicts(self):
        (finding,) = found(Validation("1", "PC", A), Validation("2", "PC", Not(A)), Alert("3", "PC", B))

        assert finding.code == "configurator.never_valid"
        assert finding.params == {"laws": ("1", "2")}


class TestWarnings:
    def test_an_option_that_can_never_be_chosen_names_why(self):
        finding = found(Requires("1", "PC", A, B), Excludes("2", "PC", A, B))[0]

        assert (finding.code, finding.where) == ("configurator.never_open", "Parts/A")
        assert finding.params == {"option": "A", "laws": ("1", "2")}

    @pytest.mark.parametrize(
        "idle",
        [
            Requires("IDLE", "PC", A, A),
            Requires("IDLE", "PC", A, C),
            Excludes("IDLE", "PC", A, D),
            Cardinality("IDLE", "PC", ("A", "D"), maximum=1),
            Validation("IDLE", "PC", AllOf((Is("region", "EU"), Is("region", "US")))),
            Alert("IDLE", "PC", AllOf((A, Not(B)))),
            Selection("IDLE", "PC", A, removes=("D",)),
            Filter("IDLE", "PC", A, ("D",)),
        ],
    )
    def test_of_domain_section_7_a_law_that_never_speaks(self, idle):
        laws = [Requires("1", "PC", A, B), Requires("2", "PC", B, C), Excludes("3", "PC", B, D)]

        (finding,) = found(*laws, idle)

        assert codes([finding]) == ["law_idle"]
        assert finding.params == {"law": "IDLE"}

    def test_two_laws_that_say_the_same_are_both_named(self):
        assert codes(found(Excludes("1", "PC", A, B), Excludes("2", "PC", B, A))) == ["law_idle", "law_idle"]
