from datetime import date

import pytest

from app.company.fiscal_year import FiscalYear
from app.company.numbering import (
    DEFAULT_PATTERNS,
    DeviceRefused,
    Numbered,
    NumberPattern,
    PatternRefused,
    Series,
    counter_name,
)

MARCH = Numbered(date(2026, 3, 2), device="B")
FISCAL = Numbered(date(2026, 3, 2), FiscalYear(4))


class TestNumberPattern:
    @pytest.mark.parametrize(
        ("pattern", "number"),
        [
            ("INV-{year}-{seq:05}", "INV-2026-00007"),
            ("{seq}", "7"),
            ("{yy}{month}/{seq:3}", "2603/007"),
            ("Q-{year}-{device}{seq:04}", "Q-2026-B0007"),
            ("No. #{seq:012}", "No. #000000000007"),
        ],
    )
    def test_makes_numbers(self, pattern, number):
        assert NumberPattern(pattern).number(7, MARCH) == number

    def test_writes_a_counter_longer_than_its_padding_in_full(self):
        assert NumberPattern("A{seq:02}").number(12345, MARCH) == "A12345"

    def test_shows_the_fiscal_year_of_the_issue_date(self):
        assert NumberPattern("{year}-{yy}-{seq}").number(1, FISCAL) == "2025-25-1"

    @pytest.mark.parametrize(
        ("pattern", "reason"),
        [
            ("", "empty"),
            ("x" * 56 + "{seq}", "too_long"),
            ("INV-{year}", "no_sequence"),
            ("{seq}-{seq}", "two_sequences"),
            ("{seq:0}", "width"),
            ("{seq:13}", "width"),
            ("{year:4}-{seq}", "width"),
            ("{customer}-{seq}", "unknown_field"),
            ("{seq.__class__}", "characters"),
            ("{0}{seq}", "characters"),
            ("{{seq}}", "characters"),
            ("INV\n{seq}", "characters"),
            ("R\u202e{seq}", "characters"),
            ("<b>{seq}", "characters"),
            ("{seq!r}", "characters"),
        ],
    )
    def test_refuses_what_could_not_number_documents(self, pattern, reason):
        with pytest.raises(PatternRefused) as refusal:
            NumberPattern(pattern)

        assert refusal.value.params["reason"] == reason

    @pytest.mark.parametrize(
        ("pattern", "year"), [("INV-{year}-{seq}", 2026), ("{yy}{seq}", 2026), ("{month}{seq}", 0)]
    )
    def test_starts_its_counter_again_only_where_the_number_shows_the_year(self, pattern, year):
        assert NumberPattern(pattern).counter_year(MARCH) == year

    @pytest.mark.parametrize("device", ["", "b", "TOO-LONG-NAME", "A/B"])
    def test_refuses_a_device_that_cannot_stand_in_a_number(self, device):
        with pytest.raises(DeviceRefused):
            NumberPattern("{device}{seq}").number(1, Numbered(date(2026, 3, 2), device=device))

    def test_cares_for_the_device_only_where_it_shows_it(self):
        assert NumberPattern("{seq}").number(1, Numbered(date(2026, 3, 2), device="?")) == "1"

    def test_refuses_a_counter_below_one(self):
        with pytest.raises(ValueError, match="1"):
            NumberPattern("{seq}").number(0, MARCH)


class TestSeries:
    @pytest.mark.parametrize("series", Series)
    def test_has_a_pattern_that_can_be_used(self, series):
        assert "seq" in NumberPattern(DEFAULT_PATTERNS[series]).fields

    def test_of_quotes_counts_per_device_and_shows_it(self):
        assert counter_name(Series.QUOTE, "B") == "quote/B"
        assert counter_name(Series.INVOICE, "B") == "invoice"
        assert "device" in NumberPattern(DEFAULT_PATTERNS[Series.QUOTE]).fields
