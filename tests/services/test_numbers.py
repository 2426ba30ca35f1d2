import pytest

from app.services import billing
from app.services.numbers import NoSuchNumber, NotAContract, contract_of, find
from tests.support.deals import a_draft, accepted
from tests.support.stores import an_act


class TestFind:
    def test_knows_what_a_number_is_of(self, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)

        with store.reading() as unit:
            assert find(unit, contract.quote_number) == ("quote", contract.quote_id)
            assert find(unit, contract.number) == ("contract", contract.id)
            assert find(unit, invoice.number) == ("invoice", invoice.id)

    def test_a_number_nobody_has_is_refused(self, store):
        with store.reading() as unit, pytest.raises(NoSuchNumber):
            find(unit, "X-1")


class TestContractOf:
    def test_takes_the_number_of_the_contract_or_of_its_quote(self, store):
        contract = accepted(store, ("A-1", "1"))

        with store.reading() as unit:
            assert contract_of(unit, contract.number) == contract_of(unit, contract.quote_number) == contract

    def test_a_quote_without_a_yes_has_none(self, store):
        draft = a_draft(store, ("A-1", "1"))

        with store.reading() as unit, pytest.raises(NotAContract):
            contract_of(unit, draft.number)
