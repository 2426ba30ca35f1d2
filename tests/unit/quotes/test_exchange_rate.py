from decimal import Decimal

import pytest

from app.quotes.exchange_rate import SAME_CURRENCY, ExchangeRateNotPositive, FrozenRate


class TestFrozenRate:
    def test_the_companys_own_currency_needs_none(self):
        assert (SAME_CURRENCY.rate, SAME_CURRENCY.on) == (1, None)

    @pytest.mark.parametrize("rate", ["0", "-1"])
    def test_refuses_zero_and_below(self, rate):
        with pytest.raises(ExchangeRateNotPositive):
            FrozenRate(Decimal(rate))
