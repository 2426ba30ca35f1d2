from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.company.policies import Policies, ProrationMode
from app.kernel.money import Currency, Money
from app.kernel.period import Period
from app.kernel.ratio import Ratio
from app.pricing.printing import PrintedPrice, TermPrice, printed_price, printed_term
from app.pricing.proration import multiplier
from tests.support.pricing import a_line, an_article, priced_line

EUR = Currency.of("EUR")


class TestPrintedPrice:
    @pytest.mark.parametrize(
        ("quantity", "amount", "expected"),
        [
            ("10", 100_000, "100.00"),
            ("25", 833, "0.333"),
            ("25", 96_359, "38.5434"),
            ("3", 100, "0.333"),
        ],
    )
    def test_has_the_fewest_decimals_that_multiply_to_the_amount(self, quantity, amount, expected):
        exact = (385434, 10000) if expected == "38.5434" else None

        assert printed_price(Decimal(quantity), amount, EUR, exact) == (Decimal(expected), 1)

    def test_is_the_amount_for_the_quantity_where_six_decimals_do_not_suffice(self):
        """domain.md section 2: BT-146 = net, BT-149 = quantity."""
        found = printed_price(Decimal(30_000_000), 1_000_001, EUR)

        assert found == PrintedPrice(Decimal("10000.01"), Decimal(30_000_000))

    @given(
        st.decimals("0.000001", 10**7, places=6),
        st.integers(-(10**11), 10**11),
        st.sampled_from(["JPY", "EUR", "KWD"]),
    )
    def test_what_is_printed_multiplies(self, quantity, amount, code):
        currency = Currency.of(code)

        price, base = printed_price(quantity, amount, currency)

        product = Money(price, currency).times(quantity).amount / base
        assert Money(product, currency).rounded().minor == amount


YEAR = Period.of_months(date(2026, 12, 1), 12)


def term_of(line, *things, mode=ProrationMode.MONTHS_AND_DAYS, span=YEAR):
    found = priced_line(line, *things, period=span, policies=Policies(proration=mode))
    return found, printed_term(found, None, span, mode, EUR)


class TestPrintedTerm:
    def test_is_the_price_of_one_unit_in_the_time_it_is_quoted_in(self):
        _line, monthly = term_of(a_line("12"), *an_article("11.70", term=1))
        _line, yearly = term_of(a_line("12"), *an_article("1000", term=12))

        assert (monthly, yearly) == (TermPrice(Decimal("11.70"), 1), TermPrice(Decimal("1000.00"), 12))

    def test_a_one_time_line_has_none(self):
        assert term_of(a_line("12"), *an_article("11.70"))[1] is None

    @given(
        st.integers(1, 5000),
        st.decimals("0.01", 9999, places=4),
        st.integers(1, 60),
        st.sampled_from([1, 3, 12]),
        st.sampled_from(list(ProrationMode)),
    )
    def test_times_the_terms_and_the_quantity_it_rounds_to_the_amount(
        self, quantity, price, months, term, mode
    ):
        span = Period.of_months(date(2026, 1, 31), months)
        line, said = term_of(
            a_line(str(quantity), discount=None), *an_article(str(price), term=term), mode=mode, span=span
        )

        assert said.months == term
        if said.amount is not None:
            terms = multiplier(span, term, mode) * quantity
            assert (Ratio.of(said.amount) * terms).rounded(2) * 100 == line.amount
