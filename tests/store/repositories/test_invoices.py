from dataclasses import replace

import pytest

from app.billing.carry_over import Billed
from app.services import billing
from app.store.faults import RecordFrozen
from app.store.repositories.invoices import InvoiceNotFound
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import an_act


@pytest.fixture
def issued(stocked_store):
    contract = accepted(stocked_store, ("A-1", "10"), ("S-3", "1"))
    with stocked_store.writing(an_act()) as uow:
        return billing.issue(uow, an_act(), contract_id=contract.id)


def test_nothing_of_it_can_be_deleted(stocked_store, issued):
    # The triggers that freeze a document are the file's; a server has them with the hub.
    with pytest.raises(RecordFrozen), stocked_store.writing(an_act()) as uow:
        uow.records.transaction.rows("DELETE FROM invoice_line")


@pytest.mark.every_engine
class TestInvoices:
    def test_comes_back_as_it_was_issued(self, stocked_store, issued):
        with stocked_store.reading() as unit:
            assert unit.invoices.get(issued.id) == issued
            assert unit.invoices.by_number(issued.number) == issued
            assert unit.invoices.of_contract(issued.contract_id) == (issued,)

    def test_the_same_instalment_is_never_billed_twice(self, stocked_store, issued):
        chain = replace(issued.chain, position=2, previous=issued.chain.hash, hash="x")
        with stocked_store.writing(an_act()) as uow:
            lines = tuple(replace(line, id=uow.new_id()) for line in issued.lines)
            again = replace(issued, id=uow.new_id(), number="INV-X", lines=lines, chain=chain, rev=None)

        with (
            pytest.raises(Exception, match=r"(?i)unique"),
            stocked_store.writing(an_act()) as uow,
        ):
            uow.invoices.add(replace(again, version=0))

    def test_knows_what_was_billed(self, stocked_store, issued):
        expected = {
            (line.source.contract_item_id, 0): Billed(0, False, line.amount, line.document_discount)
            for line in issued.lines
        }

        with stocked_store.reading() as unit:
            assert unit.invoices.billed(item for item, _index in expected) == expected

    def test_knows_what_a_customer_owes(self, stocked_store, issued):
        with stocked_store.reading() as unit:
            (owed,) = unit.invoices.open_of_customer(ACME)
            assert (owed.id, owed.open) == (issued.id, issued.total)
            assert unit.invoices.settled(issued) == (euros("0.00"), euros("0.00"))

    def test_the_last_link_is_where_the_next_begins(self, stocked_store, issued):
        with stocked_store.reading() as unit:
            assert unit.invoices.last_link() == (1, issued.chain.hash)

    def test_a_number_nobody_has_is_named(self, stocked_store):
        with stocked_store.reading() as unit, pytest.raises(InvoiceNotFound):
            unit.invoices.by_number("INV-0")
