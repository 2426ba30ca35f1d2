"""How much of a price's term a span is: the multiplier of step 4 (domain.md section 3).

Every mode counts months, except `period_days`, which counts days of the price's own periods. The result is
an exact ratio; nothing is rounded here.
"""

from __future__ import annotations

from app.company.policies import ProrationMode
from app.kernel.period import Period, days_30e, days_in_month, periods_from, split_at_months
from app.kernel.ratio import Ratio

MONTHS_A_YEAR = 12
DAYS_A_YEAR = 365


def multiplier(span: Period, term_months: int, mode: ProrationMode) -> Ratio:
    """Return the span in terms of the price: 7/12 for seven months of a yearly price.

    Args:
        span: Days of service; its start is the anchor.
        term_months: Months the price is for, 1 or more.
        mode: The document's proration mode.
    """
    if mode is ProrationMode.PERIOD_DAYS:
        return _periods(span, term_months)
    return months(span, mode) / term_months


def months(span: Period, mode: ProrationMode) -> Ratio:
    """Return the length of the span in months; `period_days` takes periods of one month."""
    match mode:
        case ProrationMode.MONTHS_AND_DAYS:
            whole, days = span.months_and_days()
            return whole + Ratio(days * MONTHS_A_YEAR, DAYS_A_YEAR)
        case ProrationMode.DAILY_365:
            return Ratio(span.days * MONTHS_A_YEAR, DAYS_A_YEAR)
        case ProrationMode.WHOLE_MONTHS:
            whole, days = span.months_and_days()
            return Ratio(whole + (days > 0))
        case ProrationMode.CALENDAR:
            parts = (Ratio(part.days, days_in_month(part.start)) for part in split_at_months(span))
            return sum(parts, Ratio(0))
        case ProrationMode.THIRTY_360:
            return Ratio(days_30e(span.start, span.end), 30)
        case ProrationMode.PERIOD_DAYS:
            return _periods(span, 1)


def _periods(span: Period, term_months: int) -> Ratio:
    """Whole periods are 1 each; a stub is its days of the days of its full period from the anchor."""
    return sum(
        (
            Ratio((min(period.end, span.end) - period.start).days, period.days)
            for period in periods_from(span.start, term_months, span.end)
        ),
        Ratio(0),
    )
