from datetime import date

from app.services import billing, contracts
from app.services.contracts import BillingState
from tests.support.deals import accepted
from tests.support.stores import TODAY, an_act


class TestOverview:
    def test_says_where_each_instalment_stands(self, store):
        contract = accepted(store, ("S-3", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)

        with store.reading() as unit:
            found = contracts.overview(unit, contract.id, today=date(2026, 4, 2))

        assert [each.state for each in found.instalments[:3]] == [
            BillingState.BILLED,
            BillingState.DUE,
            BillingState.FUTURE,
        ]
        assert found.instalments[0].invoice_number == invoice.number

    def test_a_credited_instalment_waits_to_be_billed_again(self, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)
            note = billing.credit(uow, an_act(), invoice_id=invoice.id)

        with store.reading() as unit:
            found = contracts.overview(unit, contract.id, today=TODAY)

        assert found.instalments[0].state is BillingState.CREDITED
        assert [each.number for each in found.invoices] == [invoice.number, note.number]

    def test_the_contract_comes_back_as_it_was_signed(self, store):
        contract = accepted(store, ("S-3", "1"), ("A-1", "2"))

        with store.reading() as unit:
            assert unit.contracts.get(contract.id) == contract
            assert unit.contracts.of_quote(contract.quote_id) == contract
