import pytest

from app.configurator.clauses import ConditionTooWide, clauses_of, either
from app.configurator.conditions import ALWAYS, AllOf, AnyOf, Chosen, Not

NUMBERS = {"A": 0, "B": 2, "C": 4}


def expand(leaf, wanted):
    return [frozenset([NUMBERS.get(leaf.sku, 2 * hash(leaf.sku)) ^ (not wanted)])]


def clauses(condition, wanted=True):
    return {tuple(sorted(clause)) for clause in clauses_of(condition, wanted, expand)}


A, B, C = map(Chosen, "ABC")


class TestClauses:
    @pytest.mark.parametrize(
        ("condition", "said"),
        [
            (AllOf((A, B)), {(0,), (2,)}),
            (AnyOf((A, B)), {(0, 2)}),
            (Not(AnyOf((A, B))), {(1,), (3,)}),
            (Not(AllOf((A, Not(B)))), {(1, 2)}),
            (AnyOf((A, AllOf((B, C)))), {(0, 2), (0, 4)}),
            (AnyOf((A, AllOf((A, B)))), {(0,)}),
            (AnyOf((A, Not(A))), set()),
            (ALWAYS, set()),
            (Not(ALWAYS), {()}),
        ],
    )
    def test_say_what_the_condition_says(self, condition, said):
        assert clauses(condition) == said
        assert clauses(Not(condition), wanted=False) == said

    def test_of_one_side_or_none_are_that_side_or_never(self):
        assert either([frozenset([0])]) == [frozenset([0])]
        assert either() == [frozenset()]

    def test_too_many_are_refused_with_what_they_are_about(self):
        pairs = tuple(AllOf((Chosen(f"L{n}"), Chosen(f"R{n}"))) for n in range(12))
        with pytest.raises(ConditionTooWide) as refusal:
            clauses_of(AnyOf(pairs), True, expand)
        assert refusal.value.params["names"][:2] == ("L0", "R0")
