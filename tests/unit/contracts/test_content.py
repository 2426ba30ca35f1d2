from dataclasses import replace
from uuid import UUID

from app.contracts.content import hash_of
from app.contracts.contract import ContractState
from tests.support.billing import a_contract, a_one_off

CONTRACT = a_contract(a_one_off(1, "10.00"))


class TestHashOf:
    def test_its_fate_and_the_tokens_of_the_store_are_left_out(self):
        moved = replace(
            CONTRACT, state=ContractState.TERMINATED, rev=UUID(int=1), version=3, owner="somebody"
        )

        assert hash_of(moved) == hash_of(CONTRACT)

    def test_another_promise_is_another_hash(self):
        assert hash_of(a_contract(a_one_off(1, "10.01"))) != hash_of(CONTRACT)
