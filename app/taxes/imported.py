"""A product file says ``19``: which tax class is that at home?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.catalog.product import TaxClass
from app.kernel.percent import Percent
from app.taxes.rate import TaxRates


class ImportedTax(NamedTuple):
    """The class of an imported rate; `percent` is kept where no domestic class has this rate."""

    tax_class: TaxClass
    percent: Percent | None


class Home(NamedTuple):
    """The seller's own place, whose classes name the rates of a file."""

    country: str
    region: str = ""


def class_of_rate(percent: Percent, home: Home, rates: TaxRates, on: date) -> ImportedTax:
    """Return the class whose domestic rate on the day is this percent, standard first.

    A rate of 0 is zero-rated; a rate no class has stays as the product's own, in class standard.
    """
    if not percent.fraction:
        return ImportedTax(TaxClass.ZERO, None)
    for tax_class in TaxClass:
        found = rates.find(home.country, home.region, tax_class, on)
        if found is not None and found.percent.fraction == percent.fraction:
            return ImportedTax(tax_class, None)
    return ImportedTax(TaxClass.STANDARD, percent)
