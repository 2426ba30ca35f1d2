"""domain.md section 3: the table of spans, list 12,000 per 12 months."""

from datetime import date
from decimal import Decimal

import pytest

from app.company.policies import ProrationMode
from app.kernel.period import Period
from app.kernel.ratio import Ratio
from app.pricing.proration import months, multiplier


def a_span(written: str) -> Period:
    first, last = written.split("..")
    return Period.inclusive(date.fromisoformat(first), date.fromisoformat(last))


def priced(span: str, mode: str, term: int = 12) -> Decimal:
    return (multiplier(a_span(span), term, ProrationMode(mode)) * Decimal(12_000)).rounded(2)


MODES = ("daily_365", "whole_months", "months_and_days", "calendar")
TABLE = {
    "2024-01-01..2024-12-31": ("12032.88", "12000", "12000", "12000"),
    "2024-02-29..2025-02-27": ("12000", "12000", "12000", "11998.77"),
    "2024-02-29..2025-02-28": ("12032.88", "13000", "12032.88", "12034.48"),
    "2025-01-31..2025-02-27": ("920.55", "1000", "1000", "996.54"),
    "2025-01-31..2025-02-28": ("953.42", "2000", "1032.88", "1032.26"),
    "2026-07-01..2026-12-31": ("6049.32", "6000", "6000", "6000"),
    "2019-05-23..2019-09-30": ("4306.85", "5000", "4263.01", "4290.32"),
}


class TestSection3:
    @pytest.mark.parametrize(
        ("span", "mode", "price"),
        [(span, mode, price) for span, row in TABLE.items() for mode, price in zip(MODES, row, strict=True)],
    )
    def test_the_table(self, span, mode, price):
        assert priced(span, mode) == Decimal(price)

    @pytest.mark.parametrize(
        ("span", "price"),
        [
            ("2025-01-31..2025-02-27", "933.33"),
            ("2025-01-31..2025-02-28", "1033.33"),
            ("2024-02-29..2025-02-27", "11966.67"),
        ],
    )
    def test_thirty_360_counts_months_of_thirty_days(self, span, price):
        assert priced(span, "thirty_360") == Decimal(price)

    def test_period_days_counts_a_whole_period_as_one(self):
        assert priced("2024-02-29..2025-02-27", "period_days") == Decimal(12000)

    def test_period_days_counts_a_stub_by_the_days_of_its_full_period(self):
        # 2024-01-01..2024-07-01 are 183 of the 366 days that the first yearly period has.
        assert multiplier(a_span("2024-01-01..2024-07-01"), 12, ProrationMode.PERIOD_DAYS) == Ratio(183, 366)
        assert multiplier(a_span("2024-01-01..2025-07-02"), 12, ProrationMode.PERIOD_DAYS) == Ratio(
            1
        ) + Ratio(183, 365)

    def test_a_price_for_a_month_takes_the_months_themselves(self):
        assert multiplier(a_span("2026-07-01..2026-12-31"), 1, ProrationMode.MONTHS_AND_DAYS) == Ratio(6)

    def test_months_of_period_days_are_periods_of_a_month(self):
        assert months(a_span("2026-02-01..2026-03-15"), ProrationMode.PERIOD_DAYS) == 1 + Ratio(15, 31)
