from uuid import UUID

import pytest

from app.kernel.changes import Ref
from app.store.idempotency import KeyUsedElsewhere
from tests.support.stores import an_act, rolled_back

INVOICE = Ref("invoice", UUID(int=3))


def issue(store, key, command="invoices.issue"):
    with store.writing(an_act(key=key)) as uow:
        done = uow.idempotency.outcome(command, uow.act.key)
        if done is None:
            uow.idempotency.keep(command, uow.act.key, INVOICE)
        return done


class TestIdempotency:
    def test_the_second_call_gets_what_the_first_made(self, every_store):
        assert issue(every_store, "k1") is None
        assert issue(every_store, "k1") == INVOICE
        assert issue(every_store, "k2") is None

    def test_without_a_key_nothing_is_remembered(self, every_store):
        assert issue(every_store, "") is None
        assert issue(every_store, "") is None

    def test_a_key_serves_one_command(self, every_store):
        issue(every_store, "k1")
        with pytest.raises(KeyUsedElsewhere):
            issue(every_store, "k1", "payments.book")

    def test_a_command_that_failed_may_be_tried_again(self, store):
        rolled_back(store, lambda uow: uow.idempotency.keep("invoices.issue", "k1", INVOICE))
        assert issue(store, "k1") is None
