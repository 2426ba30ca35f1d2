"""Take the next number of a series in the transaction that issues the document.

A transaction that rolls back gives its number back, so a series has no gap. Quotes have a series per device
and need no order of dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.kernel.errors import RuleViolation
from app.store.records import Records
from app.store.transaction import Row


class IssueDateTooEarly(RuleViolation):
    """The series already holds a document of a later date; numbers and dates run in the same order."""

    code = "numbers.date_before_last"


class SeriesStarted(RuleViolation):
    """The series has given numbers already, so its first number stands."""

    code = "numbers.series_started"


_TAKE = (
    "INSERT INTO counter (series, year, first, last, last_on) VALUES (:series, :year, 1, 1, :on) "
    "ON CONFLICT (series, year) DO UPDATE SET last = counter.last + 1, last_on = excluded.last_on "
    "RETURNING last"
)
_LAST_ON = "SELECT max(last_on) FROM counter WHERE series = :series"
_LAST = "SELECT last FROM counter WHERE series = :series AND year = :year"
_BEGIN = (
    "INSERT INTO counter (series, year, first, last, last_on) VALUES (:series, :year, :first, :last, NULL) "
    "ON CONFLICT (series, year) DO UPDATE SET first = excluded.first, last = excluded.last "
    "WHERE counter.last < counter.first RETURNING last"
)
_LOCK = "SELECT pg_advisory_xact_lock(hashtext(:series))"
_LOOSEST = "0001-01-01"


class Numbers:
    """The number series of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def take(self, series: str, on: date, *, year: int = 0, in_date_order: bool = True) -> int:
        """Return the next number of the series.

        Args:
            series: Code of the series, ``invoice`` or ``quote/LAPTOP-2``.
            on: The date the document will carry.
            year: Fiscal year when the series starts anew each year, else 0.
            in_date_order: Whether an earlier date than the series' last is refused (issued documents).

        Raises:
            IssueDateTooEarly: The series' last document, of any year, has a later date.
        """
        if in_date_order:
            self._check_order(series, on)
        kept = on if in_date_order else None
        found = self._rows(_TAKE, series=series, year=year, on=self._day(kept))
        return int(found[0][0])

    def begin(self, series: str, first: int, *, year: int = 0) -> None:
        """Let a series that has given no number yet start at another number than 1.

        Raises:
            SeriesStarted: It has given numbers.
        """
        found = self._rows(_BEGIN, series=series, year=year, first=first, last=first - 1)
        if not found:
            raise SeriesStarted(series=series, last=self.last(series, year=year))

    def last(self, series: str, *, year: int = 0) -> int:
        """Return the last number given, 0 before the first."""
        found = self._rows(_LAST, series=series, year=year)
        return int(found[0][0]) if found else 0

    def last_date(self, series: str) -> date | None:
        """Return the latest date a document of this series carries: the earliest the next may have."""
        found = self._rows(_LAST_ON, series=series)
        last = found[0][0] if found else None
        return date.fromisoformat(last) if isinstance(last, str) else last

    def _check_order(self, series: str, on: date) -> None:
        if self._records.transaction.dialect == "postgresql":
            self._rows(_LOCK, series=series)  # nobody takes a number between this look and the update
        last = self.last_date(series)
        if last is not None and on < last:
            raise IssueDateTooEarly(series=series, date=on, last=last)

    def _day(self, on: date | None) -> object:
        return on.isoformat() if on and self._records.transaction.dialect == "sqlite" else on

    def _rows(self, sql: str, **parameters: object) -> Sequence[Row]:
        return self._records.transaction.rows(sql, parameters)
