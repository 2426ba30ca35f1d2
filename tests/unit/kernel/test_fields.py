from datetime import date
from enum import StrEnum

import pytest

from app.kernel.fields import Fields, PlainUnreadable, percent_text, reduced
from app.kernel.money import UnknownCurrency
from app.kernel.percent import Percent


class Rounding(StrEnum):
    UNIT = "unit"
    LINE = "line"


class TestFields:
    FIELDS = Fields(
        {"lines": [{"quantity": "1e9", "sku": 7, "key": "1"}], "rounding": "unit", "on": "2026-02-30"}
    )

    def test_a_fault_names_its_place(self):
        line = next(self.FIELDS.objects("lines"))

        for read, where in [
            (lambda: line.number("quantity"), "lines[0].quantity"),
            (lambda: line.text("sku"), "lines[0].sku"),
            (lambda: line.text("unit"), "lines[0].unit"),
            (lambda: self.FIELDS.day("on"), "on"),
            (lambda: Fields([], "x"), "x"),
        ]:
            with pytest.raises(PlainUnreadable) as refused:
                read()
            assert refused.value.params["where"] == where

    def test_what_a_value_itself_refuses_names_the_object(self):
        def refuse():
            raise UnknownCurrency(currency="XXX")

        with pytest.raises(PlainUnreadable) as refused:
            next(self.FIELDS.objects("lines")).build(refuse)
        assert refused.value.params == {
            "where": "lines[0]",
            "value": "money.unknown_currency",
            "expected": "valid",
        }

    def test_what_is_left_out_has_its_default(self):
        assert self.FIELDS.text("book", "LIST") == "LIST"
        assert self.FIELDS.choice("rounding", Rounding) is Rounding.UNIT
        assert self.FIELDS.optional("counted", str) is None
        assert Fields({"on": "2026-02-28"}).day("on") == date(2026, 2, 28)


def test_what_says_nothing_is_left_out():
    assert reduced({"a": None, "b": "", "c": (), "d": False, "e": 0, "f": "0"}) == {"e": 0, "f": "0"}


def test_a_percent_is_written_in_points():
    assert percent_text(Percent.of_points(5)) == "5"
    assert percent_text(Fields({"discount": "12.50"}).percent("discount")) == "12.5"
