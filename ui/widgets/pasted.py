"""Rows copied from a spreadsheet, and rows copied back to one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

MOST_ROWS = 10_000
MOST_CHARACTERS = 5_000_000
_FORMULA_SIGNS = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}")
_NUMBER = re.compile(r"[-+]?[\d.,'\u2019\s]+\s?[%\w\u20ac$]{0,3}")


def table_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of pasted text: tabs part columns, quoted cells may hold line breaks.

    Empty lines are left out; blanks inside cells are kept. At most 10,000 rows are read.
    """
    if not text.strip("\r\n\t "):
        return ()
    read = text[:MOST_CHARACTERS]
    try:
        rows = [tuple(cells) for cells in csv.reader(io.StringIO(read, newline=""), dialect="excel-tab")]
    except csv.Error:  # a lone quotation mark swallowed the rest: take the lines as they stand
        rows = [tuple(line.split("\t")) for line in read.splitlines()]
    return tuple(row for row in rows if any(cell.strip() for cell in row))[:MOST_ROWS]


def is_table(text: str) -> bool:
    """Tell whether text is rows of a spreadsheet rather than the content of one cell."""
    return "\t" in text or "\n" in text.strip("\r\n")


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a spreadsheet pastes them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it as a formula; numbers stay numbers."""
    is_formula = cell.lstrip()[:1] in _FORMULA_SIGNS and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell
