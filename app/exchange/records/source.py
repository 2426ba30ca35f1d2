"""What rows are made of: columns named as the noun names them, in pieces, from wherever they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.exchange.records.problems import Refusal
from app.exchange.tables.cells import Cell
from app.exchange.tables.table import Table
from app.kernel.findings import Finding


class Refused(NamedTuple):
    """A row that is refused before its cells are looked at.

    Attributes:
        place: Place of the row in its piece.
        column: Field or column it is about, '' for the whole row.
    """

    place: int
    column: str
    refusal: Refusal


class Piece(NamedTuple):
    """Some rows of a source, column by column.

    Attributes:
        lines: Line of each row in the file a person looks at.
        columns: The cells of each column, in the order of the source's columns.
        refused: Rows with more filled cells than columns, or without their row in another file.
    """

    lines: Sequence[int]
    columns: Sequence[Sequence[Cell]]
    refused: Sequence[Refused] = ()


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


def in_language(source: Source, language: str) -> Source:
    """Return the source with its texts in the company's language as the plain ones.

    ``description[en]`` becomes ``description`` where `language` is ``en``, unless the file has both; then the
    plain one counts.

    Args:
        source: Columns of one noun.
        language: Tag of the language the plain texts are in, '' for none.
    """
    ending = f"[{language}]"
    names = [column.removesuffix(ending) if language else column for column in source.columns]
    if names == list(source.columns):
        return source
    there = set(source.columns)
    kept = [place for place, name in enumerate(names) if name == source.columns[place] or name not in there]
    dropped = tuple(column for place, column in enumerate(source.columns) if place not in kept)

    def pieces() -> Iterator[Piece]:
        for piece in source.pieces():
            yield piece._replace(columns=[piece.columns[place] for place in kept])

    return replace(
        source,
        columns=tuple(names[place] for place in kept),
        pieces=pieces,
        unmapped=(*source.unmapped, *dropped),
    )


def pieces_of(table: Table) -> Iterator[Piece]:
    """Yield the rows of a table column by column, in the order of its header."""
    width = len(table.header)
    for lines, rows in table.read():
        refused = []
        if max(map(len, rows)) > width:
            surplus = Refusal("exchange.too_many_cells", {})
            refused = [Refused(place, "", surplus) for place, row in enumerate(rows) if any(row[width:])]
        yield Piece(lines, list(zip(*rows, strict=False))[:width], refused)
