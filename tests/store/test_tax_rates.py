"""Dated tax rates in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.kernel.percent import Percent
from app.taxes.rate import TaxRate
from tests.support.catalog import valid
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine


def a_rate(points: str = "19", country: str = "DE", first: str = "2021-01-01", **facts) -> TaxRate:
    percent = Percent.of_points(Decimal(points))
    return TaxRate(
        country, TaxClass.STANDARD, percent, "Section 12 of the law", validity=valid(first), **facts
    )


class TestTaxRates:
    def test_come_back_as_they_were_written(self, store):
        rates = (a_rate("8.1", "CH", "2024-01-01"), a_rate(), a_rate("7.25", "US", region="CA"))
        with store.writing(an_act()) as uow:
            uow.tax_rates.write(rates)
            assert uow.tax_rates.all() == rates
            assert uow.tax_rates.of_countries(["US", "FR"]) == rates[2:]

    def test_one_of_the_same_first_day_replaces_the_one_before(self, store):
        with store.writing(an_act()) as uow:
            uow.tax_rates.write([a_rate("19"), a_rate("16", first="2020-07-01")])
            uow.tax_rates.write([a_rate("20")])
            assert [rate.percent.points for rate in uow.tax_rates.all()] == [16, 20]
