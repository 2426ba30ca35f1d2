import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.exchange.tables.csv_writing import unmistakable, write_csv
from app.exchange.tables.sheet import Sheet


def written(*row, header=("a",)) -> str:
    stream = io.BytesIO()
    write_csv(Sheet("t", header, [row]), stream)
    return stream.getvalue().decode()


class TestWriteCsv:
    def test_starts_with_a_mark_and_ends_lines_as_the_standard_says(self):
        assert written("x") == "\ufeffa\r\nx\r\n"

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            (Decimal("-5.00"), "-5"),
            (Decimal("1E+3"), "1000"),
            (Decimal("12345678901234.567891"), "12345678901234.567891"),
            (-7, "-7"),
            (None, '""'),
            (True, "True"),
            (date(2026, 1, 2), "2026-01-02"),
            (datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "2026-01-02 03:04:00+00:00"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("-5", "'-5"),
            ('5" pipe, long', '"5"" pipe, long"'),
            ("one\ntwo", '"one\ntwo"'),
        ],
    )
    def test_writes_numbers_as_numbers_and_guards_texts(self, cell, text):
        assert written(cell).removeprefix("\ufeffa\r\n") == f"{text}\r\n"

    def test_guards_headings_too(self):
        assert written("x", header=("=1",)).startswith("\ufeff'=1")


class TestUnmistakable:
    @pytest.mark.parametrize(
        ("number", "text"),
        [("1.234", "1.2340"), ("-12.345", "-12.3450"), ("0.125", "0.125"), ("1234.5", "1234.5"), ("7", "7")],
    )
    def test_never_writes_a_point_that_could_part_thousands(self, number, text):
        assert unmistakable(Decimal(number)) == text
