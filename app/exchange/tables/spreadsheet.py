"""Spreadsheet files (xlsx, ods, xls) as tables; their parser is loaded when the first one comes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from app.exchange.tables.cells import Cell, Percentage, Rows, as_text, from_spreadsheet
from app.exchange.tables.files import FileEmpty
from app.exchange.tables.kinds import FileEncrypted, Kind, NotASpreadsheet
from app.exchange.tables.percent_cells import NO_PLACES, Places, percent_places
from app.exchange.tables.table import ROWS_AT_ONCE, Table, distinct_names
from app.exchange.tables.xls_guard import require_in_bounds
from app.exchange.tables.zip_guard import require_harmless
from app.kernel.errors import RuleViolation

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_PANIC = "PanicException"  # how the parser ends where it did not expect damage; it is no Exception
_PASSWORD = "password protected"


class SheetMissing(RuleViolation):
    """The workbook has no sheet of this name."""

    code = "exchange.sheet_missing"


def read_spreadsheet(
    content: bytes, kind: Kind, *, file: str, sheet: str = "", header_line: int = 0
) -> Table:
    """Return the table on one sheet.

    Args:
        content: The whole file.
        kind: What kind of spreadsheet it is.
        file: Its name for messages.
        sheet: Name of the sheet; the first that holds anything where left out.
        header_line: Row the header stands in; the first that is not blank where left out.

    Raises:
        NotASpreadsheet: Damaged.
        FileEncrypted: Behind a password.
        SpreadsheetTooHeavy: A zip bomb, or more than we take in one piece.
        SheetMissing: No sheet of this name.
        FileEmpty: No row at all.
    """
    if kind is Kind.XLS:
        require_in_bounds(content, file=file)
    else:
        require_harmless(content, kind, file=file)
    names, found = _opened(content, kind, file=file, sheet=sheet)
    header = next((row for line, row in _records(found) if line >= header_line), None) if found else None
    if found is None or header is None:
        raise FileEmpty(file=file)
    wide = distinct_names([as_text(cell) for cell in header])
    percents = percent_places(content, found.name) if kind is Kind.XLSX else NO_PLACES
    return Table(file, wide, partial(_pieces, found, header_line, percents), sheet=found.name, sheets=names)


def _opened(
    content: bytes, kind: Kind, *, file: str, sheet: str
) -> tuple[tuple[str, ...], CalamineSheet | None]:
    """Return the names of the sheets, and the one that is asked for or the first that holds anything."""
    from python_calamine import CalamineWorkbook

    with _refusals(kind, file), CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        names = tuple(book.sheet_names)
        if sheet and sheet not in names:
            raise SheetMissing(file=file, sheet=sheet, sheets=names)
        wanted = (book.get_sheet_by_name(name) for name in ([sheet] if sheet else names))
        return names, next((one for one in wanted if one.height), None)


@contextmanager
def _refusals(kind: Kind, file: str) -> Iterator[None]:
    """Raise what the parser says about a file as an error that names the file."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise FileEncrypted(file=file) from error
    except CalamineError as error:
        if _PASSWORD in str(error):
            raise FileEncrypted(file=file) from error
        raise NotASpreadsheet(file=file, found=kind.value.upper()) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise NotASpreadsheet(file=file, found=kind.value.upper()) from error


def _records(sheet: CalamineSheet, percents: Places = NO_PLACES) -> Iterator[tuple[int, list[Cell]]]:
    """Yield each row that is not blank with its number in the sheet, counted from the top."""
    left = sheet.start[1] + 1 if sheet.start else 1
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if any(value != "" for value in row):
            cells = [value if value.__class__ is str else from_spreadsheet(value) for value in row]
            for column in percents.get(number, ()):
                _show_as_percentage(cells, column - left)
            yield number, cells


def _show_as_percentage(cells: list[Cell], place: int) -> None:
    if 0 <= place < len(cells) and isinstance(number := cells[place], Decimal):
        cells[place] = Percentage.of(number)


def _pieces(sheet: CalamineSheet, header_line: int, percents: Places) -> Iterator[Rows]:
    records = (pair for pair in _records(sheet, percents) if pair[0] >= header_line)
    next(records, None)  # the header
    while taken := list(islice(records, ROWS_AT_ONCE)):
        lines, cells = map(list, zip(*taken, strict=True))
        yield Rows(lines, cells)
