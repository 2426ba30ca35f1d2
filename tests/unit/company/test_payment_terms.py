from datetime import date
from decimal import Decimal

import pytest

from app.company.payment_terms import (
    Due,
    DueRule,
    EarlyStep,
    Instalment,
    PaymentTerms,
    TermsIncomplete,
    TermsOutOfRange,
    annual_cost,
)
from app.company.terms_text import terms_of
from app.kernel.percent import Percent
from tests.support.money import amounts, eur, jpy

ISSUED = date(2026, 1, 31)


def percent(points: str) -> Percent:
    return Percent.of_points(Decimal(points))


def instalments(*shares) -> PaymentTerms:
    return PaymentTerms(tuple(Instalment(Due(day), share) for day, share in enumerate(shares)))


class TestDue:
    @pytest.mark.parametrize(
        ("due", "on"),
        [
            (Due(0), "2026-01-31"),
            (Due(30), "2026-03-02"),
            (Due(0, DueRule.END_OF_MONTH), "2026-01-31"),
            (Due(1, DueRule.END_OF_MONTH), "2026-02-28"),
            (Due(30, DueRule.END_OF_MONTH), "2026-03-31"),
            (Due(0, DueRule.DAY_OF_MONTH, 31), "2026-01-31"),
            (Due(0, DueRule.DAY_OF_MONTH, 15), "2026-02-15"),
            (Due(10, DueRule.DAY_OF_MONTH, 31), "2026-02-28"),
            (Due(20, DueRule.DAY_OF_MONTH, 19), "2026-03-19"),
        ],
    )
    def test_counts_days_and_then_goes_on_to_the_rule(self, due, on):
        assert due.date_for(ISSUED) == date.fromisoformat(on)

    def test_of_a_day_in_december_goes_over_the_year(self):
        assert Due(0, DueRule.DAY_OF_MONTH, 5).date_for(date(2026, 12, 6)) == date(2027, 1, 5)

    @pytest.mark.parametrize("days", [-1, 3651])
    def test_refuses_days_out_of_range(self, days):
        with pytest.raises(TermsOutOfRange):
            Due(days)

    @pytest.mark.parametrize(
        ("rule", "day"), [(DueRule.DAY_OF_MONTH, 0), (DueRule.DAY_OF_MONTH, 32), (DueRule.DAYS, 1)]
    )
    def test_refuses_a_day_no_month_has(self, rule, day):
        with pytest.raises(TermsOutOfRange):
            Due(0, rule, day)


class TestPaymentTerms:
    def test_are_the_whole_in_thirty_days_by_default(self):
        (only,) = PaymentTerms().schedule(eur("100"), ISSUED)

        assert (only.on, only.amount) == (date(2026, 3, 2), eur("100"))

    @pytest.mark.parametrize(
        "shares",
        [
            [],
            [None, None],
            [percent("99.99")],
            [percent("60"), percent("41")],
            [percent("60"), percent("41"), None],
            [Decimal("10")],
            [percent("100"), Decimal("10")],
        ],
    )
    def test_refuse_what_does_not_make_up_the_whole(self, shares):
        with pytest.raises(TermsIncomplete):
            instalments(*shares)

    @pytest.mark.parametrize(
        "shares",
        [
            [None],
            [percent("100")],
            [percent("45"), percent("55")],
            [percent("100"), None],
            [Decimal("10"), None],
        ],
    )
    def test_take_what_does(self, shares):
        assert len(instalments(*shares).instalments) == len(shares)

    @pytest.mark.parametrize("amount", ["0", "-1", "NaN"])
    def test_refuse_a_fixed_amount_of_nothing(self, amount):
        with pytest.raises(TermsOutOfRange):
            Instalment(Due(0), Decimal(amount))

    @pytest.mark.parametrize("count", [60, 61])
    def test_have_sixty_instalments_and_no_more(self, count):
        shares = [Decimal(1)] * (count - 1) + [None]
        if count == 60:
            assert len(instalments(*shares).instalments) == 60
        else:
            with pytest.raises(TermsOutOfRange):
                instalments(*shares)


class TestSchedule:
    def test_shares_percents_as_running_totals(self):
        parts = instalments(percent("45"), percent("45"), percent("10")).schedule(eur("10.01"), ISSUED)

        assert amounts(part.amount for part in parts) == ["4.50", "4.51", "1.00"]

    def test_takes_fixed_amounts_and_leaves_the_rest(self):
        parts = instalments(Decimal("500"), percent("10"), None).schedule(eur("1000.00"), ISSUED)

        assert amounts(part.amount for part in parts) == ["500.00", "100.00", "400.00"]

    def test_takes_no_more_than_there_is(self):
        parts = instalments(Decimal("500"), percent("50"), None).schedule(eur("600.00"), ISSUED)

        assert amounts(part.amount for part in parts) == ["500.00", "100.00"]

    def test_splits_a_credit_like_the_invoice(self):
        parts = instalments(percent("45"), percent("45"), percent("10")).schedule(eur("-10.01"), ISSUED)

        assert amounts(part.amount for part in parts) == ["-4.50", "-4.51", "-1.00"]

    def test_names_a_day_even_when_there_is_nothing_to_pay(self):
        (only,) = instalments(percent("50"), None).schedule(eur("0.00"), ISSUED)

        assert (only.on, only.amount) == (date(2026, 2, 1), eur("0.00"))

    def test_splits_a_currency_without_decimals(self):
        parts = instalments(percent("33.3"), None).schedule(jpy("100"), ISSUED)

        assert amounts(part.amount for part in parts) == ["33", "67"]

    def test_is_over_on_the_last_due_day(self):
        terms = PaymentTerms((Instalment(Due(60), percent("50")), Instalment(Due(10))))

        assert terms.last_due(date(2026, 1, 1)) == date(2026, 3, 2)


class TestEarlyPayment:
    def test_of_two_percent_in_seven_days_is_98_up_to_and_including_day_seven(self):
        terms = terms_of("2% discount 7 days, 30 days")

        paid = [terms.payable_on(eur("100.00"), date(2026, 1, 1), date(2026, 1, day)) for day in (1, 8, 9)]
        assert amounts(paid) == ["98.00", "98.00", "100.00"]

    def test_offers_say_day_discount_and_what_is_left(self):
        (offer,) = terms_of("3% discount 10 days, 30 days").early_offers(eur("33.33"), date(2026, 1, 25))

        assert (offer.until, offer.discount, offer.payable) == (date(2026, 2, 4), eur("1.00"), eur("32.33"))

    def test_takes_the_best_step_still_open(self):
        terms = terms_of("3% discount 7 days, 2% discount 14 days, 30 days")

        paid = [
            terms.payable_on(eur("100.00"), date(2026, 1, 1), date(2026, 1, day)) for day in (8, 9, 15, 16)
        ]
        assert amounts(paid) == ["97.00", "98.00", "98.00", "100.00"]

    @pytest.mark.parametrize("days", [-1, 3651])
    def test_refuses_days_out_of_range(self, days):
        with pytest.raises(TermsOutOfRange):
            EarlyStep(percent("2"), days)


class TestAnnualCost:
    def test_of_two_ten_net_thirty_is_37_24_percent(self):
        assert annual_cost(EarlyStep(percent("2"), 10), 30).rounded(4) == Decimal("0.3724")

    @pytest.mark.parametrize(("points", "net_days"), [("2", 10), ("100", 30)])
    def test_is_refused_where_there_is_no_credit(self, points, net_days):
        with pytest.raises(TermsOutOfRange):
            annual_cost(EarlyStep(percent(points), 10), net_days)
