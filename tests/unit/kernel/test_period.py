from datetime import date

import pytest

from app.kernel.period import (
    DateOutOfRange,
    MonthsAndDays,
    Period,
    PeriodEmpty,
    add_months,
    days_30e,
    days_in_month,
    month_end,
    months_and_days,
    next_day,
    periods_from,
    split_at_months,
    term_end,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(text: str) -> Period:
    first, last = text.split("..")
    return Period.inclusive(day(first), day(last))


class TestPeriod:
    def test_is_shown_inclusive_and_kept_half_open(self):
        january = span("2026-01-01..2026-01-31")

        assert (january.end, january.last, january.days) == (day("2026-02-01"), day("2026-01-31"), 31)
        assert str(january) == "2026-01-01..2026-01-31"

    def test_of_one_day_is_the_shortest(self):
        assert span("2026-01-01..2026-01-01").days == 1

    def test_refuses_to_end_before_it_starts(self):
        with pytest.raises(PeriodEmpty):
            Period(day("2026-01-01"), day("2026-01-01"))

    def test_holds_its_first_and_last_day_and_no_other(self):
        january = span("2026-01-01..2026-01-31")

        assert day("2026-01-01") in january
        assert day("2026-01-31") in january
        assert day("2026-02-01") not in january
        assert day("2025-12-31") not in january

    def test_overlaps_a_period_that_shares_a_day(self):
        january = span("2026-01-01..2026-01-31")

        assert january.overlaps(span("2026-01-31..2026-02-10"))
        assert not january.overlaps(span("2026-02-01..2026-02-10"))

    def test_has_days_in_common(self):
        january = span("2026-01-01..2026-01-31")

        assert january.common(span("2026-01-20..2026-02-10")) == span("2026-01-20..2026-01-31")
        assert january.common(span("2026-02-01..2026-02-10")) is None

    def test_of_months_ends_a_day_before_the_anchor_comes_again(self):
        assert str(Period.of_months(day("2024-02-29"), 12)) == "2024-02-29..2025-02-27"


class TestAddMonths:
    @pytest.mark.parametrize(
        ("months", "gives"),
        [
            (0, "2023-01-31"),
            (1, "2023-02-28"),
            (2, "2023-03-31"),
            (3, "2023-04-30"),
            (13, "2024-02-29"),
            (-2, "2022-11-30"),
        ],
    )
    def test_counts_from_the_anchor_and_clamps_to_the_months_end(self, months, gives):
        assert add_months(day("2023-01-31"), months) == day(gives)

    @pytest.mark.parametrize("months", [12 * 8000, -12 * 3000])
    def test_refuses_to_leave_the_calendar(self, months):
        with pytest.raises(DateOutOfRange):
            add_months(day("2026-01-01"), months)


class TestTermEnd:
    @pytest.mark.parametrize(
        ("start", "months", "end"),
        [("2024-02-29", 12, "2025-02-27"), ("2026-01-01", 12, "2026-12-31"), ("2026-01-31", 1, "2026-02-27")],
    )
    def test_is_start_plus_months_less_a_day(self, start, months, end):
        assert term_end(day(start), months) == day(end)


class TestMonthsAndDays:
    @pytest.mark.parametrize(
        ("period", "months", "days"),
        [
            ("2024-01-01..2024-12-31", 12, 0),
            ("2024-02-29..2025-02-27", 12, 0),
            ("2024-02-29..2025-02-28", 12, 1),
            ("2025-01-31..2025-02-27", 1, 0),
            ("2025-01-31..2025-02-28", 1, 1),
            ("2026-07-01..2026-12-31", 6, 0),
            ("2019-05-23..2019-09-30", 4, 8),
            ("2026-01-01..2026-01-01", 0, 1),
            ("2026-01-31..2026-03-30", 2, 0),
        ],
    )
    def test_takes_the_most_whole_months_and_the_days_left(self, period, months, days):
        assert span(period).months_and_days() == MonthsAndDays(months, days)

    def test_refuses_a_span_that_ends_before_it_starts(self):
        with pytest.raises(PeriodEmpty):
            months_and_days(day("2026-01-02"), day("2026-01-01"))


class TestDays30e:
    @pytest.mark.parametrize(
        ("period", "days"),
        [
            ("2025-01-31..2025-02-27", 28),
            ("2025-01-31..2025-02-28", 31),
            ("2024-02-29..2025-02-27", 359),
            ("2026-01-01..2026-12-31", 360),
        ],
    )
    def test_counts_thirty_days_a_month(self, period, days):
        assert days_30e(span(period).start, span(period).end) == days


class TestSplitAtMonths:
    def test_cuts_at_the_borders_of_months(self):
        parts = [str(part) for part in split_at_months(span("2026-01-20..2026-03-02"))]

        assert parts == ["2026-01-20..2026-01-31", "2026-02-01..2026-02-28", "2026-03-01..2026-03-02"]

    def test_leaves_a_span_within_a_month_whole(self):
        assert list(split_at_months(span("2026-01-02..2026-01-30"))) == [span("2026-01-02..2026-01-30")]


class TestPeriodsFrom:
    def test_anchored_on_the_31st_bill_on_each_months_end(self):
        starts = [period.start for period in periods_from(day("2026-01-31"), 1, day("2026-05-01"))]

        assert starts == [day("2026-01-31"), day("2026-02-28"), day("2026-03-31"), day("2026-04-30")]

    def test_follow_each_other_without_a_gap(self):
        first, second = periods_from(day("2026-01-31"), 1, day("2026-03-01"))

        assert first.end == second.start

    def test_reach_beyond_the_end_with_the_last_whole_period(self):
        (only,) = periods_from(day("2026-01-01"), 12, day("2026-07-01"))

        assert only.last == day("2026-12-31")

    def test_refuse_periods_of_no_months(self):
        with pytest.raises(ValueError, match="month"):
            next(periods_from(day("2026-01-01"), 0, day("2026-07-01")))


class TestMonth:
    def test_ends_on_its_last_day(self):
        assert month_end(day("2024-02-10")) == day("2024-02-29")
        assert days_in_month(day("2023-02-10")) == 28


class TestNextDay:
    def test_follows(self):
        assert next_day(day("2024-02-28")) == day("2024-02-29")

    def test_refuses_to_leave_the_calendar(self):
        with pytest.raises(DateOutOfRange):
            next_day(date.max)
