from datetime import date, datetime
from decimal import Decimal

import pytest

from app.exchange.tables.files import FileEmpty
from app.exchange.tables.kinds import Kind, NotASpreadsheet
from app.exchange.tables.spreadsheet import SheetMissing, read_spreadsheet
from app.exchange.tables.zip_guard import SpreadsheetTooHeavy
from tests.support.spreadsheets import a_workbook, an_ods_of, an_xlsx_of


def rows(table):
    return [(line, row) for piece in table.read() for line, row in zip(*piece, strict=True)]


def read(content, kind=Kind.XLSX, **choices):
    return read_spreadsheet(content, kind, file="f.xlsx", **choices)


class TestReadSpreadsheet:
    def test_gives_typed_cells_and_the_rows_of_the_sheet(self):
        table = read(
            a_workbook(["sku", "price", "from"], ["A-1", 9.95, date(2026, 1, 2)], [], ["B", True, ""])
        )
        assert (table.header, table.sheet, table.sheets) == (("sku", "price", "from"), "Prices", ("Prices",))
        assert rows(table) == [
            (2, ["A-1", Decimal("9.95"), date(2026, 1, 2)]),
            (4, ["B", "True", ""]),
        ]

    def test_finds_a_table_that_starts_further_down(self):
        table = read(a_workbook([], [], ["", "sku"], ["", "A-1"]))
        assert table.header == ("sku",)
        assert rows(table) == [(4, ["A-1"])]

    def test_starts_where_a_person_says_the_header_is(self):
        table = read(a_workbook(["Prices 2026"], ["sku"], ["A-1"]), header_line=2)
        assert (table.header, rows(table)) == (("sku",), [(3, ["A-1"])])

    def test_reads_numbers_without_binary_noise(self):
        cells = "".join(
            f'<c r="{c}2"><v>{v}</v></c>'
            for c, v in zip("ABC", ("9.9499999999999993", "0.30000000000000004", "1e999"), strict=True)
        )
        header = "".join(f'<c r="{c}1" t="inlineStr"><is><t>{c}</t></is></c>' for c in "ABC")
        table = read(an_xlsx_of(f'<row r="1">{header}</row><row r="2">{cells}</row>'))
        assert rows(table) == [(2, [Decimal("9.95"), Decimal("0.3"), "inf"])]

    def test_keeps_a_point_in_time(self):
        at = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - spreadsheets know no zone
        assert rows(read(a_workbook(["at"], [at]))) == [(2, [at])]

    def test_reads_an_ods(self):
        header = '<table:table-cell office:value-type="string"><text:p>sku</text:p></table:table-cell>'
        value = '<table:table-cell office:value-type="float" office:value="1.5"/>'
        two = "".join(f"<table:table-row>{cell}</table:table-row>" for cell in (header, value))
        assert rows(read(an_ods_of(two), Kind.ODS)) == [(2, [Decimal("1.5")])]

    def test_names_the_sheets_when_one_is_missing(self):
        with pytest.raises(SheetMissing) as refusal:
            read(a_workbook(["sku"]), sheet="Kosten")
        assert refusal.value.params == {"file": "f.xlsx", "sheet": "Kosten", "sheets": ("Prices",)}

    def test_refuses_a_workbook_of_empty_sheets(self):
        with pytest.raises(FileEmpty):
            read(a_workbook())

    def test_refuses_a_workbook_that_is_damaged_inside(self):
        with pytest.raises(NotASpreadsheet):
            read(an_xlsx_of("", **{"xl/_rels/workbook.xml.rels": b"<Relationships/>"}))

    def test_refuses_bytes_that_only_begin_like_an_old_workbook(self):
        with pytest.raises(NotASpreadsheet):
            read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Kind.XLS)

    def test_takes_a_parser_that_gives_up_for_a_damaged_file(self, monkeypatch):
        class PanicException(BaseException):
            """What the parser raises; its real class cannot be made here."""

        def panic(*_):
            raise PanicException

        monkeypatch.setattr("python_calamine.CalamineWorkbook", type("Book", (), {"from_filelike": panic}))
        with pytest.raises(NotASpreadsheet):
            read(a_workbook(["sku"]))

    def test_lets_other_ends_of_the_program_pass(self, monkeypatch):
        def stop(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("python_calamine.CalamineWorkbook", type("Book", (), {"from_filelike": stop}))
        with pytest.raises(KeyboardInterrupt):
            read(a_workbook(["sku"]))

    def test_refuses_a_bomb_before_it_is_parsed(self):
        with pytest.raises(SpreadsheetTooHeavy):
            read(
                an_xlsx_of(
                    '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>'
                )
            )
