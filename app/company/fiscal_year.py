"""The company's fiscal year: number series and closings count by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.errors import RuleViolation
from app.kernel.period import Period, add_months


class FiscalYearStartRefused(RuleViolation):
    """A fiscal year cannot start on this month."""

    code = "company.fiscal_year_start_refused"


class NamedAfter(StrEnum):
    """Which calendar year names a fiscal year that spans two."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How fiscal years run.

    Attributes:
        first_month: Month whose first day starts the year, 1 to 12; 1 is the calendar year.
        named_after: Calendar year that names it: April 2026 to March 2027 is 2026 (start) or 2027 (end).

    Raises:
        FiscalYearStartRefused: The month is not 1 to 12.
    """

    first_month: int = 1
    named_after: NamedAfter = NamedAfter.START

    def __post_init__(self) -> None:
        if not 1 <= self.first_month <= 12:
            raise FiscalYearStartRefused(month=self.first_month)

    def year_of(self, day: date) -> int:
        """Return the name of the fiscal year a day lies in."""
        started = day.year if day.month >= self.first_month else day.year - 1
        return started + (self.first_month > 1 and self.named_after is NamedAfter.END)

    def period_of(self, day: date) -> Period:
        """Return the fiscal year a day lies in."""
        started = day.year if day.month >= self.first_month else day.year - 1
        start = date(started, self.first_month, 1)
        return Period(start, add_months(start, 12))


CALENDAR_YEAR = FiscalYear()
