from app.configurator.linear import Linear
from app.configurator.network import Statements

STATEMENTS = Statements((Linear(((0, 2), (3, 1)), 2, 1), Linear((), -1, 2)), 2)


class TestStatements:
    def test_know_where_a_literal_weighs_in(self):
        assert STATEMENTS.occurs == [[(0, 2)], [], [], [(0, 1)]]

    def test_know_their_bounds_and_heaviest_terms(self):
        assert STATEMENTS.bounds == [2, -1]
        assert STATEMENTS.heaviest == [2, 0]
