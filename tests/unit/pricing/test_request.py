from decimal import Decimal

import pytest

from app.kernel.money import Currency
from app.pricing.request import ExchangeRate, ExchangeRateNotPositive
from tests.support.pricing import DAY


@pytest.mark.parametrize("rate", ["0", "-1", "NaN", "Infinity"])
def test_a_rate_that_is_worth_nothing_is_refused(rate):
    with pytest.raises(ExchangeRateNotPositive):
        ExchangeRate(Currency.of("CHF"), Decimal(rate), DAY, "ECB")
