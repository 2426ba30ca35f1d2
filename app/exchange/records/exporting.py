"""Rows become a table that reads back as the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from app.exchange.records.fields import Field, Noun, R
from app.exchange.tables.cells import OutCell
from app.exchange.tables.sheet import Sheet


def sheet_of(noun: Noun[R], rows: Sequence[R]) -> Sheet:
    """Return the table of rows: every plain column, and an indexed one for each index that occurs.

    Args:
        noun: What the rows are.
        rows: At least the parts of each are as `parse` gives them.
    """
    header: list[str] = []
    writers: list[Callable[[R], OutCell]] = []
    for place, field in enumerate(noun.fields, start=1):
        if field.is_passing:
            continue
        if not field.indexed:
            header.append(field.key)
            writers.append(_plain(field, place))
            continue
        for index in sorted({index for row in rows for index, _ in row[place]}):
            header.append(f"{field.key}[{index}]")
            writers.append(_indexed(field, place, index))
    return Sheet(noun.name, tuple(header), _cells(rows, writers))


def _cells(rows: Iterable[R], writers: list[Callable[[R], OutCell]]) -> Iterator[list[OutCell]]:
    return ([write(row) for write in writers] for row in rows)


def _plain(field: Field, place: int) -> Callable[[Any], OutCell]:
    write = field.kind.write

    def written(row: tuple[Any, ...]) -> OutCell:
        value = row[place]
        return "" if value is None else write(value)

    return written


def _indexed(field: Field, place: int, index: str) -> Callable[[Any], OutCell]:
    write = field.kind.write

    def written(row: tuple[Any, ...]) -> OutCell:
        return next((write(value) for name, value in row[place] if name == index), "")

    return written
