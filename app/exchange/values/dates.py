"""Dates as files write them: ISO, with a time of day, dotted, slashed with the order proved or asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from app.exchange.tables.cells import Cell, as_text
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII)
_MIDNIGHT = re.compile(r"[0:.,]*")
_SHOWN = 40
_MONTHS = 12


class NotADate(RuleViolation):
    """The text is no date, or no day of the calendar."""

    code = "exchange.not_a_date"


class DateIsANumber(RuleViolation):
    """A spreadsheet holds a number where a date belongs; what day it means depends on the spreadsheet."""

    code = "exchange.date_is_a_number"


class DateEvidence:
    """Collects whether days or months stand first in the slashed dates of one column.

    Attributes:
        day_first: First text whose first number is over 12.
        month_first: First text whose second number is over 12.
        open: First slashed date that can be read in both ways.
    """

    def __init__(self) -> None:
        self.day_first = self.month_first = self.open = ""

    def look(self, cells: Sequence[Cell]) -> None:
        """Take some values of the column into account."""
        for cell in cells:
            if isinstance(cell, str) and (found := _SLASHED.fullmatch(cell.strip())):
                self._weigh(cell, int(found[1]), int(found[2]))

    def _weigh(self, text: str, first: int, second: int) -> None:
        if first > _MONTHS:
            self.day_first = self.day_first or text
        elif second > _MONTHS:
            self.month_first = self.month_first or text
        elif first != second:
            self.open = self.open or text

    def form(self) -> str | None:
        """Return the order the values prove, None where they prove none or contradict each other."""
        if self.day_first and self.month_first:
            return None
        if self.day_first:
            return DAY_FIRST
        return MONTH_FIRST if self.month_first or not self.open else None

    def question(self, column: str) -> Finding:
        """Return what to ask a person when there is no order."""
        text = self.open or self.day_first
        return Finding(
            "exchange.date_order_unclear", Severity.BLOCKER, column, {"column": column, "text": text}
        )


def read_date(cell: Cell, order: str = MONTH_FIRST) -> date:
    """Return the day a cell means; a time of day is left out.

    Args:
        cell: A spreadsheet's date, or text: ``2013-05-30``, ``2013-05-30 00:00:00.000``, ``20130530``,
            ``30.5.2013``, ``5/30/2013``.
        order: What stands first in slashed dates, days (``dmy``) or months (``mdy``).

    Raises:
        NotADate: Anything else, and days no calendar has.
        DateIsANumber: A number.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        raise DateIsANumber(text=as_text(cell)[:_SHOWN])
    text = cell.strip()
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(text, found[1], found[2], found[3])
    if found := _DOTTED.fullmatch(text):
        return _day(text, found[3], found[2], found[1])
    if found := _SLASHED.fullmatch(text):
        days, months = (found[1], found[2]) if order == DAY_FIRST else (found[2], found[1])
        return _day(text, found[3], months, days)
    raise NotADate(text=text[:_SHOWN])


def has_time_of_day(cell: Cell) -> bool:
    """Test whether reading the cell as a date leaves a time other than midnight out."""
    if isinstance(cell, datetime):
        return bool(cell.hour or cell.minute or cell.second or cell.microsecond)
    found = _ISO.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return bool(found and found[4] and not _MIDNIGHT.fullmatch(found[4]))


def _day(text: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise NotADate(text=text[:_SHOWN]) from error
