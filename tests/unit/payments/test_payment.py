import pytest

from app.payments.payment import AmountNotPositive, require_positive
from tests.support.payments import a_payment, euros


class TestPayment:
    def test_a_fresh_payment_is_all_credit(self):
        assert a_payment("12.34").unallocated == euros("12.34")

    @pytest.mark.parametrize("amount", ["0", "-0.01"])
    def test_an_amount_of_zero_or_below_is_refused(self, amount):
        with pytest.raises(AmountNotPositive):
            require_positive(euros(amount))

    def test_a_positive_amount_passes(self):
        assert require_positive(euros("0.01")) == euros("0.01")
