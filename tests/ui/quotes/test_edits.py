from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from app.catalog.reduction import percent_off
from app.kernel.money import Currency, Money
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import LineRole
from app.quotes.quote import QuoteNotEditable
from app.services.exchange_rates import RatesOfDay
from tests.support.catalog import a_product
from tests.support.quotes import a_heading, a_line, a_quote, an_id
from ui.quotes.edits import (
    dated_on,
    duplicate,
    for_customer,
    in_currency,
    insert_before,
    line_of,
    move_before,
    rated,
    resolved,
    unresolved,
    with_header,
    with_role,
    with_section_discount,
)
from ui.quotes.kept_prices import kept_prices

EUR, USD = Currency.of("EUR"), Currency.of("USD")
QUOTE = a_quote(a_line(1), a_line(2), a_line(3), a_line(4))
KNOWN = FrozenRate(Decimal("0.92"), date(2026, 3, 1), "ECB")


def order(quote):
    return [line.id.int for line in quote.lines]


class TestLines:
    def test_several_move_together(self):
        assert order(move_before(QUOTE, [an_id(3), an_id(4)], an_id(1))) == [3, 4, 1, 2]
        assert order(move_before(QUOTE, [an_id(1)], None)) == [2, 3, 4, 1]

    def test_come_in_front_of_another_or_at_the_end(self):
        assert order(insert_before(QUOTE, [a_line(9)], an_id(2))) == [1, 9, 2, 3, 4]
        assert order(insert_before(QUOTE, [a_line(9)], None)) == [1, 2, 3, 4, 9]
        assert order(insert_before(QUOTE, [a_line(9)], an_id(77))) == [1, 2, 3, 4, 9]

    def test_copies_stand_behind_the_last_original(self):
        numbers = count(20)

        copied = duplicate(QUOTE, [an_id(1), an_id(3)], lambda: an_id(next(numbers)))

        assert order(copied) == [1, 2, 3, 20, 21, 4]
        assert copied.lines[3].sku == "SKU-1"

    def test_become_optional_and_ordinary_again(self):
        optional = with_role(QUOTE, [an_id(2)], LineRole.OPTIONAL)

        assert optional.lines[1].role is LineRole.OPTIONAL
        assert with_role(optional, [an_id(2)], LineRole.OPTIONAL).lines[1].role is LineRole.STANDARD

    def test_of_a_section_get_its_discount(self):
        quote = with_section_discount(a_quote(a_heading(1), a_line(2)), an_id(1), percent_off(5))

        assert quote.lines[0].discount == percent_off(5)


class TestProducts:
    def test_another_product_keeps_what_the_rep_decided(self):
        before = a_line(1, quantity="7", discount="5", role=LineRole.OPTIONAL)

        line = line_of(a_product("B-2", id=an_id(5)), before, "en")

        assert (line.id, line.sku, line.quantity) == (before.id, "B-2", Decimal(7))
        assert (line.discount, line.role) == (percent_off(5), LineRole.OPTIONAL)

    def test_typed_skus_are_looked_up(self):
        quote = a_quote(replace(a_line(1), product_id=None, sku="B-2"), a_line(2))

        assert unresolved(quote) == {"B-2"}
        found = resolved(quote, {"B-2": a_product("B-2", id=an_id(5))})
        assert found.lines[0].product_id == an_id(5)
        assert found.lines[1] is quote.lines[1]


class TestCurrency:
    def test_another_ones_rate_has_to_be_given(self):
        quote = in_currency(QUOTE, USD, EUR)

        assert quote.exchange == FrozenRate(on=QUOTE.dated)
        assert quote.exchange.source == ""

    def test_takes_the_rate_known_for_the_day(self):
        assert in_currency(QUOTE, USD, EUR, KNOWN).exchange == KNOWN
        assert in_currency(in_currency(QUOTE, USD, EUR, KNOWN), EUR, EUR, KNOWN).exchange == SAME_CURRENCY

    def test_a_rate_that_becomes_known_fills_what_is_missing_and_nothing_else(self):
        quote, typed = in_currency(QUOTE, USD, EUR), FrozenRate(Decimal("0.95"), QUOTE.dated, "bank")
        rates = RatesOfDay(QUOTE.dated, {"USD": KNOWN})

        assert rated(quote, rates, EUR).exchange == KNOWN
        assert rated(replace(quote, exchange=typed), rates, EUR).exchange == typed
        assert rated(QUOTE, rates, EUR) == QUOTE
        assert rated(replace(quote, dated=date(2026, 1, 1)), rates, EUR).exchange.source == ""

    def test_typed_prices_keep_their_numbers_and_that_is_said(self):
        typed = replace(a_line(1), unit_price=Decimal(1000))
        one, two = a_quote(typed), a_quote(typed, replace(typed, id=an_id(2)), a_line(3))

        said = kept_prices(two, in_currency(two, USD, EUR))

        assert in_currency(one, USD, EUR).lines[0].unit_price == 1000
        assert said == "2 typed prices were kept and are in USD now; check them."
        assert kept_prices(one, in_currency(one, USD, EUR)).startswith("1 typed price was kept")
        assert kept_prices(one, one) == kept_prices(QUOTE, in_currency(QUOTE, USD, EUR)) == ""

    def test_the_companys_own_needs_none(self):
        assert in_currency(in_currency(QUOTE, USD, EUR), EUR, EUR).exchange == SAME_CURRENCY

    def test_a_lump_sum_keeps_its_number(self):
        quote = replace(QUOTE, document_discount=Money(Decimal("10.50"), EUR))

        yen = Currency.of("JPY")
        assert in_currency(quote, yen, EUR).document_discount == Money(Decimal(11), yen)


class TestHeader:
    def test_a_customer_brings_what_is_usual_for_them(self):
        prepared = replace(
            QUOTE, customer_id=an_id(5), currency=USD, price_book="US", language="en_US", exchange=KNOWN
        )

        quote = for_customer(replace(QUOTE, notes="mine"), prepared, EUR)

        assert (quote.customer_id, quote.currency, quote.price_book) == (an_id(5), USD, "US")
        assert (quote.language, quote.notes, quote.exchange) == ("en_US", "mine", KNOWN)

    def test_another_date_keeps_the_days_of_validity(self):
        quote = dated_on(QUOTE, date(2026, 5, 1))

        assert (quote.price_date, quote.valid_until) == (date(2026, 5, 1), date(2026, 5, 31))

    def test_what_was_sent_is_not_edited(self):
        sent = replace(QUOTE, state=QuoteState.SENT)

        for edit in (
            lambda: with_header(sent, notes="x"),
            lambda: in_currency(sent, USD, EUR),
            lambda: for_customer(sent, sent, EUR),
            lambda: with_role(sent, [an_id(1)], LineRole.OPTIONAL),
            lambda: move_before(sent, [an_id(1)], None),
        ):
            with pytest.raises(QuoteNotEditable):
                edit()
