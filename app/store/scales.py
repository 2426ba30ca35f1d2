"""Prices, quantities, shares and days as rows keep them: scaled integers, and no open ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.catalog.validity import ALWAYS, Validity
from app.kernel.numbers import from_scaled, to_scaled
from app.kernel.percent import Percent
from app.store.native import day_of

PRICE_SCALE = 6
"""Decimals of stored prices, quantities and factors."""

SHARE_SCALE = 8
"""Decimals of stored shares as fractions: six of the percentage people write."""

FIRST_DAY, LAST_DAY = date.min, date.max
"""What an open end is kept as, so that a comparison needs no special case."""


_OPEN = (FIRST_DAY.isoformat(), LAST_DAY.isoformat())


@lru_cache(maxsize=10_000)
def price_to_int(price: Decimal) -> int:
    """Return a price or quantity x 10^6.

    Raises:
        TooManyDecimals: More than six decimals.
        NumberOutOfRange: More than 64 bits hold.
    """
    return to_scaled(price, PRICE_SCALE)


@lru_cache(maxsize=10_000)
def price_of(stored: int) -> Decimal:
    """Return the price or quantity, without trailing zeros behind the point beyond the six kept."""
    return from_scaled(stored, PRICE_SCALE)


def share_to_int(share: Percent) -> int:
    """Return a percentage as its fraction x 10^8.

    Raises:
        TooManyDecimals: More than six decimals of the percentage.
    """
    return to_scaled(share.fraction, SHARE_SCALE)


@lru_cache(maxsize=1_000)
def share_of(stored: int) -> Percent:
    """Return the percentage."""
    return Percent(from_scaled(stored, SHARE_SCALE))


def validity_to_days(validity: Validity) -> tuple[date, date]:
    """Return the first and last day, an open end as the calendar's own."""
    return validity.first or FIRST_DAY, validity.last or LAST_DAY


def days_to_native(validity: Validity, dialect: str) -> tuple[object, object]:
    """Return the first and last day as the driver takes them."""
    if dialect == "postgresql":
        return validity_to_days(validity)
    if validity is ALWAYS:
        return _OPEN
    first, last = validity_to_days(validity)
    return first.isoformat(), last.isoformat()


@lru_cache(maxsize=1_000)
def validity_of(first: object, last: object) -> Validity:
    """Return the validity of two days a driver gave."""
    start, end = day_of(first), day_of(last)
    if start == FIRST_DAY and end == LAST_DAY:
        return ALWAYS
    return Validity(None if start == FIRST_DAY else start, None if end == LAST_DAY else end)
