import pytest

from app.store.repositories.contracts import ContractNotFound
from tests.support.deals import a_draft, accepted

pytestmark = pytest.mark.every_engine


class TestContracts:
    def test_comes_back_as_it_was_signed(self, stocked_store):
        contract = accepted(stocked_store, ("A-1", "10"), ("S-3", "2"), ("B-2", "25"))

        with stocked_store.reading() as unit:
            assert unit.contracts.get(contract.id) == contract
            assert unit.contracts.by_number(contract.number) == contract
            assert unit.contracts.of_quote(contract.quote_id) == contract
            assert [one for one, _hash in unit.contracts.every_with_hash()] == [contract]

    def test_a_quote_without_a_yes_has_none(self, stocked_store):
        draft = a_draft(stocked_store, ("A-1", "1"))

        with stocked_store.reading() as unit:
            assert unit.contracts.of_quote(draft.id) is None

    def test_a_number_nobody_has_is_named(self, stocked_store):
        with stocked_store.reading() as unit, pytest.raises(ContractNotFound):
            unit.contracts.by_number("C-0")
