"""Today: the date in the company's time zone, on every laptop, wherever it is."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def business_date(instant: datetime, zone: tzinfo) -> date:
    """Return the date on which the company does something at this instant.

    A laptop at UTC+13 and an office at UTC-8 issue the same date.

    Args:
        instant: With its offset, in UTC as a rule.
        zone: The company's.

    Raises:
        ValueError: The instant has no offset (a caller's bug).
    """
    if instant.utcoffset() is None:
        raise ValueError("an instant without its offset is no instant")
    return instant.astimezone(zone).date()
