import io
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from app.exchange.tables.files import SourceFile
from app.exchange.tables.percent_cells import is_percentage, percent_places
from app.exchange.tables.reading import table_of
from tests.support.spreadsheets import a_workbook, an_xlsx_of


def a_sheet(write, name="Prices", before=()):
    """Return a workbook whose sheet is written by a function that is given the sheet and a format by code."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for other in before:
            book.add_worksheet(other).write(0, 0, 0.5, book.add_format({"num_format": "0%"}))
        write(book.add_worksheet(name), lambda code: book.add_format({"num_format": code}))
    return stream.getvalue()


def rows(content):
    table = table_of(SourceFile("f.xlsx", Path(), content))
    return [list(row) for piece in table.read() for row in piece.cells]


class TestPercentCells:
    @pytest.mark.parametrize(
        ("code", "number", "shown"),
        [
            ("0%", 0.19, "19%"),
            ("0.00%", 0.077, "7.7%"),
            ("0.0 %", 0.055, "5.5%"),
            ("[Red]0.000%;-0.000%", 1, "100%"),
            ("0%", 0.005, "0.5%"),
        ],
    )
    def test_are_read_as_the_sheet_shows_them(self, code, number, shown):
        def write(page, form):
            page.write_row(0, 0, ["sku", "tax"])
            page.write_row(1, 0, ["A"])
            page.write_number(1, 1, number, form(code))

        assert rows(a_sheet(write)) == [["A", shown]]

    @pytest.mark.parametrize("code", ["0.00", "@", '0.00"%"', r"0.00\%", "General"])
    def test_are_not_those_that_only_look_so(self, code):
        def write(page, form):
            page.write_row(0, 0, ["tax"])
            page.write_number(1, 0, 0.19, form(code))

        assert rows(a_sheet(write)) == [[Decimal("0.19")]]

    def test_are_found_in_a_table_that_begins_further_down_and_right(self):
        def write(page, form):
            page.write_row(3, 2, ["sku", "tax", "price"])
            page.write_row(4, 2, ["A"])
            page.write_number(4, 3, 0.19, form("0%"))
            page.write_number(4, 4, 0.19)

        assert rows(a_sheet(write)) == [["A", "19%", Decimal("0.19")]]

    def test_are_those_of_the_sheet_that_is_asked_for(self):
        def write(page, form):
            page.write_row(0, 0, ["tax"])
            page.write_number(1, 0, 0.19, form("0%"))

        content = a_sheet(write, name="Zweites Blatt & mehr", before=["First"])
        assert percent_places(content, "First") == {1: {1}}
        assert percent_places(content, "Zweites Blatt & mehr") == {2: {1}}
        assert percent_places(content, "Third") == {}

    def test_leave_texts_in_such_a_format_alone(self):
        def write(page, form):
            page.write_row(0, 0, ["tax"], form("0%"))
            page.write_string(1, 0, "reduced", form("0%"))

        assert rows(a_sheet(write)) == [["reduced"]]

    def test_are_counted_where_cells_do_not_say_their_place(self):
        cells = '<c r="B1"><v>1</v></c><c s="1"><v>0.19</v></c><c><v>1</v></c>'
        styles = (
            '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
        )
        rows_of = f"<row>{cells}</row><row><c s='1'><v>0.05</v></c></row>"
        content = an_xlsx_of(rows_of, **{"xl/styles.xml": styles.encode()})
        assert percent_places(content, "S") == {1: {3}, 2: {1}}

    @pytest.mark.parametrize(
        "styles",
        [
            b"no xml at all",
            b"<styleSheet",
            b'<!DOCTYPE x [<!ENTITY a "b">]><styleSheet>&a;</styleSheet>',
            b'<?xml version="1.0" encoding="nobody-knows"?><styleSheet/>',
            b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b'<numFmts><numFmt numFmtId="x" formatCode="0%"/></numFmts></styleSheet>',
        ],
    )
    def test_are_none_where_the_styles_say_nothing_readable(self, styles):
        content = an_xlsx_of('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', **{"xl/styles.xml": styles})
        assert percent_places(content, "S") == {}

    def test_are_none_in_a_workbook_without_styles(self):
        assert percent_places(an_xlsx_of('<row r="1"><c r="A1"><v>1</v></c></row>'), "S") == {}
        assert percent_places(a_workbook(["tax"], [0.19]), "Prices") == {}


@pytest.mark.parametrize("code", ["0%", "0.0%;[Red]-0.0%", '"Rate "0%', "# ##0 %"])
def test_a_format_with_the_sign_multiplies(code):
    assert is_percentage(code)
