from datetime import date

import pytest

from app.company.policies import RoundingPolicy
from app.kernel.findings import Finding, Severity
from app.kernel.money import UnknownCurrency
from app.pricing.plain.values import (
    Fields,
    PlainUnreadable,
    amount_text,
    finding_of,
    finding_plain,
    fraction,
    reduced,
    units_of,
)


class TestAmounts:
    @pytest.mark.parametrize(
        ("units", "exponent", "text"),
        [(5, 2, "0.05"), (-5, 2, "-0.05"), (1234, 0, "1234"), (1234, 3, "1.234"), (0, 2, "0.00")],
    )
    def test_have_all_decimals_of_their_currency(self, units, exponent, text):
        assert amount_text(units, exponent) == text
        assert units_of(exponent)(text) == units

    def test_finer_than_the_currency_are_refused(self):
        with pytest.raises(ValueError, match=r"0\.005"):
            units_of(2)("0.005")


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
        assert self.FIELDS.choice("rounding", RoundingPolicy) is RoundingPolicy.UNIT
        assert self.FIELDS.optional("counted", fraction) is None
        assert Fields({"on": "2026-02-28"}).day("on") == date(2026, 2, 28)


class TestFindings:
    def test_come_back_with_their_facts_as_texts(self):
        finding = Finding("pricing.unknown_product", Severity.BLOCKER, "lines[1].sku", {"sku": "X"})

        assert finding_of(Fields(finding_plain(finding))) == finding


def test_what_says_nothing_is_left_out():
    assert reduced({"a": None, "b": "", "c": (), "d": False, "e": 0, "f": "0"}) == {"e": 0, "f": "0"}
