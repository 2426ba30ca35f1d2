from decimal import Decimal

import pytest

from app.exchange.mapping.filtering import filtered, passes
from app.exchange.mapping.frames import Frame
from app.exchange.mapping.mapping import Condition, Filter
from app.exchange.values.number_form import ENGLISH

COLUMNS = {"n": ["0", "0.00", "1.5", Decimal(2), "", "x"]}


class TestPasses:
    @pytest.mark.parametrize(
        ("condition", "values", "places"),
        [
            (Condition.ABOVE, ("0",), [2, 3]),
            (Condition.AT_LEAST, ("1.5",), [2, 3]),
            (Condition.BELOW, ("1.5",), [0, 1]),
            (Condition.AT_MOST, ("1.5",), [0, 1, 2]),
            (Condition.EQUALS, ("2",), [3]),
            (Condition.DIFFERS, ("0",), [1, 2, 3, 4, 5]),
            (Condition.ONE_OF, ("0", "x"), [0, 5]),
            (Condition.FILLED, ("true",), [0, 1, 2, 3, 5]),
            (Condition.FILLED, ("false",), [4]),
        ],
    )
    def test_looks_at_each_cell(self, condition, values, places):
        kept = passes(Filter("n", condition, values), COLUMNS, ENGLISH)
        assert [place for place, passed in enumerate(kept) if passed] == places


class TestFiltered:
    def test_all_filters_must_pass(self):
        frame = Frame([2, 3, 4, 5, 6, 7], COLUMNS)
        both = [Filter("n", Condition.ABOVE, ("0",)), Filter("n", Condition.BELOW, ("2",))]
        assert filtered(frame, both, ENGLISH).lines == [4]
