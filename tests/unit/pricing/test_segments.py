from datetime import date
from decimal import Decimal

from app.kernel.period import Period
from app.pricing.request import Segment
from app.pricing.segments import segment_findings

JANUARY = Period(date(2026, 1, 1), date(2026, 2, 1))
FEBRUARY = Period(date(2026, 2, 1), date(2026, 3, 1))
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


def test_segments_that_follow_each_other_are_fine():
    assert segment_findings((Segment(JANUARY), Segment(FEBRUARY)), is_recurring=True) == ()


def test_a_gap_is_named_with_the_day_that_was_expected():
    (finding,) = segment_findings((Segment(JANUARY), Segment(MARCH)), is_recurring=True)

    assert finding.params == {"number": "2", "start": "2026-03-01", "expected": "2026-02-01"}


def test_a_number_with_too_many_decimals_is_refused():
    (finding,) = segment_findings((Segment(JANUARY, Decimal("0.0000001")),), is_recurring=True)

    assert finding.code == "pricing.segment_refused"
