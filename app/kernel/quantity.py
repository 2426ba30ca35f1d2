"""Units of measure by their UN/ECE Recommendation 20 codes, and exact conversion between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.kernel.errors import RuleViolation
from app.kernel.ratio import ONE, Ratio


class UnknownUnit(RuleViolation):
    """The code or name is no unit of measure known here."""

    code = "quantity.unknown_unit"


class NoConversion(RuleViolation):
    """Nothing says how many of one unit make another."""

    code = "quantity.no_conversion"


class ConversionNotPositive(RuleViolation):
    """A unit cannot be made of nothing or less."""

    code = "quantity.conversion_not_positive"


# code -> (plain English name, base unit of the same kind or itself, how many base units it is)
_UNITS: dict[str, tuple[str, str, Ratio]] = {
    "C62": ("piece", "C62", ONE),
    "H87": ("item", "C62", ONE),
    "EA": ("each", "C62", ONE),
    "PR": ("pair", "C62", Ratio(2)),
    "DZN": ("dozen", "C62", Ratio(12)),
    "CEN": ("hundred", "C62", Ratio(100)),
    "MIL": ("thousand", "C62", Ratio(1000)),
    "SET": ("set", "SET", ONE),
    "XBX": ("box", "XBX", ONE),
    "XPK": ("package", "XPK", ONE),
    "XPX": ("pallet", "XPX", ONE),
    "XCT": ("carton", "XCT", ONE),
    "LS": ("lump sum", "LS", ONE),
    "IE": ("person", "IE", ONE),
    "E48": ("service unit", "E48", ONE),
    "E49": ("working day", "E49", ONE),
    "SEC": ("second", "SEC", ONE),
    "MIN": ("minute", "SEC", Ratio(60)),
    "HUR": ("hour", "SEC", Ratio(3600)),
    "DAY": ("day", "SEC", Ratio(86400)),
    "WEE": ("week", "SEC", Ratio(604800)),
    "MON": ("month", "MON", ONE),
    "QAN": ("quarter", "MON", Ratio(3)),
    "SAN": ("half year", "MON", Ratio(6)),
    "ANN": ("year", "MON", Ratio(12)),
    "MGM": ("milligram", "GRM", Ratio(1, 1000)),
    "GRM": ("gram", "GRM", ONE),
    "KGM": ("kilogram", "GRM", Ratio(1000)),
    "TNE": ("tonne", "GRM", Ratio(1000000)),
    "LBR": ("pound", "GRM", Ratio(45359237, 100000)),
    "ONZ": ("ounce", "GRM", Ratio(45359237, 1600000)),
    "MMT": ("millimetre", "MMT", ONE),
    "CMT": ("centimetre", "MMT", Ratio(10)),
    "MTR": ("metre", "MMT", Ratio(1000)),
    "KMT": ("kilometre", "MMT", Ratio(1000000)),
    "INH": ("inch", "MMT", Ratio(254, 10)),
    "FOT": ("foot", "MMT", Ratio(3048, 10)),
    "YRD": ("yard", "MMT", Ratio(9144, 10)),
    "SMI": ("mile", "MMT", Ratio(1609344)),
    "CMK": ("square centimetre", "CMK", ONE),
    "MTK": ("square metre", "CMK", Ratio(10000)),
    "HAR": ("hectare", "CMK", Ratio(100000000)),
    "FTK": ("square foot", "CMK", Ratio(9290304, 10000)),
    "MLT": ("millilitre", "MLT", ONE),
    "CLT": ("centilitre", "MLT", Ratio(10)),
    "LTR": ("litre", "MLT", Ratio(1000)),
    "HLT": ("hectolitre", "MLT", Ratio(100000)),
    "MTQ": ("cubic metre", "MLT", Ratio(1000000)),
    "GLL": ("US gallon", "MLT", Ratio(3785411784, 1000000)),
    "WHR": ("watt hour", "WHR", ONE),
    "KWH": ("kilowatt hour", "WHR", Ratio(1000)),
    "MWH": ("megawatt hour", "WHR", Ratio(1000000)),
    "AD": ("byte", "AD", ONE),
    "2P": ("kilobyte", "AD", Ratio(1000)),
    "4L": ("megabyte", "AD", Ratio(1000000)),
    "E34": ("gigabyte", "AD", Ratio(1000000000)),
    "E35": ("terabyte", "AD", Ratio(1000000000000)),
}

_SYNONYMS = {
    "pcs": "C62", "pc": "C62", "pieces": "C62", "unit": "C62", "units": "C62", "ea": "EA", "items": "H87",
    "h": "HUR", "hr": "HUR", "hrs": "HUR", "hours": "HUR", "min": "MIN", "minutes": "MIN", "d": "DAY",
    "days": "DAY", "weeks": "WEE", "mo": "MON", "months": "MON", "years": "ANN", "kg": "KGM", "g": "GRM",
    "t": "TNE", "lb": "LBR", "oz": "ONZ", "mm": "MMT", "cm": "CMT", "m": "MTR", "km": "KMT", "in": "INH",
    "ft": "FOT", "m2": "MTK", "m3": "MTQ", "l": "LTR", "ml": "MLT", "kwh": "KWH", "mwh": "MWH", "mb": "4L",
    "gb": "E34", "tb": "E35", "boxes": "XBX", "pairs": "PR", "lump": "LS", "flat": "LS",
}  # fmt: skip

_BY_NAME = _SYNONYMS | {name: code for code, (name, _, _) in _UNITS.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure by its UN/ECE Recommendation 20 code (C62 piece, HUR hour, MON month, KGM kilogram).

    Raises:
        UnknownUnit: The code is not in the list kept here.
    """

    code: str

    def __post_init__(self) -> None:
        if self.code not in _UNITS:
            raise UnknownUnit(unit=self.code[:40])

    @classmethod
    def named(cls, text: str) -> Unit:
        """Return the unit people mean by a code, an English name or a common abbreviation.

        Raises:
            UnknownUnit: Nobody knows the word.
        """
        word = text.strip()
        code = word.upper() if word.upper() in _UNITS else _BY_NAME.get(word.lower(), word)
        return cls(code)

    @property
    def name(self) -> str:
        """Return the plain English name, the key of its translations."""
        return _UNITS[self.code][0]

    def __str__(self) -> str:
        return self.code


