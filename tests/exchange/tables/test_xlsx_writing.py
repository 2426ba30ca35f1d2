import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.exchange.tables.kinds import Kind
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.spreadsheet import read_spreadsheet
from app.exchange.tables.xlsx_writing import LONGEST_TEXT, SheetFull, write_xlsx


def written(*row) -> bytes:
    stream = io.BytesIO()
    write_xlsx(Sheet("a/b", tuple(f"c{n}" for n, _ in enumerate(row)), [row]), stream)
    return stream.getvalue()


def read_back(*row):
    table = read_spreadsheet(written(*row), Kind.XLSX, file="f")
    return [row for piece in table.read() for row in piece.cells]


class TestWriteXlsx:
    def test_types_every_text_as_text(self):
        book = written("=cmd|' /C calc'!A0", "http://a.example", "+1", "007", "{=1}")
        sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert read_back("=1", "+1", "007") == [["=1", "+1", "007"]]

    @pytest.mark.parametrize("number", ["0.1", "9.95", "123456789012345", "-0.000001", "38.5434", "0"])
    def test_keeps_numbers_exact(self, number):
        assert read_back(Decimal(number)) == [[Decimal(number)]]

    def test_shows_as_many_decimals_as_a_number_was_given_with(self):
        book = zipfile.ZipFile(io.BytesIO(written(Decimal("1000.00"), Decimal("1.234"), 5)))
        styles = book.read("xl/styles.xml").decode()
        assert 'formatCode="0.000"' in styles
        assert 'formatCode="0.00"' in styles

    def test_writes_longer_numbers_as_text_because_a_spreadsheet_would_round_them(self):
        assert read_back(Decimal("1234567890123.456789")) == [["1234567890123.456789"]]

    def test_keeps_dates_and_truth_values(self):
        assert read_back(date(2026, 1, 2), True, 5) == [[date(2026, 1, 2), "True", 5]]

    def test_writes_dates_before_its_calendar_as_text(self):
        assert read_back(date(1899, 12, 31)) == [["1899-12-31"]]

    def test_writes_an_instant_in_its_own_zone(self):
        at = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
        assert read_back(at) == [[at.replace(tzinfo=None)]]

    def test_leaves_blank_cells_out(self):
        assert read_back("a", None, "", "b") == [["a", "", "", "b"]]

    def test_refuses_a_text_no_cell_holds(self):
        assert read_back("x" * LONGEST_TEXT) == [["x" * LONGEST_TEXT]]
        with pytest.raises(SheetFull):
            written("x" * (LONGEST_TEXT + 1))

    def test_says_what_the_system_said_when_it_cannot_be_written(self):
        class Full(io.BytesIO):
            def write(self, _data):
                raise OSError(28, "No space left on device")

        with pytest.raises(OSError, match="No space left"):
            write_xlsx(Sheet("t", ("a",), [("x",)]), Full())
