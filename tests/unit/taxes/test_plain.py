import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.catalog.product import TaxClass
from app.kernel.percent import PercentOutOfRange
from app.taxes.areas import EU_MEMBERS
from app.taxes.plain import TaxRateUnreadable, rate_from_plain, rate_to_plain
from app.taxes.rate import TaxRates

FILES = sorted((Path(__file__).parents[3] / "resources" / "tax_rates").glob("*.json"))
ROWS = [row for file in FILES for row in json.loads(file.read_text(encoding="utf-8"))["rates"]]
RATES = TaxRates(map(rate_from_plain, ROWS))

GERMAN = {"country": "DE", "class": "standard", "percent": "19", "source": "UStG"}


class TestRows:
    def test_come_back_as_they_were_written(self):
        assert [rate_to_plain(rate_from_plain(row)) for row in ROWS] == ROWS

    @pytest.mark.parametrize("field", ["country", "class", "percent", "source"])
    def test_a_missing_field_is_named(self, field):
        with pytest.raises(TaxRateUnreadable) as refused:
            rate_from_plain({name: value for name, value in GERMAN.items() if name != field})
        assert refused.value.params["field"] == field

    @pytest.mark.parametrize("change", [{"class": "cheap"}, {"first": "1.7.2020"}])
    def test_an_impossible_value_is_refused(self, change):
        with pytest.raises(TaxRateUnreadable):
            rate_from_plain(GERMAN | change)

    def test_a_rate_above_the_whole_is_refused(self):
        with pytest.raises(PercentOutOfRange):
            rate_from_plain(GERMAN | {"percent": "190"})


class TestSampleRates:
    def points(self, country, tax_class, on, region=""):
        found = RATES.find(country, region, TaxClass(tax_class), date.fromisoformat(on))
        return None if found is None else found.percent.points

    def test_every_row_has_a_source(self):
        assert all(row["source"].strip() for row in ROWS)

    def test_every_member_state_and_every_us_state_has_a_standard_rate(self):
        today = "2025-09-01"

        assert all(
            self.points(country, "standard", today) is not None for country in EU_MEMBERS | {"CH", "GB"}
        )
        states = {row["region"] for row in ROWS if row["country"] == "US"}
        assert len(states) == 51
        assert all(self.points("US", "standard", today, state) is not None for state in states)

    def test_rows_of_one_class_never_overlap(self):
        seen = {}
        for rate in map(rate_from_plain, ROWS):
            others = seen.setdefault((rate.country, rate.region, rate.tax_class), [])
            assert not any(rate.validity.overlaps(other) for other in others), rate
            others.append(rate.validity)

    @pytest.mark.parametrize(
        ("country", "tax_class", "on", "points"),
        [
            ("DE", "standard", "2020-06-30", "19"),
            ("DE", "standard", "2020-12-31", "16"),
            ("DE", "reduced", "2020-07-01", "5"),
            ("DE", "standard", "2021-01-01", "19"),
            ("CH", "standard", "2023-12-31", "7.7"),
            ("CH", "standard", "2024-01-01", "8.1"),
            ("FI", "standard", "2024-09-01", "25.5"),
            ("EE", "standard", "2025-06-30", "22"),
            ("EE", "standard", "2025-07-01", "24"),
            ("RO", "standard", "2025-07-31", "19"),
            ("RO", "standard", "2025-08-01", "21"),
            ("SK", "standard", "2025-01-01", "23"),
            ("IE", "standard", "2020-10-01", "21"),
            ("LU", "standard", "2023-06-30", "16"),
        ],
    )
    def test_a_change_holds_from_its_day(self, country, tax_class, on, points):
        assert self.points(country, tax_class, on) == Decimal(points)
