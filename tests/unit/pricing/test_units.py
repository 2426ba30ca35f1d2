import pytest

from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.units import factor
from tests.support.catalog import a_product

BOXED = a_product(conversions=(Conversion(Unit("XBX"), Unit("C62"), Ratio(12)),))


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("C62", "C62", (1, 1)),
        ("C62", "", (1, 1)),
        ("XBX", "C62", (12, 1)),
        ("C62", "XBX", (1, 12)),
        ("DZN", "XBX", (1, 1)),
        ("XBX", "KGM", None),
        ("QQQ", "C62", None),
    ],
)
def test_the_products_own_conversions_join_the_general_ones(source, target, found):
    assert factor(source, target, BOXED) == found
