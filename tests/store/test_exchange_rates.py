"""Dated exchange rates in and out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.kernel.money import Currency
from app.quotes.exchange_rate import FrozenRate
from tests.support.stores import an_act

CHF, EUR = Currency.of("CHF"), Currency.of("EUR")


pytestmark = pytest.mark.every_engine


class TestExchangeRates:
    def test_give_the_latest_up_to_a_day(self, store):
        monday, friday = date(2026, 3, 2), date(2026, 3, 6)
        with store.writing(an_act()) as uow:
            for day, rate in ((monday, "1.04"), (friday, "1.05")):
                uow.exchange_rates.write(CHF, EUR, FrozenRate(Decimal(rate), day, "ECB"))
            found = [uow.exchange_rates.latest(CHF, EUR, date(2026, 3, day)) for day in (1, 2, 5, 6)]
            assert [rate and rate.on for rate in found] == [None, monday, monday, friday]
            assert uow.exchange_rates.latest(EUR, CHF, friday) is None

    def test_are_known_by_currency_up_to_a_day(self, store):
        monday, friday = date(2026, 3, 2), date(2026, 3, 6)
        usd = Currency.of("USD")
        with store.writing(an_act()) as uow:
            for currency, day, rate in (
                (CHF, monday, "1.04"),
                (CHF, friday, "1.05"),
                (usd, monday, "0.9"),
            ):
                uow.exchange_rates.write(currency, EUR, FrozenRate(Decimal(rate), day, "ECB"))
            found = uow.exchange_rates.every_latest(EUR, date(2026, 3, 5))

            assert found == {
                "CHF": FrozenRate(Decimal("1.04"), monday, "ECB"),
                "USD": FrozenRate(Decimal("0.9"), monday, "ECB"),
            }
            assert uow.exchange_rates.every_latest(CHF, friday) == {}
            assert uow.changes.touches("exchange_rate")

    def test_are_listed_by_currency_newest_first_and_so_many_of_each(self, store):
        usd = Currency.of("USD")
        with store.writing(an_act()) as uow:
            for currency, day in ((usd, 2), (CHF, 2), (CHF, 6), (CHF, 4)):
                rate = FrozenRate(Decimal("1.04"), date(2026, 3, day), "ECB")
                uow.exchange_rates.write(currency, EUR, rate)
            found = uow.exchange_rates.newest(EUR, 2)

            assert [(currency, rate.on.day) for currency, rate in found] == [(CHF, 6), (CHF, 4), (usd, 2)]
            assert uow.exchange_rates.newest(CHF, 2) == []

    def test_one_of_the_same_day_replaces_the_one_before(self, store):
        day = date(2026, 3, 2)
        with store.writing(an_act()) as uow:
            for rate in ("1.04", "1.041667"):
                uow.exchange_rates.write(CHF, EUR, FrozenRate(Decimal(rate), day, "ECB"))
            assert uow.exchange_rates.latest(CHF, EUR, day) == FrozenRate(Decimal("1.041667"), day, "ECB")
