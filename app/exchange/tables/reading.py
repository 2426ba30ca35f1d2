"""One door for every table that comes in: what kind of file it is decides who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.exchange.tables.csv_reading import read_csv
from app.exchange.tables.files import SourceFile, read_file
from app.exchange.tables.kinds import Kind, kind_of
from app.exchange.tables.spreadsheet import read_spreadsheet
from app.exchange.tables.table import Table


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose instead of what would be detected; '' and 0 leave it to detection.

    Attributes:
        encoding: Codec of a text file.
        delimiter: Sign between the fields of a text file.
        sheet: Sheet of a spreadsheet.
        header_line: Line the column names stand on.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_line: int = 0


DETECT = Choices()


def read_table(path: Path, choices: Choices = DETECT) -> Table:
    """Return the table in a csv, xlsx, ods or xls file.

    Args:
        path: File to read; its content decides what it is, not its ending.
        choices: What not to detect.

    Raises:
        AppError: Each kind of unreadable file has its own, naming the file: `FileUnreadable`, `FileEmpty`,
            `FileTooLarge`, `NotASpreadsheet`, `FileEncrypted`, `SpreadsheetTooHeavy`, `BrokenText`,
            `UnknownEncoding`, `BrokenQuotes`, `SheetMissing`.
    """
    return table_of(read_file(path), choices)


def table_of(source: SourceFile, choices: Choices = DETECT) -> Table:
    """Return the table in a file whose bytes are already read.

    Raises:
        AppError: As `read_table`.
    """
    kind = kind_of(source.content, file=source.name)
    if kind is Kind.TEXT:
        return read_csv(
            source.content,
            file=source.name,
            encoding=choices.encoding,
            delimiter=choices.delimiter,
            header_line=choices.header_line,
        )
    return read_spreadsheet(
        source.content, kind, file=source.name, sheet=choices.sheet, header_line=choices.header_line
    )
