"""Prices, shares and validities as scaled integers and plain days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from app.catalog.validity import ALWAYS
from app.kernel.numbers import TooManyDecimals
from app.store.scales import (
    FIRST_DAY,
    LAST_DAY,
    days_to_native,
    price_of,
    price_to_int,
    share_of,
    share_to_int,
    validity_of,
    validity_to_days,
)
from tests.support.catalog import valid
from tests.support.masters import percents, prices, validities


class TestScales:
    @given(price=prices)
    def test_a_price_comes_back(self, price):
        assert price_of(price_to_int(price)) == price

    @given(percent=percents)
    def test_a_share_comes_back(self, percent):
        assert share_of(share_to_int(percent)) == percent

    def test_a_seventh_decimal_is_refused(self):
        with pytest.raises(TooManyDecimals):
            price_to_int(Decimal("0.0000001"))


class TestValidity:
    @given(validity=validities())
    def test_comes_back_from_both_engines(self, validity):
        assert validity_of(*days_to_native(validity, "sqlite")) == validity
        assert validity_of(*days_to_native(validity, "postgresql")) == validity

    def test_has_no_open_end_in_a_row(self):
        assert validity_to_days(ALWAYS) == (FIRST_DAY, LAST_DAY)
        assert validity_to_days(valid("2026-01-01")) == (date(2026, 1, 1), LAST_DAY)
        assert days_to_native(valid("", "2026-01-31"), "sqlite") == ("0001-01-01", "2026-01-31")
