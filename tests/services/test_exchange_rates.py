"""Exchange rates are entered, found again, and frozen into quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.kernel.money import Currency
from app.kernel.numbers import TooManyDecimals
from app.quotes.exchange_rate import SAME_CURRENCY, ExchangeRateNotPositive, FrozenRate
from app.services import company, exchange_rates, quotes
from tests.support.access import an_actor
from tests.support.deals import BIKES
from tests.support.stores import TODAY, an_act

CHF = Currency.of("CHF")


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


class TestRateFor:
    def test_the_companys_own_currency_needs_none(self, uow):
        assert exchange_rates.rate_for(uow, Currency.of("EUR"), TODAY) == SAME_CURRENCY

    def test_is_the_last_one_up_to_the_day(self, uow):
        for day, rate in (("2026-02-01", "1.03"), ("2026-03-01", "1.04"), ("2026-03-03", "1.05")):
            frozen = FrozenRate(Decimal(rate), date.fromisoformat(day), "ECB")
            uow.exchange_rates.write(CHF, Currency.of("EUR"), frozen)
        assert exchange_rates.rate_for(uow, CHF, TODAY) == FrozenRate(
            Decimal("1.04"), date(2026, 3, 1), "ECB"
        )

    def test_without_any_asks_by_having_no_source(self, uow):
        assert exchange_rates.rate_for(uow, CHF, TODAY).source == ""


class TestKnown:
    def test_names_the_last_rate_of_each_currency_up_to_the_day(self, uow):
        for day, rate in (("2026-02-01", "1.03"), ("2026-03-01", "1.04"), ("2026-03-03", "1.05")):
            frozen = FrozenRate(Decimal(rate), date.fromisoformat(day), "ECB")
            uow.exchange_rates.write(CHF, Currency.of("EUR"), frozen)
        own = FrozenRate(Decimal(3), TODAY, "typed")  # older versions took one
        uow.exchange_rates.write(Currency.of("EUR"), Currency.of("EUR"), own)

        assert {code: rate.rate for code, rate in exchange_rates.known(uow, TODAY).items()} == {
            "CHF": Decimal("1.04")
        }


class TestRatesOfDay:
    def test_are_for_documents_of_that_day_only(self, uow):
        entered = FrozenRate(Decimal("1.04"), date(2026, 3, 1), "ECB")
        uow.exchange_rates.write(CHF, Currency.of("EUR"), entered)

        rates = exchange_rates.rates_of_day(uow, TODAY)

        assert rates.of(CHF, TODAY) == entered
        assert rates.of(CHF, date(2026, 4, 1)) is None
        assert rates.of(Currency.of("USD"), TODAY) is None


class TestEnter:
    def test_keeps_todays_rate_and_replaces_it(self, uow):
        exchange_rates.enter(uow, an_act(), currency=CHF, rate=FrozenRate(Decimal("1.04"), source="ECB"))
        entered = exchange_rates.enter(uow, an_act(), currency=CHF, rate=FrozenRate(Decimal("1.0417")))
        assert exchange_rates.rate_for(uow, CHF, TODAY) == entered
        assert (entered.on, entered.source) == (TODAY, "typed")

    @pytest.mark.parametrize(
        ("rate", "refusal"),
        [("0", ExchangeRateNotPositive), ("-1", ExchangeRateNotPositive), ("1.0000001", TooManyDecimals)],
    )
    def test_refuses_what_converts_nothing(self, uow, rate, refusal):
        with pytest.raises(refusal):
            exchange_rates.enter(uow, an_act(), currency=CHF, rate=FrozenRate(Decimal(rate)))

    def test_refuses_the_currency_of_the_company(self, uow):
        with pytest.raises(exchange_rates.RateOfOwnCurrency):
            exchange_rates.enter(uow, an_act(), currency=Currency.of("EUR"), rate=Decimal(3))

    def test_keeps_one_of_an_earlier_day_for_documents_since(self, uow):
        earlier = date(2026, 2, 1)
        kept = exchange_rates.enter(uow, an_act(), currency=CHF, rate=FrozenRate(Decimal("1.03"), earlier))

        assert kept.on == earlier
        assert exchange_rates.rate_for(uow, CHF, TODAY) == kept
        assert exchange_rates.entered(uow, each=1) == ((CHF, kept),)
        assert uow.changes.touches("exchange_rate")

    def test_refuses_a_day_that_has_not_come(self, uow):
        exchange_rates.enter(uow, an_act(), currency=CHF, rate=FrozenRate(Decimal(1), TODAY))
        tomorrow = FrozenRate(Decimal(1), TODAY + timedelta(days=1))
        with pytest.raises(exchange_rates.RateInTheFuture):
            exchange_rates.enter(uow, an_act(), currency=CHF, rate=tomorrow)

    def test_is_a_setting_too(self, uow):
        company.change(uow, an_act(), name="rate.chf", text="1.0417")
        assert exchange_rates.rate_for(uow, CHF, TODAY).rate == Decimal("1.0417")

    def test_is_not_for_everybody(self, uow):
        rep = replace(an_act(), actor=an_actor(Role.REP))
        with pytest.raises(NotPermittedHere):
            exchange_rates.enter(uow, rep, currency=CHF, rate=FrozenRate(Decimal(1)))


class TestQuotes:
    def test_freeze_the_rate_of_their_day(self, uow):
        uow.customers.save(replace(uow.customers.get(BIKES), currency=CHF))
        entered = exchange_rates.enter(
            uow, an_act(), currency=CHF, rate=FrozenRate(Decimal("1.0417"), source="ECB")
        )
        assert quotes.start(uow, an_act(), customer_id=BIKES).exchange == entered
