from datetime import date, datetime, time
from decimal import Decimal

import pytest

from app.exchange.tables.cells import Percentage, as_text, from_spreadsheet


class TestFromSpreadsheet:
    @pytest.mark.parametrize(
        ("binary", "exact"),
        [
            (9.95, "9.95"),
            (0.1, "0.1"),
            (1234567.891, "1234567.891"),
            (-0.005, "-0.005"),
            (0.1 + 0.2, "0.3"),
            (1.1 * 1.1, "1.21"),
            (38.5434 * 100, "3854.34"),
        ],
    )
    def test_takes_the_decimal_a_person_sees(self, binary, exact):
        assert from_spreadsheet(binary) == Decimal(exact)

    def test_keeps_the_largest_whole_numbers_a_spreadsheet_shows(self):
        assert from_spreadsheet(123456789012345.0) == Decimal(123456789012345)

    def test_leaves_what_is_no_number_for_the_checks_to_refuse(self):
        assert from_spreadsheet(float("inf")) == "inf"
        assert from_spreadsheet(float("nan")) == "nan"

    def test_reads_truth_values_as_words(self):
        assert (from_spreadsheet(True), from_spreadsheet(False)) == ("True", "False")

    def test_keeps_texts_and_dates(self):
        assert from_spreadsheet("  A ") == "  A "
        assert from_spreadsheet(date(2026, 1, 2)) == date(2026, 1, 2)

    def test_reads_a_time_of_day_and_nothing_as_text(self):
        assert from_spreadsheet(time(9, 30)) == "09:30:00"
        assert from_spreadsheet(None) == ""


class TestAsText:
    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            ("x", "x"),
            (Decimal("10115.0"), "10115"),
            (Decimal("1E+3"), "1000"),
            (Decimal("1E+300"), "1E+300"),
            (date(2026, 1, 2), "2026-01-02"),
            (datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"),  # noqa: DTZ001 - spreadsheets know no zone
        ],
    )
    def test_reads_as_a_person_would(self, cell, text):
        assert as_text(cell) == text


class TestPercentage:
    def test_reads_as_its_sheet_shows_it_and_knows_its_number(self):
        cell = Percentage.of(Decimal("0.055"))
        assert (as_text(cell), cell.points, cell.number) == ("5.5%", Decimal("5.5"), Decimal("0.055"))
