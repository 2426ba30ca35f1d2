"""Columns of values become rows; rows with a problem stay out and are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, Generic

from app.exchange.records.columns import ColumnReader
from app.exchange.records.fields import Noun, R, index_of
from app.exchange.records.problems import Refusal, RowProblem
from app.exchange.records.source import Piece
from app.kernel.errors import AppError

MOST_PROBLEMS = 10_000
"""Problems kept; a file with more is the wrong file, and only their number grows on."""


class Assembly(Generic[R]):
    """The rows of a source while they are made.

    Attributes:
        rows: Rows without a problem.
        problems: What is wrong with the others, at most 10,000.
        problem_count: Number of problems, also of those not kept.
        faulty: Number of rows with a problem.
    """

    def __init__(self, noun: Noun[R], readers: Sequence[ColumnReader]) -> None:
        self.rows: list[R] = []
        self.problems: list[RowProblem] = []
        self.problem_count = self.faulty = 0
        self._noun, self._readers = noun, readers
        self._parts = _parts(noun, readers)
        self._first_line: dict[object, int] = {}
        self._is_settled = not any(reader.field.attribute in noun.together for reader in readers)

    def add(self, piece: Piece, *, first: bool = False) -> None:
        """Read a piece and keep its good rows."""
        wrong: dict[int, list[tuple[str, Refusal]]] = {}
        values: list[Sequence[object]] = []
        for reader, cells in zip(self._readers, piece.columns, strict=True):
            read, refused = reader.read(cells, first=first)
            values.append(read)
            for place, refusal in refused.items():
                wrong.setdefault(place, []).append((reader.column, refusal))
        for place, column, refusal in piece.refused:
            wrong.setdefault(place, []).append((column, refusal))
        for place, refusals in wrong.items():
            self._refuse(piece.lines[place], refusals)
        count = len(piece.lines)
        made = map(self._noun.row, piece.lines, *(part.values(values, count) for part in self._parts))
        good = compress(made, (place not in wrong for place in range(count))) if wrong else made
        self.rows.extend(self._unique(self._settled(list(good))))

    def _refuse(self, line: int, refusals: Iterable[tuple[str, Refusal]]) -> None:
        self.faulty += 1
        for column, refusal in refusals:
            self.problem_count += 1
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(RowProblem(line, column, refusal.code, refusal.params))

    def _settled(self, rows: list[R]) -> list[R]:
        settle = self._noun.settle
        if settle is None or self._is_settled:
            return rows
        refused: list[tuple[str, Refusal]] = []

        def refuse(column: str, error: AppError) -> None:
            refused.append((column, Refusal(error.code, error.params)))

        kept = []
        for row in rows:
            settled = settle(row, refuse)
            if refused:
                self._refuse(row[0], refused)
                refused.clear()
            else:
                kept.append(settled)
        return kept

    def _unique(self, rows: list[R]) -> list[R]:
        if self._noun.key is None:
            return rows
        keys = list(map(self._noun.key, rows))
        lines = dict(zip(keys, (row[0] for row in rows), strict=True))
        if len(lines) == len(rows) and self._first_line.keys().isdisjoint(lines):
            self._first_line.update(lines)
            return rows
        return [row for key, row in zip(keys, rows, strict=True) if self._is_first(key, row[0])]

    def _is_first(self, key: object, line: int) -> bool:
        first = self._first_line.setdefault(key, line)
        if first != line:
            self._refuse(line, [("", Refusal("exchange.row_repeated", {"first": first}))])
        return first == line


@dataclass(frozen=True, slots=True)
class _Part:
    """Where one part of a row comes from: a column, a standing value, or indexed columns."""

    column: int | None
    blank: object
    indexed: Mapping[str, int] | None = None

    def values(self, columns: Sequence[Sequence[object]], count: int) -> Sequence[Any]:
        if self.column is not None:
            return columns[self.column]
        if not self.indexed:
            return [self.blank] * count
        places = sorted(self.indexed.items())
        several = zip(*(columns[place] for _, place in places), strict=True)
        names = [index for index, _ in places]
        return [
            tuple((index, value) for index, value in zip(names, row, strict=True) if value not in ("", None))
            for row in several
        ]


def _parts(noun: Noun[R], readers: Sequence[ColumnReader]) -> list[_Part]:
    place_of = {reader.column: place for place, reader in enumerate(readers)}
    parts = []
    for field in noun.fields:
        if field.indexed:
            indexed = {
                index_of(reader.column): place
                for place, reader in enumerate(readers)
                if reader.field is field
            }
            parts.append(_Part(None, (), indexed))
        else:
            parts.append(_Part(place_of.get(field.key), field.blank))
    return parts
