from decimal import Decimal

import pytest

from app.kernel.money import (
    CashStepNotPositive,
    Currency,
    CurrencyMismatch,
    Money,
    NothingToShareBy,
    UnknownCurrency,
    allocate,
    running_shares,
    to_price_scale,
    total_of,
    up_to_price_scale,
)
from app.kernel.numbers import NumberOutOfRange, TooManyDecimals
from app.kernel.ratio import Ratio
from tests.support.money import EUR, JPY, KWD, amounts, chf, eur, jpy, kwd


class TestCurrency:
    def test_has_the_decimals_of_iso_4217(self):
        assert [currency.exponent for currency in (JPY, EUR, KWD)] == [0, 2, 3]

    @pytest.mark.parametrize("code", ["XXX", "eur", "EURO", ""])
    def test_refuses_a_code_that_is_no_currency(self, code):
        with pytest.raises(UnknownCurrency):
            Currency.of(code)

    def test_prices_have_two_decimals_more(self):
        assert [currency.price_scale for currency in (JPY, EUR, KWD)] == [2, 4, 5]


class TestMoney:
    def test_adds_and_subtracts_exactly(self):
        assert eur("0.1") + eur("0.2") - eur("0.3") == Money.zero(EUR)

    @pytest.mark.parametrize("operation", ["__add__", "__sub__", "__lt__", "__le__"])
    def test_refuses_another_currency(self, operation):
        with pytest.raises(CurrencyMismatch):
            getattr(eur("1"), operation)(chf("1"))

    def test_compares_amounts(self):
        assert eur("1") < eur("1.01") <= eur("1.01")
        assert eur("2") > eur("1.99") >= eur("-1")
        assert eur("1.0") == eur("1.00")

    def test_is_something_unless_it_is_nothing(self):
        assert eur("0.01")
        assert not eur("0.00")

    def test_has_a_magnitude(self):
        assert abs(eur("-3")) == abs(eur("3")) == eur("3")

    def test_multiplies_exactly(self):
        assert eur("38.5434").times(25) == eur("963.585")

    def test_keeps_a_product_of_forty_digits(self):
        product = eur("1000000000000.000001").times(Decimal("1000000000000.000001"))

        assert product == eur("1000000000000000002000000.000000000001")

    def test_rounds_a_line_half_away_from_zero(self):
        assert eur("38.5434").times(25).rounded() == eur("963.59")
        assert eur("-6491.34").times(Decimal("0.25")).rounded() == eur("-1622.84")

    def test_is_written_with_its_currency(self):
        assert str(eur("19.90")) == "19.90 EUR"

    @pytest.mark.parametrize(
        ("money", "units"), [(eur("19.99"), 1999), (jpy("500"), 500), (kwd("1.234"), 1234)]
    )
    def test_is_stored_in_smallest_units(self, money, units):
        assert money.minor == units
        assert Money.of_minor(units, money.currency) == money

    def test_refuses_to_store_what_is_finer_than_the_currency(self):
        with pytest.raises(TooManyDecimals):
            _ = eur("0.005").minor

    def test_refuses_to_store_what_64_bits_cannot_hold(self):
        with pytest.raises(NumberOutOfRange):
            _ = eur("92233720368547758.08").minor

    def test_keeps_the_largest_amount_64_bits_hold(self):
        assert eur("92233720368547758.07").minor == 2**63 - 1


class TestRatiosOfMoney:
    def test_multiply_numerators_first_and_divide_once(self):
        assert eur("1000.01").times(Ratio(7, 12)).times(150).rounded() == eur("87500.88")

    def test_stay_exact_where_no_decimal_is(self):
        assert eur("0.22").times(Ratio(1, 12)).times(3).rounded() == eur("0.06")

    def test_add_up_before_they_are_rounded(self):
        third = eur("0.10").times(Ratio(1, 3))

        assert (third + third + third).rounded() == eur("0.10")
        assert (third + eur("1")).rounded() == eur("1.03")

    def test_refuse_another_currency(self):
        with pytest.raises(CurrencyMismatch):
            _ = eur("1").times(Ratio(1, 3)) + chf("1")


