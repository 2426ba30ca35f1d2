"""A table somebody gave us: named columns, rows that know their line, what was assumed in reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from app.exchange.tables.cells import Rows
from app.kernel.findings import Finding

ROWS_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; the rows are read again each time they are asked for, never all held.

    Attributes:
        name: What a person calls it: the file's name.
        header: One distinct name per column.
        read: Returns the rows from the first on, in pieces of at most 4,096.
        findings: What was assumed or noticed while reading, for the report.
        encoding: Codec of a text file, '' for others.
        delimiter: Sign between the fields of a text file, '' for others.
        sheet: Sheet of a spreadsheet, '' for others.
        sheets: All sheets of a spreadsheet.
    """

    name: str
    header: tuple[str, ...]
    read: Callable[[], Iterator[Rows]]
    findings: tuple[Finding, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def first(self, count: int) -> Rows:
        """Return the first rows, for a preview."""
        pairs = ((line, row) for piece in self.read() for line, row in zip(*piece, strict=True))
        taken = list(islice(pairs, count))
        return Rows([line for line, _ in taken], [row for _, row in taken])


def distinct_names(names: list[str]) -> tuple[str, ...]:
    """Return one name per column: ``#3`` for a blank one, ``Price #5`` for a repeated one."""
    seen: set[str] = set()
    result = []
    for place, written in enumerate(names, start=1):
        name = " ".join(written.split())
        if not name:
            name = f"#{place}"
        elif name in seen:
            name = f"{name} #{place}"
        seen.add(name)
        result.append(name)
    return tuple(result)
