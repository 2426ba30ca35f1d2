"""csv as every spreadsheet reads it: UTF-8 with mark, commas, CRLF, ISO dates, decimal points."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import IO

from app.exchange.tables.cells import FALSE, TRUE, OutCell
from app.exchange.tables.formula_guard import guarded
from app.exchange.tables.sheet import Sheet
from app.kernel.exact import plain


def write_csv(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write the sheet; texts that would compute are guarded, numbers stay numbers."""
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in sheet.header])
    writer.writerows(map(_written_row, sheet.rows))
    text.flush()
    text.detach()


def unmistakable(number: Decimal | int) -> str:
    """Return the number with a point that nobody takes for a thousands sign: 1.234 is written 1.2340."""
    text = plain(Decimal(number))
    whole, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == 3 and whole.lstrip("-") != "0" else text


def _written_row(row: Sequence[OutCell]) -> list[str]:
    return [_written(cell) for cell in row]


def _written(cell: OutCell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return TRUE if cell else FALSE
    if isinstance(cell, Decimal | int):
        return unmistakable(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat()
