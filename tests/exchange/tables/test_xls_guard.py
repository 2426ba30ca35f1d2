import struct

import pytest

from app.exchange.tables.kinds import FileEncrypted, Kind, NotASpreadsheet, kind_of
from app.exchange.tables.xls_guard import require_in_bounds
from tests.support.spreadsheets import an_ole, an_xls_of

BEGIN, END = (0x0809, bytes(16)), (0x000A, b"")


def a_cell(row: int, column: int) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<HHHd", row, column, 0, 1.0)


def dimensions(first_row: int, last_row: int, last_column: int) -> tuple[int, bytes]:
    return 0x0200, struct.pack("<IIHHH", first_row, last_row, 0, last_column, 0)


class TestRequireInBounds:
    @pytest.mark.parametrize("size", [4096, 1000])
    def test_lets_a_workbook_pass_up_to_its_last_corner(self, size):
        content = an_xls_of(BEGIN, dimensions(0, 65_536, 256), a_cell(65_535, 255), END, size=size)
        assert kind_of(content, file="f") is Kind.XLS
        require_in_bounds(content, file="f")

    @pytest.mark.parametrize(
        "record",
        [
            a_cell(0, 256),
            a_cell(7, 65_535),
            dimensions(0, 65_537, 1),
            dimensions(0, 1, 257),
            dimensions(9, 1, 1),
            (0x0200, struct.pack("<HHHHH", 9, 1, 0, 1, 0)),
            (0x00BD, struct.pack("<HHHIH", 0, 0, 0, 0, 300)),
        ],
    )
    def test_refuses_what_lies_where_no_cell_can(self, record):
        with pytest.raises(NotASpreadsheet) as refusal:
            require_in_bounds(an_xls_of(BEGIN, record, END), file="f.xls")
        assert refusal.value.params == {"file": "f.xls", "found": "XLS"}

    def test_looks_where_the_workbook_says_its_sheets_begin(self):
        bad = struct.pack("<HH", *(0x0203, 14)) + a_cell(0, 999)[1]
        sheet = (0x0085, struct.pack("<IHB", 2000, 0, 0))
        book = an_xls_of(BEGIN, sheet, (0x00FF, bytes(8000)), size=8192)
        at = len(book) - 8192 + 2000
        with pytest.raises(NotASpreadsheet):
            require_in_bounds(book[:at] + bad + book[at + len(bad) :], file="f")

    def test_ends_where_sheets_begin_inside_each_other(self):
        require_in_bounds(an_xls_of(BEGIN, (0x0085, struct.pack("<IHB", 0, 0, 0)), END), file="f")

    def test_says_when_a_workbook_needs_a_password(self):
        with pytest.raises(FileEncrypted):
            require_in_bounds(an_xls_of(BEGIN, (0x002F, bytes(6)), END), file="f")

    @pytest.mark.parametrize(
        "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", an_ole("WordDocument", bytes(5000))]
    )
    def test_refuses_what_is_no_workbook(self, content):
        with pytest.raises(NotASpreadsheet):
            require_in_bounds(content, file="f")
