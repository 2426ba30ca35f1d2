from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from app.billing.schedule import MOST_INSTALMENTS, ScheduleTooLong, billing_periods, due_by, schedule
from app.company.policies import Policies, ProrationMode
from app.kernel.period import Period
from tests.support.billing import a_contract, a_one_off, a_subscription, euros


def amounts(contract):
    return [one.amount.amount for one in schedule(contract)]


class TestSchedule:
    def test_a_one_off_falls_due_on_the_contracts_first_day(self):
        contract = a_contract(a_one_off(1, "500"))

        (only,) = schedule(contract)

        assert (only.due_on, only.amount, only.period) == (contract.starts_on, euros("500"), None)

    def test_a_year_of_100_is_billed_in_running_shares(self):
        shares = amounts(a_contract(a_subscription(1, "100.00")))

        assert shares[:3] == [Decimal("8.33"), Decimal("8.34"), Decimal("8.33")]
        assert sum(shares) == 100

    def test_bills_monthly_in_advance_from_the_anchor_never_chained(self):
        start = date(2027, 1, 31)

        days = [one.due_on for one in schedule(a_contract(a_subscription(1, "60", months=3, start=start)))]

        assert days == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]

    @pytest.mark.parametrize("day", [1, 28, 29, 30, 31])
    @pytest.mark.parametrize(
        "mode", [ProrationMode.MONTHS_AND_DAYS, ProrationMode.WHOLE_MONTHS, ProrationMode.PERIOD_DAYS]
    )
    def test_each_full_month_counts_alike_whatever_day_it_starts_on(self, day, mode):
        item = a_subscription(1, "239.76", start=date(2025, 1, day))

        shares = amounts(a_contract(item, policies=Policies(proration=mode)))

        assert shares == [Decimal("19.98")] * 12

    def test_a_stub_of_days_gets_its_share_by_the_proration_mode(self):
        period = Period(date(2026, 1, 1), date(2026, 2, 16))
        item = a_subscription(1, "100.00", start=date(2026, 1, 1))
        by_day = Policies(proration=ProrationMode.DAILY_365)

        contract = a_contract(
            type(item)(**{f: getattr(item, f) for f in item.__slots__} | {"period": period}), policies=by_day
        )

        assert amounts(contract) == [Decimal("67.39"), Decimal("32.61")]

    def test_the_document_discount_is_spread_like_the_amount(self):
        contract = a_contract(a_subscription(1, "120.00", months=3, document_discount=euros("10.00")))

        assert [one.document_discount.amount for one in schedule(contract)] == [
            Decimal("3.33"),
            Decimal("3.34"),
            Decimal("3.33"),
        ]

    def test_is_ordered_by_due_day(self):
        contract = a_contract(a_subscription(1, "24", months=2), a_one_off(2, "10"))

        assert [one.item_id.int for one in schedule(contract)] == [1, 2, 1]


class TestBillingPeriods:
    def test_covers_each_day_exactly_once(self):
        whole = Period(date(2026, 1, 31), date(2026, 6, 10))

        periods = billing_periods(whole, 1)

        assert periods[0].start == whole.start
        assert periods[-1].end == whole.end
        assert all(a.end == b.start for a, b in pairwise(periods))

    def test_stops_at_a_schedule_no_contract_has(self):
        with pytest.raises(ScheduleTooLong):
            billing_periods(Period(date(2000, 1, 1), date(2000 + MOST_INSTALMENTS // 12 + 1, 1, 1)), 1)


class TestDueBy:
    def test_includes_the_day_itself(self):
        instalments = schedule(a_contract(a_subscription(1, "36", months=3)))

        assert len(due_by(instalments, date(2026, 4, 2))) == 2
        assert len(due_by(instalments, date(2026, 4, 1))) == 1
