from uuid import UUID

import pytest

from app.kernel.changes import Ref
from app.store.idempotency import KeyUsedElsewhere
from tests.support.stores import an_act, rolled_back

pytestmark = pytest.mark.every_engine

INVOICE = Ref("invoice", UUID(int=3))


def issue(store, key, command="invoices.issue"):
    with store.writing(an_act(key=key)) as uow:
        done = uow.idempotency.outcome(command, uow.act.key)
        if done is None:
            uow.idempotency.keep(command, uow.act.key, INVOICE)
        return done


class TestIdempotency:
    def test_the_second_call_gets_what_the_first_made(self, store):
        assert issue(store, "k1") is None
        assert issue(store, "k1") == INVOICE
        assert issue(store, "k2") is None

    def test_without_a_key_nothing_is_remembered(self, store):
        assert issue(store, "") is None
        assert issue(store, "") is None

    def test_a_key_serves_one_command(self, store):
        issue(store, "k1")
        with pytest.raises(KeyUsedElsewhere):
            issue(store, "k1", "payments.book")

    def test_a_command_that_failed_may_be_tried_again(self, store):
        rolled_back(store, lambda uow: uow.idempotency.keep("invoices.issue", "k1", INVOICE))
        assert issue(store, "k1") is None
