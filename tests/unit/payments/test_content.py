from dataclasses import replace

from app.payments.content import hash_of
from app.payments.payment import PaymentState
from tests.support.payments import a_payment


class TestHashOf:
    def test_what_it_settled_and_its_reversal_are_facts_of_their_own(self):
        assert hash_of(replace(a_payment(), state=PaymentState.REVERSED)) == hash_of(a_payment())

    def test_another_amount_is_another_hash(self):
        assert hash_of(a_payment("100.01")) != hash_of(a_payment("100"))
