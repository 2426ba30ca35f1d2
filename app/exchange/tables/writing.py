"""One door for every table that goes out: the ending of the file's name says how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

from app.exchange.tables.atomic import write_atomically
from app.exchange.tables.csv_writing import write_csv
from app.exchange.tables.json_writing import write_json
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.xlsx_writing import write_xlsx
from app.kernel.errors import RuleViolation

ENDINGS = (".csv", ".xlsx", ".json")


class UnknownEnding(RuleViolation):
    """Nothing says how to write a file of this ending."""

    code = "exchange.unknown_ending"


def write_table(
    target: Path,
    sheet: Sheet,
    records: Iterable[Mapping[str, object]] | None = None,
    *,
    overwrite: bool = False,
) -> None:
    """Write a table as csv, xlsx or json by the ending of its name, completely or not at all.

    Args:
        target: File to write.
        sheet: What a csv or xlsx file holds, and json too unless records are given.
        records: What a json file holds where its records have parts that a table cannot show.
        overwrite: Replace a file of that name.

    Raises:
        UnknownEnding: Neither csv nor xlsx nor json.
        FileExists: There is one and `overwrite` is not set.
        FileNotWritten: The system refused.
        SheetFull: More than a worksheet holds.
    """
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise UnknownEnding(file=target.name, endings=ENDINGS)

    def write(stream: IO[bytes]) -> None:
        if ending == ".csv":
            write_csv(sheet, stream)
        elif ending == ".xlsx":
            write_xlsx(sheet, stream)
        else:
            write_json(_records(sheet) if records is None else records, stream)

    write_atomically(target, write, overwrite=overwrite)


def _records(sheet: Sheet) -> Iterable[Mapping[str, object]]:
    return (dict(zip(sheet.header, row, strict=True)) for row in sheet.rows)
