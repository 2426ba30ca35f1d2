from decimal import Decimal

import pytest

from app.catalog.lookup_table import (
    Band,
    Column,
    LookupBandsTwice,
    LookupCellRefused,
    LookupIndex,
    LookupKeysDuplicate,
    LookupRow,
    LookupTable,
    LookupTableEmpty,
    gaps,
)
from app.formulas.evaluating import value_text
from app.formulas.kinds import QUANTITY, TEXT, UNIT_PRICE
from app.kernel.numbers import TooManyDecimals
from tests.support.price_rules import ID, a_table, pair

BY_COUNTRY = (("country", Column.TEXT), ("quantity", Column.QUANTITY))


def found(table, *keys):
    asked = tuple(key if isinstance(key, str) else pair(*key) for key in keys)
    return value_text(LookupIndex(table).find(asked))


class TestLooking:
    @pytest.mark.parametrize(
        ("quantity", "value"),
        [("0.999999", ""), ("1", "5"), ("9.999999", "5"), ("10", "3"), ("1000000", "3"), ("-1", "")],
    )
    def test_bands_are_inclusive_below_and_nothing_lies_outside(self, quantity, value):
        assert found(a_table(), (quantity,)) == value

    def test_a_fraction_lies_in_its_band(self):
        assert value_text(LookupIndex(a_table()).find(((29, 3),))) == "5"
        assert value_text(LookupIndex(a_table()).find(((30, 3),))) == "3"

    def test_every_exact_key_has_its_own_bands(self):
        table = a_table("T", ("DE", ("1", None), "5"), ("FR", ("2", None), "7"), keys=BY_COUNTRY)
        assert found(table, "DE", ("1",)) == "5"
        assert found(table, "FR", ("1",)) == ""
        assert found(table, "FR", ("2",)) == "7"
        assert found(table, "IT", ("2",)) == ""

    def test_numbers_are_equal_however_they_are_written(self):
        table = a_table("T", ("1.50", "A"), keys=(("size", Column.NUMBER),), value=Column.TEXT)
        assert found(table, ("1.5",)) == "A"
        assert LookupIndex(table).find(((1, 3),)) is None

    def test_shape_says_what_a_formula_must_ask(self):
        table = a_table("T", ("DE", ("1", None), "5"), keys=BY_COUNTRY)
        assert table.shape == ((TEXT, QUANTITY), UNIT_PRICE)


class TestGaps:
    def test_between_bands_are_named(self):
        table = a_table("T", ("DE", ("1", "10"), "5"), ("DE", ("11", None), "3"), keys=BY_COUNTRY)
        (gap,) = gaps(table)
        assert gap.code == "catalog.lookup_gap"
        assert gap.params == {"table": "T", "keys": "DE", "above": "10", "below": "11"}

    def test_bands_that_touch_leave_none(self):
        assert gaps(a_table()) == ()


class TestRefusing:
    @pytest.mark.parametrize(
        "rows",
        [
            ((("1", "10"), "5"), (("1", "10"), "3")),
            ((("1", "10"), "5"), (("9.99", None), "3")),
            ((("1", None), "5"), (("20", None), "3")),
        ],
    )
    def test_bands_that_share_a_value(self, rows):
        with pytest.raises(LookupKeysDuplicate) as refusal:
            a_table("T", *rows)
        assert refusal.value.params == {"table": "T", "row": 1, "other": 2}

    def test_exact_keys_twice(self):
        with pytest.raises(LookupKeysDuplicate):
            a_table("T", ("1", "5"), ("2", "6"), ("1.0", "5"))

    def test_a_table_of_nothing(self):
        with pytest.raises(LookupTableEmpty):
            LookupTable(ID, "T", a_table().keys, Column.MONEY, ())
        with pytest.raises(LookupTableEmpty):
            LookupTable(ID, "T", (), Column.MONEY, (LookupRow((), Decimal(1)),))

    def test_two_columns_of_bands(self):
        band = ("1", None)
        with pytest.raises(LookupBandsTwice):
            a_table("T", (band, band, "5"), keys=(("a", Column.QUANTITY), ("b", Column.MONTHS)))

    @pytest.mark.parametrize(
        "row",
        [
            LookupRow(("many",), Decimal(5)),
            LookupRow((Decimal(5),), Decimal(5)),
            LookupRow((Band(Decimal(5), Decimal(5)),), Decimal(5)),
            LookupRow((Band(Decimal(1)),), "five"),
            LookupRow((Band(Decimal(1)), Band(Decimal(1))), Decimal(5)),
        ],
    )
    def test_a_cell_that_cannot_stand_there(self, row):
        with pytest.raises(LookupCellRefused):
            LookupTable(ID, "T", a_table().keys, Column.UNIT_PRICE, (row,))

    def test_numbers_nobody_keeps(self):
        with pytest.raises(TooManyDecimals):
            a_table("T", ("1", "0.0000001"))
