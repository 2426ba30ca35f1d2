from decimal import Decimal

import pytest

from app.catalog.promotion import QuantityLimitsReversed
from tests.support.catalog import a_promotion


class TestQuantityLimits:
    def test_a_single_quantity_is_a_limit(self):
        assert a_promotion(minimum=Decimal(5), maximum=Decimal(5)).maximum == 5

    @pytest.mark.parametrize(("minimum", "maximum"), [("5", "4"), ("-1", None)])
    def test_limits_that_exclude_everything_are_refused(self, minimum, maximum):
        with pytest.raises(QuantityLimitsReversed):
            a_promotion(minimum=Decimal(minimum), maximum=maximum and Decimal(maximum))
