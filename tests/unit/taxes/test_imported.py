from datetime import date
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.kernel.percent import Percent
from app.taxes.imported import Home, class_of_rate
from app.taxes.rate import TaxRate, TaxRates

DAY = date(2026, 7, 1)
RATES = TaxRates(
    [
        TaxRate("DE", TaxClass.STANDARD, Percent.of_points(19), "test"),
        TaxRate("DE", TaxClass.REDUCED, Percent.of_points(7), "test"),
        TaxRate("US", TaxClass.STANDARD, Percent.of_points(Decimal("7.25")), "test", "CA"),
    ]
)


@pytest.mark.parametrize(
    ("points", "home", "tax_class", "kept"),
    [
        ("19", Home("DE"), TaxClass.STANDARD, None),
        ("19.00", Home("DE"), TaxClass.STANDARD, None),
        ("7", Home("DE"), TaxClass.REDUCED, None),
        ("0", Home("DE"), TaxClass.ZERO, None),
        ("16", Home("DE"), TaxClass.STANDARD, "16"),
        ("7.25", Home("US", "CA"), TaxClass.STANDARD, None),
        ("8.25", Home("US", "CA"), TaxClass.STANDARD, "8.25"),
        ("19", Home("JP"), TaxClass.STANDARD, "19"),
    ],
)
def test_the_class_is_the_one_with_this_rate_at_home(points, home, tax_class, kept):
    found = class_of_rate(Percent.of_points(Decimal(points)), home, RATES, DAY)

    assert found.tax_class is tax_class
    assert (found.percent and found.percent.points) == (kept and Decimal(kept))
