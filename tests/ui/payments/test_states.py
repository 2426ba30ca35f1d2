from app.payments.payment import PaymentMethod, PaymentState
from ui.payments.states import method_word, payment_chip


def word(state=PaymentState.BOOKED, *, is_reversal=False, has_credit=False):
    return payment_chip(state, is_reversal=is_reversal, has_credit=has_credit).text


class TestPaymentChip:
    def test_a_payment_without_a_rest_is_booked(self):
        assert word() == "Booked"

    def test_money_left_to_allocate_is_said(self):
        assert word(has_credit=True) == "Credit left"

    def test_a_reversed_payment_and_its_reversal_are_told_apart(self):
        assert word(PaymentState.REVERSED) == "Reversed"
        assert word(is_reversal=True) == "Reversal"


def test_every_method_has_a_word():
    assert len({method_word(method) for method in PaymentMethod}) == len(PaymentMethod)