PIECE = Unit("C62")
HOUR = Unit("HUR")
MONTH = Unit("MON")

ALL_UNITS = tuple(Unit(code) for code in _UNITS)


@dataclass(frozen=True, slots=True)
class Conversion:
    """One `unit` is `factor` times the `other`: a box is 12 pieces.

    Raises:
        ConversionNotPositive: The factor is zero or negative.
    """

    unit: Unit
    other: Unit
    factor: Ratio

    def __post_init__(self) -> None:
        if self.factor.numerator <= 0:
            raise ConversionNotPositive(unit=self.unit.code, other=self.other.code, factor=str(self.factor))


def conversion_factor(source: Unit, target: Unit, conversions: Iterable[Conversion] = ()) -> Ratio:
    """Return how many `target` one `source` is, by the product's own conversions first, then by measure.

    Args:
        source: Unit the quantity is in.
        target: Unit wanted.
        conversions: The product's own: a box of 12, a roll of 50 m. They may be chained.

    Raises:
        NoConversion: No chain of conversions leads from one to the other.
    """
    own = tuple(conversions)
    reached = {source.code: ONE}
    waiting = [source.code]
    for here in waiting:  # grows while it is read: breadth first, so the shortest chain wins
        if here == target.code:
            return reached[here]
        for there, factor in _steps(here, target.code, own):
            if there not in reached:
                reached[there] = reached[here] * factor
                waiting.append(there)
    raise NoConversion(source=source.code, target=target.code)


def _steps(here: str, target: str, own: tuple[Conversion, ...]) -> Iterator[tuple[str, Ratio]]:
    for conversion in own:
        if conversion.unit.code == here:
            yield conversion.other.code, conversion.factor
        elif conversion.other.code == here:
            yield conversion.unit.code, ONE / conversion.factor
    _, base, factor = _UNITS[here]
    yield base, factor
    _, base_of_target, factor_of_target = _UNITS[target]
    if base_of_target == here:
        yield target, ONE / factor_of_target


def convert(quantity: Decimal, source: Unit, target: Unit, conversions: Iterable[Conversion] = ()) -> Ratio:
    """Return the quantity in the target unit, exactly; round it to the scale where it is stored.

    Raises:
        NoConversion: No chain of conversions leads from one unit to the other.
    """
    return conversion_factor(source, target, conversions) * quantity
