from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.configurator.linear import at_most, clause, holds, negated, opposite

terms = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3)), max_size=6)


def weight(given_terms, state):
    return sum(weight for literal, weight in given_terms if state[literal >> 1] is not bool(literal & 1))


@given(terms, st.integers(-2, 8))
def test_the_simplest_form_says_the_same(given_terms, bound):
    simple = at_most(given_terms, bound, 1)

    for state in product((True, False), repeat=4):
        kept = simple is None or weight(simple.terms, state) <= simple.bound
        assert kept == (weight(given_terms, state) <= bound)
    if simple is not None:
        variables = [literal >> 1 for literal, _ in simple.terms]
        assert len(set(variables)) == len(variables)


@given(terms, st.integers(-2, 8))
def test_the_opposite_is_met_where_the_statement_is_not(given_terms, bound):
    simple = at_most(given_terms, bound, 1)
    if simple is not None:
        other = opposite(simple)
        for state in product((True, False), repeat=4):
            met = other is None or weight(other.terms, state) <= other.bound
            assert met != (weight(given_terms, state) <= bound)


def test_a_clause_says_that_one_of_its_literals_holds():
    assert set(clause([0, 3], 7).terms) == {(1, 1), (2, 1)}
    assert clause([0, 3], 7).bound == 1
    assert clause([0, 1], 7) is None
    assert clause([], 7).bound == -1


def test_literals_of_a_variable_are_neighbours():
    assert (holds(3), negated(holds(3)), negated(negated(6))) == (6, 7, 6)
