"""Periods and the calendar steps that every price, bill and contract agrees on.

A period is kept half-open and shown inclusive. Months are always counted from the anchor and never chained,
so a contract anchored on 31 January bills on 28 February and again on 31 March.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from app.kernel.errors import RuleViolation

DAY = timedelta(days=1)


class PeriodEmpty(RuleViolation):
    """A period ends before it starts."""

    code = "period.empty"


class DateOutOfRange(RuleViolation):
    """A date lies beyond the calendar (years 1 to 9999)."""

    code = "period.date_out_of_range"


class MonthsAndDays(NamedTuple):
    """A span as whole months from its start and the days that are left."""

    months: int
    days: int


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole days.

    Attributes:
        start: First day.
        end: Day after the last one.

    Raises:
        PeriodEmpty: The period holds no day.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise PeriodEmpty(first=self.start, end=self.end)

    @classmethod
    def inclusive(cls, first: date, last: date) -> Period:
        """Return the period people write as first..last.

        Raises:
            PeriodEmpty: The last day is before the first.
        """
        return cls(first, next_day(last))

    @classmethod
    def of_months(cls, start: date, months: int) -> Period:
        """Return the term of so many months: 2024-02-29 + 12 months ends 2025-02-27."""
        return cls(start, add_months(start, months))

    @property
    def last(self) -> date:
        """Return the last day, as people see it."""
        return self.end - DAY

    @property
    def days(self) -> int:
        """Return the number of days, 1 at least."""
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def __str__(self) -> str:
        return f"{self.start.isoformat()}..{self.last.isoformat()}"

    def overlaps(self, other: Period) -> bool:
        """Test whether the periods share a day."""
        return self.start < other.end and other.start < self.end

    def common(self, other: Period) -> Period | None:
        """Return the days both periods hold, None when there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None

    def months_and_days(self) -> MonthsAndDays:
        """Return the span as `months_and_days` counts it."""
        return months_and_days(self.start, self.last)


def next_day(day: date) -> date:
    """Return the day after.

    Raises:
        DateOutOfRange: There is none (31 December 9999).
    """
    if day == date.max:
        raise DateOutOfRange(year=MAXYEAR + 1)
    return day + DAY


def days_in_month(day: date) -> int:
    """Return the length of the month the day lies in, 28 to 31."""
    return monthrange(day.year, day.month)[1]


def month_end(day: date) -> date:
    """Return the last day of the month the day lies in."""
    return day.replace(day=days_in_month(day))


def add_months(anchor: date, months: int) -> date:
    """Return the anchor's day so many months later (or earlier), clamped to the end of a shorter month.

    Raises:
        DateOutOfRange: The result lies beyond the calendar.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise DateOutOfRange(year=year)
    first = date(year, month + 1, 1)
    return first.replace(day=min(anchor.day, days_in_month(first)))


def term_end(start: date, months: int) -> date:
    """Return the last day of a term: start + months - 1 day.

    Raises:
        DateOutOfRange: The term ends beyond the calendar.
    """
    return add_months(start, months) - DAY


def months_and_days(first: date, last: date) -> MonthsAndDays:
    """Return the inclusive span as whole months from its first day and the days that are left.

    The months are the largest number with first + months (clamped) not after the day behind `last`;
    the rest is counted in days forward from there.

    Raises:
        PeriodEmpty: The last day is before the first.
    """
    end = Period.inclusive(first, last).end
    months = (end.year - first.year) * 12 + end.month - first.month
    if add_months(first, months) > end:
        months -= 1
    return MonthsAndDays(months, (end - add_months(first, months)).days)


def days_30e(start: date, end: date) -> int:
    """Return the days of the half-open span by 30E/360: 30 a month, a 31st counts as the 30th."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months * 30 + min(end.day, 30) - min(start.day, 30)


def split_at_months(period: Period) -> Iterator[Period]:
    """Yield the parts of the period between the borders of calendar months, in order of time."""
    start = period.start
    while start < period.end:
        end = min(next_day(month_end(start)), period.end)
        yield Period(start, end)
        start = end


def periods_from(anchor: date, every: int, until: date) -> Iterator[Period]:
    """Yield the whole periods of `every` months counted from the anchor that start before `until`.

    Args:
        anchor: First day of the first period, and the day of the month all later ones start on.
        every: Months per period, 1 or more.
        until: Day the contract is over; the last period may reach beyond it.

    Raises:
        ValueError: `every` is below 1 (a caller's bug).
    """
    if every < 1:
        raise ValueError("a billing period lasts a month or more")
    months, start = 0, anchor
    while start < until:
        months += every
        end = add_months(anchor, months)
        yield Period(start, end)
        start = end
