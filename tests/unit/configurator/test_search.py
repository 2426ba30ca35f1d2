import pytest

from app.configurator.linear import at_most, clause
from app.configurator.network import Statements
from app.configurator.search import GaveUp, Search

A, B, C, D = 0, 2, 4, 6
NOTHING = (1, 3, 5, 7)
"""The literals of a state in which none of the four holds."""


def a_search(*linears, before=NOTHING, **changes):
    return Search(Statements(tuple(linears), 4), before, bytes([1] * 8), **changes)


def requires(left, right, source=1):
    return clause([left ^ 1, right], source)


class TestFollow:
    def test_goes_from_statement_to_statement(self):
        search = a_search(requires(A, B), requires(B, C), requires(C, D))

        assert search.follow(A)
        assert search.trail == [A, B, C, D]
        assert search.led_by() == [0, 1, 2]

    def test_ends_where_a_statement_cannot_be_met(self):
        assert not a_search(requires(A, B), clause([A ^ 1, B ^ 1], 2)).follow(A)

    def test_counts_weights(self):
        search = a_search(at_most([(A, 2), (B, 1), (C, 1)], 2, 1))

        assert search.follow(A)
        assert search.trail == [A, B ^ 1, C ^ 1]

    def test_is_undone_without_a_trace(self):
        search = a_search(requires(A, B), clause([C, D], 2))
        search.follow(A)

        search.undo(0)

        assert (search.trail, search.cost, search.broken) == ([], 0, {1})
        assert not any(search.holding)


class TestMend:
    def test_changes_nothing_where_nothing_is_broken(self):
        search = a_search(requires(A, B))

        assert search.mend(0)
        assert search.trail == []

    def test_changes_as_little_as_it_may_cost(self):
        search = a_search(clause([A, B], 1), requires(A, C), requires(C, D))

        assert search.least() == 1
        assert not search.mend(0)
        assert search.mend(1)
        assert search.holding[B]
        assert search.cost == 1

    def test_keeps_what_is_given(self):
        search = a_search(requires(A, B), before=(A, 3, 5, 7))
        search.give([B ^ 1])
        assert search.mend()
        assert search.holding[A ^ 1]

        search = a_search(requires(A, B), before=(A, 3, 5, 7))
        search.give([A, B ^ 1])
        assert not search.mend()

        search.take_back(A)
        assert search.mend()

    def test_what_nothing_can_meet_fails(self):
        assert not a_search(clause([], 1)).mend()
        assert not a_search(clause([A, B], 1), clause([A ^ 1], 2), clause([B ^ 1], 3)).mend()

    def test_gives_up_after_its_steps_and_leaves_nothing_behind(self):
        search = a_search(clause([A, B], 1), clause([C, D], 1))

        with pytest.raises(GaveUp):
            search.mend(most=1)
        assert search.trail == []


class TestWatching:
    def test_keeps_what_the_failure_stood_on_and_nothing_else(self):
        search = a_search(requires(A, B), clause([B ^ 1, C ^ 1], 2), clause([C, D], 3), watching=True)
        search.give([C])

        assert not search.follow(A)
        assert search.involved == {0, 1}
        assert search.given == {C}

    def test_keeps_what_every_way_out_failed_for(self):
        search = a_search(
            clause([A ^ 1, B, C], 1), clause([B ^ 1], 2), clause([C ^ 1], 3), clause([D, A], 4), watching=True
        )

        assert not (search.follow(A) and search.mend())
        assert search.involved == {0, 1, 2}
