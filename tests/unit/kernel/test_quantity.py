from decimal import Decimal

import pytest

from app.kernel.quantity import (
    ALL_UNITS,
    HOUR,
    PIECE,
    Conversion,
    ConversionNotPositive,
    NoConversion,
    Unit,
    UnknownUnit,
    conversion_factor,
    convert,
)
from app.kernel.ratio import ONE, Ratio

BOX, CARTON, DAY, KILOGRAM, POUND = (Unit(code) for code in ("XBX", "XCT", "DAY", "KGM", "LBR"))
BOX_OF_12 = Conversion(BOX, PIECE, Ratio(12))


class TestUnit:
    @pytest.mark.parametrize(
        ("word", "code"),
        [("C62", "C62"), ("hur", "HUR"), ("Hour", "HUR"), ("pcs", "C62"), (" kg ", "KGM"), ("month", "MON")],
    )
    def test_is_found_by_code_name_and_abbreviation(self, word, code):
        assert Unit.named(word).code == code

    @pytest.mark.parametrize("word", ["", "flurb", "C63"])
    def test_refuses_what_nobody_knows(self, word):
        with pytest.raises(UnknownUnit):
            Unit.named(word)

    def test_has_a_name_for_people(self):
        assert HOUR.name == "hour"


class TestConversionFactor:
    def test_of_a_unit_to_itself_is_one(self):
        assert conversion_factor(BOX, BOX) == ONE

    def test_goes_both_ways(self):
        assert conversion_factor(BOX, PIECE, [BOX_OF_12]) == Ratio(12)
        assert conversion_factor(PIECE, BOX, [BOX_OF_12]) == Ratio(1, 12)

    def test_chains_the_products_own_conversions(self):
        carton = Conversion(CARTON, BOX, Ratio(10))

        assert conversion_factor(CARTON, PIECE, [BOX_OF_12, carton]) == Ratio(120)

    def test_measures_what_is_measured_alike(self):
        assert conversion_factor(Unit("TNE"), KILOGRAM) == Ratio(1000)
        assert conversion_factor(POUND, KILOGRAM) == Ratio(45359237, 100000000)

    def test_goes_on_from_a_product_to_a_measure(self):
        sack = Conversion(BOX, KILOGRAM, Ratio(25))

        assert conversion_factor(BOX, Unit("GRM"), [sack]) == Ratio(25000)
        assert conversion_factor(Unit("DZN"), BOX, [BOX_OF_12]) == ONE

    def test_takes_the_products_own_day_of_eight_hours_before_the_suns(self):
        assert conversion_factor(DAY, HOUR) == Ratio(24)
        assert conversion_factor(DAY, HOUR, [Conversion(DAY, HOUR, Ratio(8))]) == Ratio(8)

    def test_refuses_to_weigh_hours(self):
        with pytest.raises(NoConversion):
            conversion_factor(HOUR, KILOGRAM)

    @pytest.mark.parametrize("unit", ALL_UNITS, ids=str)
    def test_knows_the_way_back_of_every_unit(self, unit):
        base = Unit(unit.code)

        assert conversion_factor(unit, base) * conversion_factor(base, unit) == ONE

    @pytest.mark.parametrize("factor", [Ratio(0), Ratio(-12)])
    def test_refuses_a_box_of_nothing(self, factor):
        with pytest.raises(ConversionNotPositive):
            Conversion(BOX, PIECE, factor)


class TestConvert:
    def test_is_exact(self):
        assert convert(Decimal("2.5"), BOX, PIECE, [BOX_OF_12]) == Ratio(30)
        assert convert(Decimal(1), PIECE, BOX, [BOX_OF_12]) == Ratio(1, 12)
