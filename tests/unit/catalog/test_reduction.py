from decimal import Decimal

import pytest

from app.catalog.reduction import AmountOff, ReductionNegative, amount_off, percent_off
from app.kernel.errors import AppError
from app.kernel.percent import PercentOutOfRange


class TestPercentOff:
    def test_is_written_in_points(self):
        assert percent_off("12.5").percent.fraction == Decimal("0.125")

    def test_refuses_more_than_the_whole(self):
        with pytest.raises(PercentOutOfRange):
            percent_off("100.01")


class TestAmountOff:
    def test_is_the_same_in_whatever_order_the_currencies_were_written(self):
        one, two = Decimal(1), Decimal(2)

        assert AmountOff.of({"USD": one, "EUR": two}) == AmountOff.of({"EUR": two, "USD": one})

    def test_refuses_a_negative_amount(self):
        with pytest.raises(ReductionNegative):
            amount_off("-1", "EUR")

    @pytest.mark.parametrize("amount", ["NaN", "Infinity", "0.0000001"])
    def test_refuses_what_is_no_amount(self, amount):
        with pytest.raises(AppError):
            amount_off(amount, "EUR")
