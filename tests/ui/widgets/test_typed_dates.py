from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.typed_dates import DateUnreadable, Order, read_date

BASE = date(2026, 3, 10)


class TestU8Dates:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("+30", date(2026, 4, 9)),
            ("-10", date(2026, 2, 28)),
            ("\u221210", date(2026, 2, 28)),
            ("+0", BASE),
            ("15", date(2026, 3, 15)),
            ("3", date(2026, 4, 3)),
            ("10", BASE),
            ("31", date(2026, 3, 31)),
            ("15.4", date(2026, 4, 15)),
            ("15.4.", date(2026, 4, 15)),
            ("1.2.27", date(2027, 2, 1)),
            ("1.2.1999", date(1999, 2, 1)),
            ("1.2.99", date(1999, 2, 1)),
            ("15/4", date(2026, 4, 15)),
            ("2026-04-15", date(2026, 4, 15)),
            (" 2026-4-5 ", date(2026, 4, 5)),
        ],
    )
    def test_are_read_as_people_type_them(self, text, expected):
        assert read_date(text, BASE) == expected

    def test_month_first_where_that_is_the_habit_but_never_with_dots(self):
        assert read_date("4/15", BASE, Order.MONTH_FIRST) == date(2026, 4, 15)
        assert read_date("15.4", BASE, Order.MONTH_FIRST) == date(2026, 4, 15)

    def test_a_day_that_this_month_lacks_is_in_the_next_that_has_it(self):
        assert read_date("31", date(2026, 4, 1)) == date(2026, 5, 31)
        assert read_date("30", date(2026, 1, 31)) == date(2026, 3, 30)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "abc",
            "31.2",
            "2026-02-30",
            "0",
            "32",
            "+99999",
            "1.13",
            "\N{ARABIC-INDIC DIGIT THREE}",
            "1e3",
            "15.4.2026.1",
        ],
    )
    def test_what_is_no_date_is_refused(self, text):
        with pytest.raises(DateUnreadable):
            read_date(text, BASE)


@given(st.integers(0, 36_525))
def test_days_on_and_back_are_exact(days):
    assert read_date(f"+{days}", BASE) == BASE + timedelta(days=days)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_refusal(text):
    with suppress(DateUnreadable):
        assert isinstance(read_date(text, BASE), date)
