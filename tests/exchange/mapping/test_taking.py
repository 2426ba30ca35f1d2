from datetime import date
from decimal import Decimal

import pytest

from app.exchange.mapping.mapping import Take
from app.exchange.mapping.taking import number_in, taken
from app.exchange.tables.cells import Percentage
from app.exchange.values.number_form import ENGLISH, NumberForm
from app.exchange.values.percents import read_percent

COLUMNS = {
    "a": ["x", "", "z"],
    "b": ["1", "2", ""],
    "pct": ["0.02", Decimal("0.1"), "none"],
    "day": [date(2026, 1, 2)] * 3,
}


class TestTaken:
    def test_takes_cells_as_they_are(self):
        assert taken(Take(("day",)), COLUMNS, ENGLISH) is COLUMNS["day"]

    def test_glues_what_is_not_blank(self):
        assert taken(Take(("a", "b"), "/"), COLUMNS, ENGLISH) == ["x/1", "2", "z"]

    def test_says_values_in_other_words_and_keeps_the_rest(self):
        assert taken(Take(("a",), words=(("x", "y"), ("", "n"))), COLUMNS, ENGLISH) == ["y", "n", "z"]

    def test_multiplies_numbers_exactly_and_leaves_others_to_be_refused(self):
        cells = taken(Take(("pct",), times=Decimal(100)), COLUMNS, ENGLISH)
        assert cells == [Decimal(2), Decimal(10), "none"]

    def test_multiplies_the_number_behind_a_percentage(self):
        columns = {"pct": [Percentage.of(Decimal("0.19"))]}
        assert taken(Take(("pct",), times=Decimal(100)), columns, ENGLISH) == [Decimal(19)]

    def test_what_a_person_multiplied_is_not_asked_about_again(self):
        (cell,) = taken(Take(("pct",), times=Decimal(100)), {"pct": ["0.005"]}, ENGLISH)
        assert read_percent(cell, ENGLISH) == Decimal("0.5")


class TestNumberIn:
    @pytest.mark.parametrize(
        ("cell", "form", "number"), [("0,02", NumberForm(","), "0.02"), ("1,000", ENGLISH, "1000")]
    )
    def test_reads_the_form_of_the_file(self, cell, form, number):
        assert number_in(cell, form) == Decimal(number)

    @pytest.mark.parametrize("cell", ["", "x", "1e9", date(2026, 1, 1)])
    def test_finds_none(self, cell):
        assert number_in(cell, ENGLISH) is None