class TestCashStep:
    @pytest.mark.parametrize(
        ("amount", "cash"), [("1.02", "1.00"), ("1.025", "1.05"), ("1.03", "1.05"), ("-1.025", "-1.05")]
    )
    def test_rounds_to_the_nearest_coin(self, amount, cash):
        assert chf(amount).to_cash_step(Decimal("0.05")) == chf(cash)

    @pytest.mark.parametrize("step", ["0", "-0.05"])
    def test_refuses_a_coin_worth_nothing(self, step):
        with pytest.raises(CashStepNotPositive):
            chf("1").to_cash_step(Decimal(step))


class TestPriceScale:
    def test_rounds_half_away_from_zero(self):
        assert to_price_scale(Decimal("38.5434"), 2) == Decimal("38.54")
        assert to_price_scale(Ratio(1, 8), 2) == Decimal("0.13")

    def test_a_floor_is_never_below_what_it_was_derived_from(self):
        assert up_to_price_scale(Decimal("38.5401"), 2) == Decimal("38.55")
        assert up_to_price_scale(Ratio(2, 3), 4) == Decimal("0.6667")


class TestTotalOf:
    def test_is_zero_of_the_currency_when_there_is_nothing(self):
        assert total_of([], EUR) == eur("0")

    def test_adds_up(self):
        assert total_of([eur("1.10"), eur("2.20")], EUR) == eur("3.30")


class TestAllocate:
    def test_gives_lost_cents_to_the_largest_remainder(self):
        assert amounts(allocate(eur("100.00"), [1, 1, 4])) == ["16.67", "16.67", "66.66"]

    def test_gives_equal_remainders_to_earlier_parts(self):
        assert amounts(allocate(eur("0.05"), [1, 1, 1])) == ["0.02", "0.02", "0.01"]

    def test_gives_a_negative_line_no_share(self):
        assert amounts(allocate(eur("10.00"), [Decimal("30"), Decimal("-5"), Decimal("10")])) == [
            "7.50",
            "0.00",
            "2.50",
        ]

    def test_splits_a_negative_total_like_the_positive_one(self):
        assert amounts(allocate(eur("-0.05"), [1, 1, 1])) == ["-0.02", "-0.02", "-0.01"]

    def test_splits_a_currency_without_decimals(self):
        assert amounts(allocate(jpy("100"), [1, 1, 1])) == ["34", "33", "33"]

    def test_splits_by_ratios(self):
        assert amounts(allocate(eur("1.00"), [Ratio(1, 3), Ratio(2, 3)])) == ["0.33", "0.67"]

    def test_shares_nothing_by_nothing(self):
        assert amounts(allocate(eur("0"), [0, 0])) == ["0.00", "0.00"]

    @pytest.mark.parametrize("weights", [[], [0], [Decimal(-1)]])
    def test_refuses_to_lose_an_amount_nobody_may_take(self, weights):
        with pytest.raises(NothingToShareBy):
            allocate(eur("1.00"), weights)

    def test_refuses_a_total_finer_than_the_currency(self):
        with pytest.raises(TooManyDecimals):
            allocate(eur("1.005"), [1])


class TestRunningShares:
    def test_of_a_hundred_over_twelve_months(self):
        shares = amounts(running_shares(eur("100"), [1] * 12))

        assert shares[:3] == ["8.33", "8.34", "8.33"]
        assert sum(map(Decimal, shares)) == 100

    def test_of_percents_that_round(self):
        assert amounts(running_shares(eur("10.01"), [45, 45, 10])) == ["4.50", "4.51", "1.00"]

    def test_of_months_and_days(self):
        assert amounts(running_shares(eur("150"), [12, 6])) == ["100.00", "50.00"]

    def test_skip_a_period_of_no_length(self):
        assert amounts(running_shares(eur("1"), [1, 0, 1])) == ["0.50", "0.00", "0.50"]

    def test_refuse_to_lose_an_amount_no_period_takes(self):
        with pytest.raises(NothingToShareBy):
            running_shares(eur("1"), [0, 0])

    def test_share_nothing_by_nothing(self):
        assert amounts(running_shares(eur("0"), [0])) == ["0.00"]

    def test_refuse_a_period_that_runs_backwards(self):
        with pytest.raises(ValueError, match="negative"):
            running_shares(eur("1"), [2, -1])
