from datetime import date
from decimal import Decimal

from app.catalog.product import TaxClass
from app.kernel.percent import Percent
from app.taxes.rate import TaxRate, TaxRates
from tests.support.catalog import valid


def a_rate(points, first="", last="", country="DE", region=""):
    return TaxRate(
        country, TaxClass.STANDARD, Percent.of_points(Decimal(points)), "test", region, valid(first, last)
    )


def points(rates, country="DE", region="", on="2026-01-01"):
    found = rates.find(country, region, TaxClass.STANDARD, date.fromisoformat(on))
    return None if found is None else found.percent.points


class TestFind:
    def test_takes_the_rate_of_the_day(self):
        rates = TaxRates([a_rate("19"), a_rate("16", "2020-07-01", "2020-12-31")])

        assert points(rates, on="2020-06-30") == 19
        assert points(rates, on="2020-07-01") == 16
        assert points(rates, on="2020-12-31") == 16
        assert points(rates, on="2021-01-01") == 19

    def test_takes_a_region_before_its_country(self):
        rates = TaxRates([a_rate("7", country="US"), a_rate("7.25", country="US", region="CA")])

        assert points(rates, "US", "CA") == Decimal("7.25")
        assert points(rates, "US", "NV") == 7

    def test_says_when_it_does_not_know(self):
        assert points(TaxRates([a_rate("19")]), "FR") is None


def test_the_code_of_a_row_names_place_class_and_first_day():
    assert a_rate("7.25", "2024-01-01", country="US", region="CA").code == "US-CA standard 2024-01-01"
