"""What is wrong with the segments of a ramp line before anything is priced."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import pairwise

from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import checked
from app.pricing.request import Segment

_SMALLEST = Decimal("0.000001")
_LEAST_UPLIFT = _SMALLEST - 1

_WHERE = "segments"


def segment_findings(segments: tuple[Segment, ...], *, is_recurring: bool) -> tuple[Finding, ...]:
    """Return the findings: segments follow each other exactly, and their numbers are usable."""
    if not is_recurring:
        return (Finding("pricing.segments_one_time", Severity.BLOCKER, _WHERE),)
    refused = [
        Finding("pricing.segment_refused", Severity.BLOCKER, _WHERE, {"number": str(number)})
        for number, segment in enumerate(segments, start=1)
        if not _is_usable(segment)
    ]
    apart = [
        Finding("pricing.segments_apart", Severity.BLOCKER, _WHERE, _facts(number, before, after))
        for number, (before, after) in enumerate(pairwise(segments), start=2)
        if after.period.start != before.period.end
    ]
    return (*refused, *apart)


def _facts(number: int, before: Segment, after: Segment) -> dict[str, str]:
    start, expected = after.period.start.isoformat(), before.period.end.isoformat()
    return {"number": str(number), "start": start, "expected": expected}


def _is_usable(segment: Segment) -> bool:
    try:
        checked(segment.uplift, low=_LEAST_UPLIFT)
        if segment.quantity is not None:
            checked(segment.quantity, low=_SMALLEST)
        if segment.price is not None:
            checked(segment.price, low=Decimal(0))
    except (AppError, InvalidOperation):
        return False
    return True
