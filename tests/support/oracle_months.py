"""How many months a period has under each way to count them, a second time for the oracle."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from app.company.policies import ProrationMode


def months_of(span, mode, term):
    first, end = span.start, span.end
    whole = 0
    while _later(first, whole + 1) <= end:
        whole += 1
    rest = (end - _later(first, whole)).days
    return {
        ProrationMode.DAILY_365: lambda: Fraction((end - first).days * 12, 365),
        ProrationMode.THIRTY_360: lambda: _thirty_360(first, end),
        ProrationMode.CALENDAR: lambda: _calendar(first, end),
        ProrationMode.PERIOD_DAYS: lambda: _periods(first, end, term) * term,
        ProrationMode.WHOLE_MONTHS: lambda: Fraction(whole + (rest > 0)),
        ProrationMode.MONTHS_AND_DAYS: lambda: whole + Fraction(rest * 12, 365),
    }[mode]()


def _thirty_360(first, end):
    days = (end.year - first.year) * 360 + (end.month - first.month) * 30
    return Fraction(days + min(end.day, 30) - min(first.day, 30), 30)


def _calendar(first, end):
    days = (first + timedelta(days=at) for at in range((end - first).days))
    return sum((Fraction(1, monthrange(day.year, day.month)[1]) for day in days), Fraction(0))


def _periods(first, end, term):
    total, at = Fraction(0), 0
    while _later(first, at) < end:
        start, stop = _later(first, at), _later(first, at + term)
        total += Fraction((min(stop, end) - start).days, (stop - start).days)
        at += term
    return total


def _later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
