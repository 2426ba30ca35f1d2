from datetime import date
from decimal import Decimal

import click
import pytest

from app.cli.parameters import DAY, DECIMAL


class TestDay:
    def test_reads_iso(self):
        assert DAY.convert("2026-03-02", None, None) == date(2026, 3, 2)

    @pytest.mark.parametrize("text", ["2.3.2026", "2026-02-30", "soon"])
    def test_refuses_anything_else(self, text):
        with pytest.raises(click.BadParameter):
            DAY.convert(text, None, None)


class TestDecimal:
    def test_reads_a_point(self):
        assert DECIMAL.convert("1199.91", None, None) == Decimal("1199.91")

    @pytest.mark.parametrize("text", ["1,5", "1e9", "NaN", "", "\uff11"])
    def test_refuses_anything_else(self, text):
        with pytest.raises(click.BadParameter):
            DECIMAL.convert(text, None, None)
