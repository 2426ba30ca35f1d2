"""From the unit of a line to the unit of a price or a schedule."""

from __future__ import annotations

from app.catalog.product import Product
from app.kernel.quantity import NoConversion, Unit, UnknownUnit, conversion_factor
from app.pricing.exact import ONE, Exact


def factor(source: str, target: str, product: Product | None) -> Exact | None:
    """Return how many `target` one `source` is (UN/ECE codes); None where nothing says so.

    The product's own conversions count before the general ones; an empty target is the source.
    """
    if source == target or not target:
        return ONE
    try:
        ratio = conversion_factor(Unit(source), Unit(target), product.conversions if product else ())
    except (NoConversion, UnknownUnit):
        return None
    return ratio.numerator, ratio.denominator
