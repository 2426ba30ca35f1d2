"""Record ids made by the client: UUIDv7 (RFC 9562), ordered by time; clock and randomness are arguments."""

from __future__ import annotations

from uuid import UUID

RANDOM_BITS = 74
"""Random bits an id holds beside its 48 bits of time."""

_MOST_MILLISECONDS = 2**48 - 1
_LOW_BITS = 62
_LOW_MASK = (1 << _LOW_BITS) - 1


def uuid7(milliseconds: int, random_bits: int) -> UUID:
    """Return the id made at this time.

    Args:
        milliseconds: Since 1970-01-01 UTC, below 2**48 (year 10889).
        random_bits: 74 random bits.

    Raises:
        ValueError: An argument does not fit its bits (a caller's bug).
    """
    if not 0 <= milliseconds <= _MOST_MILLISECONDS or not 0 <= random_bits < 1 << RANDOM_BITS:
        raise ValueError("time or randomness does not fit a UUIDv7")
    high, low = random_bits >> _LOW_BITS, random_bits & _LOW_MASK
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 0b10 << _LOW_BITS | low)


def uuid7_after(previous: UUID | None, milliseconds: int, random_bits: int) -> UUID:
    """Return an id that sorts behind the previous one of this client, even within a millisecond.

    A clock that stands still or runs backwards keeps the previous id's time and counts its random bits up by
    one.

    Args:
        previous: The last id this client made, None for its first.
        milliseconds: Since 1970-01-01 UTC.
        random_bits: 74 random bits.
    """
    if previous is None or milliseconds > milliseconds_of(previous):
        return uuid7(milliseconds, random_bits)
    bits = random_bits_of(previous) + 1
    time = milliseconds_of(previous)
    return uuid7(time, bits) if bits < 1 << RANDOM_BITS else uuid7(time + 1, random_bits)


def milliseconds_of(made: UUID) -> int:
    """Return the time an id was made, in milliseconds since 1970-01-01 UTC."""
    return made.int >> 80


def random_bits_of(made: UUID) -> int:
    """Return the 74 random bits of an id."""
    high, low = made.int >> 64 & 0xFFF, made.int & _LOW_MASK
    return high << _LOW_BITS | low
