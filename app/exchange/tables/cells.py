"""What one cell of a table can hold, and how it reads as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Context, Decimal
from numbers import Real
from typing import NamedTuple, TypeAlias

from app.kernel.exact import plain

Cell: TypeAlias = str | Decimal | date | datetime
"""A cell as read: text (empty when blank), a spreadsheet's own number, a date, an instant."""

OutCell: TypeAlias = str | Decimal | int | bool | date | datetime | None
"""A cell to write; None is blank."""

SPREADSHEET_DIGITS = 15
"""Significant digits a spreadsheet shows and computes with; what lies beyond is binary noise."""

TRUE, FALSE = "True", "False"

_SHOWN = Context(prec=SPREADSHEET_DIGITS)
_LARGEST_PLAIN = 40


class Percentage(str):
    """A number its spreadsheet shows as a percentage, as the sheet shows it: ``19%`` for 0.19."""

    __slots__ = ()

    @classmethod
    def of(cls, number: Decimal) -> Percentage:
        """Return the percentage a number is: 19% for 0.19."""
        return cls(f"{plain(number.scaleb(2))}%")

    @property
    def points(self) -> Decimal:
        """Return the percent points."""
        return Decimal(self[:-1])

    @property
    def number(self) -> Decimal:
        """Return the number the sheet holds."""
        return self.points.scaleb(-2)


class Multiplied(Decimal):
    """A number that a mapping multiplied: what it counts in was said by a person."""

    __slots__ = ()


class Rows(NamedTuple):
    """Some rows of a table, each with the line or row number a person finds it at.

    Attributes:
        lines: 1-based numbers, one per row.
        cells: The cells of each row, as many as the header has names (more where a row is too long).
    """

    lines: Sequence[int]
    cells: Sequence[Sequence[Cell]]


def from_spreadsheet(value: object) -> Cell:
    """Return the cell a spreadsheet library read, exactly.

    A binary number becomes the shortest decimal that means the same number; one that needs more than 15
    digits carries noise of a computation and is taken as the spreadsheet shows it.
    """
    if isinstance(value, str | datetime | date):
        return value
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, Real):
        return _number(repr(value))
    if isinstance(value, time):
        return value.isoformat()
    return "" if value is None else str(value)


def as_text(cell: Cell) -> str:
    """Return the cell as a person would read it: 10115 for the number 10115.0, dates as ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return plain(cell) if abs(cell.adjusted()) <= _LARGEST_PLAIN else str(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat()


def _number(shortest: str) -> Cell:
    number = Decimal(shortest)
    if not number.is_finite():
        return shortest
    if len(number.as_tuple().digits) > SPREADSHEET_DIGITS:
        number = _SHOWN.plus(number)
    return number
