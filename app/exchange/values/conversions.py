"""Units a product is also sold in, as files write them: ``XBX = 12 C62``, a box is twelve pieces."""

from __future__ import annotations

import re

from app.exchange.values.units import read_unit
from app.kernel.errors import RuleViolation
from app.kernel.numbers import parse_number
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio

_WRITTEN = re.compile(
    r"\s*(?P<unit>[^=]+?)\s*=\s*(?P<top>[0-9.]+)\s*(?:/\s*(?P<bottom>[0-9]+))?\s*(?P<other>.+?)\s*"
)
_SHOWN = 40


class ConversionUnreadable(RuleViolation):
    """The text does not say how many of one unit another is."""

    code = "exchange.conversion_unreadable"


def read_conversion(text: str) -> Conversion:
    """Return the conversion a text says: ``box = 12 pieces``, ``ROL = 1/3 MTR``.

    Raises:
        ConversionUnreadable: Another form, or a part of nothing.
        UnknownUnit: Nobody knows a unit.
        ConversionNotPositive: It is made of nothing.
    """
    found = _WRITTEN.fullmatch(text)
    bottom = int(found["bottom"] or "1") if found else 0
    if found is None or not bottom:
        raise ConversionUnreadable(text=text[:_SHOWN])
    factor = Ratio.of(parse_number(found["top"])) / bottom
    return Conversion(Unit(read_unit(found["unit"])), Unit(read_unit(found["other"])), factor)


def written_conversion(conversion: Conversion) -> str:
    """Return the text that `read_conversion` reads back."""
    factor = conversion.factor
    many = f"{factor.numerator}" if factor.denominator == 1 else f"{factor.numerator}/{factor.denominator}"
    return f"{conversion.unit.code} = {many} {conversion.other.code}"
