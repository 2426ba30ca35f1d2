"""Dated tax rates by country, region and tax class, each with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.catalog.product import TaxClass
from app.catalog.validity import ALWAYS, Validity
from app.kernel.percent import Percent


@dataclass(frozen=True, slots=True)
class TaxRate:
    """What a place takes on one tax class while the row is valid.

    Attributes:
        country: ISO 3166-1 alpha-2.
        region: Subdivision without the country (``CA`` of US-CA); empty: the whole country.
        percent: On the net amount.
        source: Where the rate was read: the law or the authority's page, and as of when.
    """

    country: str
    tax_class: TaxClass
    percent: Percent
    source: str
    region: str = ""
    validity: Validity = ALWAYS

    @property
    def code(self) -> str:
        """Return the name the trace shows: ``DE standard 2021-01-01``."""
        place = f"{self.country}-{self.region}" if self.region else self.country
        first = self.validity.first
        return f"{place} {self.tax_class.value}" + (f" {first.isoformat()}" if first else "")


class TaxRates:
    """Every known rate, by place, class and day; a region without rows of its own uses its country's."""

    def __init__(self, rates: Iterable[TaxRate] = ()) -> None:
        self._by_place: dict[tuple[str, str, TaxClass], list[TaxRate]] = {}
        for rate in rates:
            self._by_place.setdefault((rate.country, rate.region, rate.tax_class), []).append(rate)
        for rows in self._by_place.values():
            rows.sort(key=lambda rate: rate.validity.first or date.min, reverse=True)

    def find(self, country: str, region: str, tax_class: TaxClass, on: date) -> TaxRate | None:
        """Return the rate of a place on a day, the newest row where several are valid; None where unknown."""
        for place in dict.fromkeys((region, "")):
            for rate in self._by_place.get((country, place, tax_class), ()):
                if rate.validity.covers(on):
                    return rate
        return None
