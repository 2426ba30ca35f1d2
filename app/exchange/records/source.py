"""What rows are made of: columns named as the noun names them, in pieces, from wherever they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.exchange.tables.cells import Cell
from app.exchange.tables.table import Table
from app.kernel.findings import Finding


class Piece(NamedTuple):
    """Some rows of a source, column by column.

    Attributes:
        lines: Line of each row in the file a person looks at.
        columns: The cells of each column, in the order of the source's columns.
        surplus: Places of rows with more filled cells than the file has columns.
    """

    lines: Sequence[int]
    columns: Sequence[Sequence[Cell]]
    surplus: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Columns of one noun, before they are checked.

    Attributes:
        name: What a person calls it: the file's name.
        columns: Names of fields, such as ``sku`` and ``name[de]``.
        pieces: Returns the rows from the first on each time it is called.
        unmapped: Columns of the file that no field takes.
        findings: What was noticed so far; findings while the rows are read come from `later`.
        later: Returns what was noticed while the pieces were read.
    """

    name: str
    columns: tuple[str, ...]
    pieces: Callable[[], Iterator[Piece]]
    unmapped: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    later: Callable[[], tuple[Finding, ...]] = tuple


def pieces_of(table: Table) -> Iterator[Piece]:
    """Yield the rows of a table column by column, in the order of its header."""
    width = len(table.header)
    for lines, rows in table.read():
        surplus = []
        if max(map(len, rows)) > width:
            surplus = [place for place, row in enumerate(rows) if any(row[width:])]
        yield Piece(lines, list(zip(*rows, strict=False))[:width], surplus)
