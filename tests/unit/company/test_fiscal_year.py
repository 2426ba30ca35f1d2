from datetime import date

import pytest

from app.company.fiscal_year import CALENDAR_YEAR, FiscalYear, FiscalYearStartRefused, NamedAfter

APRIL = FiscalYear(4)
APRIL_BY_END = FiscalYear(4, NamedAfter.END)


class TestFiscalYear:
    @pytest.mark.parametrize(
        ("rule", "day", "year"),
        [
            (CALENDAR_YEAR, "2026-01-01", 2026),
            (CALENDAR_YEAR, "2026-12-31", 2026),
            (APRIL, "2026-03-31", 2025),
            (APRIL, "2026-04-01", 2026),
            (APRIL_BY_END, "2026-03-31", 2026),
            (APRIL_BY_END, "2026-04-01", 2027),
            (FiscalYear(1, NamedAfter.END), "2026-05-01", 2026),
        ],
    )
    def test_names_the_year_of_a_day(self, rule, day, year):
        assert rule.year_of(date.fromisoformat(day)) == year

    def test_spans_twelve_months(self):
        assert str(APRIL.period_of(date(2027, 2, 14))) == "2026-04-01..2027-03-31"
        assert str(CALENDAR_YEAR.period_of(date(2026, 2, 14))) == "2026-01-01..2026-12-31"

    @pytest.mark.parametrize("month", [0, 13])
    def test_refuses_a_month_no_year_has(self, month):
        with pytest.raises(FiscalYearStartRefused):
            FiscalYear(month)
