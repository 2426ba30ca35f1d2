"""The days on which a price, a cost or a rule holds; both ends inclusive, as they are written and shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.kernel.errors import RuleViolation


class ValidityReversed(RuleViolation):
    """The last day of a validity lies before its first."""

    code = "catalog.validity_reversed"


@dataclass(frozen=True, slots=True, order=True)
class Validity:
    """A span of days; an end that is not set is open.

    Attributes:
        first: First day; `None` means always before `last`.
        last: Last day, inclusive; `None` means until further notice.

    Raises:
        ValidityReversed: `last` lies before `first`.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValidityReversed(first=self.first.isoformat(), last=self.last.isoformat())

    def covers(self, day: date) -> bool:
        """Test whether the day lies inside, both ends included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Validity) -> bool:
        """Test whether any day lies in both."""
        return not _ends_before(self, other) and not _ends_before(other, self)


ALWAYS = Validity()
"""Open on both ends."""


def _ends_before(left: Validity, right: Validity) -> bool:
    return left.last is not None and right.first is not None and left.last < right.first
