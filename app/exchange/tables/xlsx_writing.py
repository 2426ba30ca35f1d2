"""Excel workbooks where every text is typed as text, so that nothing in it is computed or followed."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import IO, Any

from app.exchange.tables.cells import SPREADSHEET_DIGITS, OutCell
from app.exchange.tables.sheet import Sheet
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain

MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
_NARROW, _WIDE = 10, 40
_TITLE = 31
_FIRST_YEAR = 1901  # the calendar of spreadsheets starts in 1900, with a leap day that was none
_NOT_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


class SheetFull(RuleViolation):
    """More rows than a worksheet holds, or a text longer than a cell; csv has no such limit."""

    code = "exchange.sheet_full"


def write_xlsx(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write the sheet as a workbook with a frozen header.

    Numbers show as many decimals as they were given with: an amount all of its currency's. Those of more than
    15 digits are written as text, because a spreadsheet would round them.

    Raises:
        SheetFull: More rows than a worksheet holds, or a text longer than a cell.
    """
    import xlsxwriter

    whole = io.BytesIO()  # packed it is small; a full disk then fails here and not inside the library
    with xlsxwriter.Workbook(whole, _OPTIONS) as book:
        _fill(book, sheet)
    stream.write(whole.getbuffer())


def _fill(book: Any, sheet: Sheet) -> None:  # noqa: ANN401 - untyped library
    page = book.add_worksheet(sheet.name.translate(_NOT_IN_TITLE)[:_TITLE] or None)
    formats = _Formats(book)
    heading = book.add_format({"bold": True})
    page.freeze_panes(1, 0)
    for column, name in enumerate(sheet.header):
        page.set_column(column, column, min(max(len(name) + 2, _NARROW), _WIDE))
        page.write_string(0, column, name, heading)
    for number, row in enumerate(sheet.rows, start=1):
        if number >= MOST_ROWS:
            raise SheetFull(rows=MOST_ROWS, longest=LONGEST_TEXT)
        for column, cell in enumerate(row):
            _write(page, (number, column), cell, formats)


def _write(page: Any, place: tuple[int, int], cell: OutCell, formats: _Formats) -> None:  # noqa: ANN401 - untyped library
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        if len(cell) > LONGEST_TEXT:
            raise SheetFull(rows=MOST_ROWS, longest=LONGEST_TEXT)
        page.write_string(*place, cell)
    elif isinstance(cell, bool):
        page.write_boolean(*place, cell)
    elif isinstance(cell, Decimal | int):
        _write_number(page, place, Decimal(cell), formats)
    elif cell.year < _FIRST_YEAR:
        page.write_string(*place, cell.isoformat())
    elif isinstance(cell, datetime):
        page.write_datetime(*place, cell.replace(tzinfo=None), formats.instant)
    else:
        page.write_datetime(*place, cell)


def _write_number(page: Any, place: tuple[int, int], number: Decimal, formats: _Formats) -> None:  # noqa: ANN401 - untyped library
    if len(number.normalize().as_tuple().digits) > SPREADSHEET_DIGITS:
        page.write_string(*place, plain(number))
    else:
        exponent = number.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) else 0
        page.write_number(*place, number, formats.of_decimals(decimals) if decimals > 0 else None)


class _Formats:
    """The formats of one book, each made once."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - untyped library
        self._book = book
        self._by_decimals: dict[int, Any] = {}
        self.instant = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def of_decimals(self, count: int) -> Any:  # noqa: ANN401 - untyped library
        """Return the format that shows so many decimals."""
        if count not in self._by_decimals:
            self._by_decimals[count] = self._book.add_format({"num_format": f"0.{'0' * count}"})
        return self._by_decimals[count]
