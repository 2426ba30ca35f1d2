"""Rows of a file while other files are looked up beside them: named columns that grow and shrink together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from app.exchange.records.source import Piece, Refused
from app.exchange.tables.cells import Cell, as_text

Columns = Mapping[str, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Some rows, column by column.

    Attributes:
        columns: Cells by name of the column: ``Name``, or ``category.Name`` of a joined file.
        refused: Rows that are out already, and why.
    """

    lines: Sequence[int]
    columns: Columns
    refused: tuple[Refused, ...] = ()

    @classmethod
    def of(cls, header: Sequence[str], piece: Piece) -> Frame:
        """Return the rows of a piece under the names of its columns."""
        return cls(piece.lines, dict(zip(header, piece.columns, strict=True)), tuple(piece.refused))

    def with_columns(self, more: Columns) -> Frame:
        """Return the rows with more columns beside those they have."""
        return Frame(self.lines, {**self.columns, **more}, self.refused)

    def with_refused(self, more: Sequence[Refused]) -> Frame:
        """Return the rows with more of them refused."""
        return Frame(self.lines, self.columns, (*self.refused, *more))

    def where(self, kept: Sequence[bool]) -> Frame:
        """Return the rows that are kept, in their order."""
        if all(kept):
            return self
        place_of = {old: new for new, old in enumerate(compress(range(len(kept)), kept))}
        return Frame(
            list(compress(self.lines, kept)),
            {name: list(compress(cells, kept)) for name, cells in self.columns.items()},
            tuple(one._replace(place=place_of[one.place]) for one in self.refused if one.place in place_of),
        )

    def keys(self, columns: Sequence[str]) -> list[tuple[str, ...]]:
        """Return for each row what it is looked up by in another file."""
        texts = [list(map(as_text, self.columns[column])) for column in columns]
        return list(zip(*texts, strict=True))
