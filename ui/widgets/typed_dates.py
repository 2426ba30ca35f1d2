"""Dates as people type them: `+30`, `-10`, `3`, `15.4`, `15.04.26`, `2026-04-15` (U8)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

from app.kernel.errors import RuleViolation

FURTHEST_DAYS = 36_525
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_OFFSET = re.compile(r"([+\-\u2212])(\d{1,5})", re.ASCII)
_PARTS = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})\.?(?:[./\-\s]?\s*(\d{4}|\d{2}))?", re.ASCII)
_DAY = re.compile(r"\d{1,2}\.?", re.ASCII)


class Order(Enum):
    """What comes first where two numbers are typed."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class DateUnreadable(RuleViolation):
    """What was typed is no date."""

    code = "ui.date_unreadable"


def read_date(text: str, base: date, order: Order = Order.DAY_FIRST) -> date:
    """Return the date typed.

    ``+30`` and ``-10`` count days from the base; ``3`` is the next 3rd on or after the base; ``15.4`` is that
    day in the base's year; a year of two digits lies within 50 years around the base.

    Args:
        text: What was typed.
        base: Today, or the document's date.
        order: Whether the day or the month comes first; with dots the day always does.

    Raises:
        DateUnreadable: It is none of these, or no such day exists.
    """
    typed = text.strip()
    try:
        found = _offset(typed, base) or _iso(typed) or _parts(typed, base, order) or _day(typed, base)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise DateUnreadable(text=typed[:40])
    return found


def _offset(typed: str, base: date) -> date | None:
    match = _OFFSET.fullmatch(typed)
    if match is None or int(match[2]) > FURTHEST_DAYS:
        return None
    days = int(match[2])
    return base + timedelta(days=days if match[1] == "+" else -days)


def _iso(typed: str) -> date | None:
    match = _ISO.fullmatch(typed)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _parts(typed: str, base: date, order: Order) -> date | None:
    match = _PARTS.fullmatch(typed)
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    day_first = order is Order.DAY_FIRST or "." in typed
    day, month = (first, second) if day_first else (second, first)
    return date(_year(match[3], base), month, day)


def _year(typed: str | None, base: date) -> int:
    if not typed:
        return base.year
    if len(typed) == 4:
        return int(typed)
    year = base.year - base.year % 100 + int(typed)
    if year > base.year + 50:
        return year - 100
    return year + 100 if year < base.year - 49 else year


def _day(typed: str, base: date) -> date | None:
    """Return the next date with this day of the month, on or after the base."""
    if _DAY.fullmatch(typed) is None:
        return None
    day = int(typed.rstrip("."))
    year, month = base.year, base.month
    for _ in range(12):
        if 1 <= day <= monthrange(year, month)[1] and date(year, month, day) >= base:
            return date(year, month, day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None
