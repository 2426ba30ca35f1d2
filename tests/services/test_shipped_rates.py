"""The shipped tax rates can be read, and every row says where it was read."""

from datetime import date
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.services.shipped_rates import shipped_rates
from app.taxes.rate import TaxRates


class TestShippedRates:
    def test_name_their_source(self):
        rates = shipped_rates()
        assert len(rates) > 100
        assert all(rate.source for rate in rates)

    @pytest.mark.parametrize(
        ("country", "points"), [("DE", "19"), ("AT", "20"), ("CH", "8.1"), ("FR", "20"), ("GB", "20")]
    )
    def test_know_the_standard_rate(self, country, points):
        found = TaxRates(shipped_rates()).find(country, "", TaxClass.STANDARD, date(2026, 1, 1))
        assert found is not None
        assert found.percent.points == Decimal(points)

    def test_are_one_per_place_class_and_first_day(self):
        keys = [(r.country, r.region, r.tax_class, r.validity.first) for r in shipped_rates()]
        assert len(keys) == len(set(keys))
