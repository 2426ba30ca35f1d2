from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.product import TaxClass
from app.exchange.tables.cells import Percentage
from app.exchange.values.number_form import ENGLISH, NumberForm
from app.exchange.values.percents import PercentUnclear
from app.exchange.values.taxes import TaxMark, UnknownTax, read_tax, written_tax
from app.kernel.numbers import NumberOutOfRange


class TestReadTax:
    @pytest.mark.parametrize(
        ("cell", "mark"),
        [
            ("19", TaxMark(None, Decimal(19))),
            ("19 %", TaxMark(None, Decimal(19))),
            ("8.1%", TaxMark(None, Decimal("8.1"))),
            ("0", TaxMark(None, Decimal(0))),
            (Decimal("7.7"), TaxMark(None, Decimal("7.7"))),
            ("S", TaxMark(TaxClass.STANDARD)),
            ("ermäßigt", TaxMark(TaxClass.REDUCED)),
            ("E", TaxMark(TaxClass.EXEMPT)),
            ("super_reduced", TaxMark(TaxClass.SUPER_REDUCED)),
            ("reduced 7 %", TaxMark(TaxClass.REDUCED, Decimal(7))),
            ("S19", TaxMark(TaxClass.STANDARD, Decimal(19))),
        ],
    )
    def test_reads_a_percentage_a_class_or_both(self, cell, mark):
        assert read_tax(cell, ENGLISH) == mark

    def test_takes_a_rate_under_one_percent_only_with_its_sign(self):
        assert read_tax("0.19%", ENGLISH) == TaxMark(None, Decimal("0.19"))
        assert read_tax("reduced 0.5 %", ENGLISH) == TaxMark(TaxClass.REDUCED, Decimal("0.5"))
        assert read_tax(Percentage.of(Decimal("0.19")), ENGLISH) == TaxMark(None, Decimal(19))
        for cell in ("0.19", Decimal("0.19"), "S 0.19"):
            with pytest.raises(PercentUnclear):
                read_tax(cell, ENGLISH)

    def test_reads_the_decimal_sign_of_its_column(self):
        assert read_tax("8,1", NumberForm(",")).percent == Decimal("8.1")

    @pytest.mark.parametrize("cell", ["101", "-1", Decimal(101)])
    def test_refuses_what_no_rate_can_be(self, cell):
        with pytest.raises(NumberOutOfRange):
            read_tax(cell, ENGLISH)

    @pytest.mark.parametrize("cell", ["luxury", "NaN", "1e999", "19 percent", date(2026, 1, 1)])
    def test_refuses_what_says_nothing(self, cell):
        with pytest.raises(UnknownTax):
            read_tax(cell, ENGLISH)

    @given(
        st.builds(TaxMark, st.sampled_from(TaxClass), st.none() | st.decimals(0, 100, places=4))
        | st.builds(TaxMark, st.none(), st.decimals(0, 100, places=4))
    )
    def test_reads_back_what_was_written(self, mark):
        assert read_tax(written_tax(mark), ENGLISH) == mark

    def test_writes_nothing_for_nothing(self):
        assert written_tax(TaxMark()) == ""
