from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.period import (
    Period,
    add_months,
    days_30e,
    days_in_month,
    months_and_days,
    periods_from,
    split_at_months,
    term_end,
)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
lengths = st.integers(1, 3000)
months = st.integers(-600, 600)


@given(days, months)
def test_months_land_on_the_anchors_day_or_the_months_last(anchor, count):
    landed = add_months(anchor, count)

    assert landed.day == min(anchor.day, days_in_month(landed))
    assert (landed.year - anchor.year) * 12 + landed.month - anchor.month == count


@given(days, st.integers(1, 120))
def test_a_term_of_whole_months_has_no_days_left(start, count):
    assert months_and_days(start, term_end(start, count)) == (count, 0)


@given(days, lengths)
def test_months_and_days_rebuild_the_span(first, length):
    last = first + timedelta(days=length - 1)
    span = months_and_days(first, last)

    assert add_months(first, span.months) + timedelta(days=span.days) == last + timedelta(days=1)
    assert add_months(first, span.months + 1) > last + timedelta(days=1)
    assert 0 <= span.days <= 30


@given(days, lengths)
def test_parts_of_months_make_up_the_period(start, length):
    whole = Period(start, start + timedelta(days=length))
    parts = list(split_at_months(whole))

    assert sum(part.days for part in parts) == whole.days
    assert all(part.start.month == part.last.month and part.start.year == part.last.year for part in parts)
    assert all(before.end == after.start for before, after in pairwise(parts))


@given(days, st.integers(1, 24), lengths)
def test_billing_periods_cover_each_day_once(anchor, every, length):
    until = anchor + timedelta(days=length)
    periods = list(periods_from(anchor, every, until))

    assert periods[0].start == anchor
    assert periods[-1].start < until <= periods[-1].end
    assert all(before.end == after.start for before, after in pairwise(periods))
    assert all(period.months_and_days().days <= 3 for period in periods)


@given(days, lengths)
def test_a_year_of_30e_has_360_days(start, length):
    end = start + timedelta(days=length)

    assert days_30e(start, end) + days_30e(end, add_months(end, 12)) == days_30e(start, add_months(end, 12))
    assert days_30e(date(start.year, 1, 1), date(start.year + 1, 1, 1)) == 360


@given(days, lengths, days, lengths)
def test_common_days_are_the_days_both_hold(left_start, left_length, right_start, right_length):
    left = Period(left_start, left_start + timedelta(days=left_length))
    right = Period(right_start, right_start + timedelta(days=right_length))
    common = left.common(right)

    assert (common is not None) == left.overlaps(right) == right.overlaps(left)
    if common is not None:
        assert common.start in left
        assert common.last in right
        assert common.days <= min(left.days, right.days)
