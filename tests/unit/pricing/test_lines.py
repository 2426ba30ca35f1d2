"""domain.md section 2: exact until rounded, and rounded once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.catalog.reduction import amount_off, percent_off
from app.company.policies import RoundingPolicy
from app.kernel.period import Period
from tests.support.catalog import a_book, a_schedule
from tests.support.pricing import HALF_A_YEAR, a_line, an_article, codes, net_of, priced_line

SEVEN_MONTHS = Period.inclusive(date(2026, 1, 1), date(2026, 7, 31))
ONE_MONTH = Period.inclusive(date(2026, 1, 1), date(2026, 1, 31))


class TestSection2:
    @pytest.mark.parametrize(
        ("price", "period", "quantity", "amount"),
        [("1000.01", SEVEN_MONTHS, "150", 8750088), ("0.22", ONE_MONTH, "3", 6)],
    )
    def test_multiplies_all_numerators_divides_once_and_rounds_last(self, price, period, quantity, amount):
        line = priced_line(a_line(quantity), *an_article(price, term=12), period=period)

        assert line.amount == amount

    @pytest.mark.parametrize(
        ("policies", "amount"),
        [({}, 96359), ({"rounding": RoundingPolicy.UNIT, "price_scale_offset": 0}, 96350)],
        ids=["line", "unit"],
    )
    def test_the_rounding_policy_rounds_the_unit_price_or_only_the_line(self, policies, amount):
        # 38.5434 x 25: line 963.59; unit at scale 2 (38.54) 963.50.
        line = priced_line(
            a_line("25", discount=percent_off(5)),
            *an_article("100", term=12),
            a_schedule(("1", "10")),
            period=HALF_A_YEAR,
            partner="8",
            distributor="2",
            policies=policies,
        )

        assert line.amount == amount

    def test_the_price_books_own_scale_counts_before_the_policys(self):
        book = a_book("FINE", price_scale=4)
        product, entry = an_article("0.33335")
        line = priced_line(
            a_line(),
            product,
            replace(entry, book="FINE"),
            book,
            book="FINE",
            policies={"rounding": RoundingPolicy.UNIT},
        )

        assert net_of(line) == "0.3334"

    @pytest.mark.parametrize(("currency", "amount"), [("JPY", 333), ("EUR", 33333), ("KWD", 333330)])
    def test_rounds_to_the_currencys_decimals(self, currency, amount):
        line = priced_line(
            a_line("1000"), *an_article("0.33333"), a_book("LIST", currency), currency=currency
        )

        assert line.amount == amount

    def test_rounds_halves_away_from_zero(self):
        assert priced_line(a_line("25"), *an_article("0.333")).amount == 833  # 8.325

    def test_a_price_may_be_for_a_hundred(self):
        line = priced_line(a_line("250"), *an_article("1.25", base_quantity=Decimal(100)))

        assert line.amount == 313  # 3.125

    def test_a_line_taken_back_rounds_away_from_zero_too(self):
        line = priced_line(a_line("-25"), *an_article("0.333"), allow_returns=True)

        assert line.amount == -833


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "quantity", ["0", "-1", "NaN", "sNaN", "Infinity", "1E+20", "0.0000001", "1E+999"]
    )
    def test_a_quantity_that_is_none(self, quantity):
        line = priced_line(a_line(quantity), *an_article())

        assert codes(line) == ["pricing.quantity_refused"]
        assert (line.amount, line.in_total) == (0, False)
        assert line.findings[0].where == "lines[A-1].quantity"

    def test_a_net_price_below_zero(self):
        line = priced_line(a_line(discount=amount_off("100.01", "EUR")), *an_article())

        assert codes(line) == ["pricing.net_below_zero"]
        assert (line.amount, line.in_total) == (0, False)

    def test_a_net_price_of_zero_is_a_price(self):
        line = priced_line(a_line(discount=percent_off(100)), *an_article())

        assert (line.amount, codes(line)) == (0, [])

    def test_an_amount_beyond_what_can_be_stored(self):
        line = priced_line(a_line("9000000000"), *an_article("9000000000"))

        assert codes(line) == ["pricing.amount_too_large"]
