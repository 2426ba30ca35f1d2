"""A table to write: named columns and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.exchange.tables.cells import OutCell


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written as one file.

    Attributes:
        name: Title of the sheet in a workbook.
        header: Names of the columns.
        rows: As many cells each as there are columns; read once.
    """

    name: str
    header: tuple[str, ...]
    rows: Iterable[Sequence[OutCell]]
