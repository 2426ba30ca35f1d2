from datetime import timedelta

from app.billing.status import InvoiceStatus
from app.services import billing, payments
from app.services.payments import Booking
from app.store.queries.contracts import contracts
from app.store.queries.invoices import OPEN_ONLY, invoices, money_due, open_invoices
from app.store.queries.paging import PageRequest
from app.store.queries.payments import payments as payment_rows
from app.store.queries.quotes import quotes, shown_lines
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act


def a_deal(store):
    contract = accepted(store, ("A-1", "10"))
    with store.writing(an_act()) as uow:
        return contract, billing.issue(uow, an_act(), contract_id=contract.id)


class TestInvoices:
    def test_shows_each_with_what_is_open(self, stocked_store):
        _, invoice = a_deal(stocked_store)
        with stocked_store.writing(an_act()) as uow:
            payments.book(uow, an_act(), booking=Booking(ACME, euros("190"), TODAY))

        with stocked_store.reading() as unit:
            (row,) = invoices(unit.records.transaction, PageRequest("issued_on"))

        assert (row.number, row.total, row.open) == (invoice.number, 119_000, 100_000)
        assert row.status(invoice.due_on) is InvoiceStatus.PART_PAID
        assert row.status(invoice.due_on + timedelta(days=1)) is InvoiceStatus.OVERDUE

    def test_a_credited_invoice_is_not_open(self, stocked_store):
        _, invoice = a_deal(stocked_store)
        with stocked_store.writing(an_act()) as uow:
            billing.credit(uow, an_act(), invoice_id=invoice.id)

        with stocked_store.reading() as unit:
            assert open_invoices(unit.records.transaction, PageRequest("due_on")) == []
            rows = invoices(unit.records.transaction, PageRequest("number"))
        assert {row.status(TODAY) for row in rows} == {InvoiceStatus.CREDITED, InvoiceStatus.CREDIT_NOTE}

    def test_the_open_ones_are_read_from_their_index(self, stocked_store):
        with stocked_store.reading() as unit:
            plan = unit.records.transaction.rows(
                "EXPLAIN QUERY PLAN SELECT i.id FROM invoice i "
                f"WHERE {OPEN_ONLY} ORDER BY i.due_on, i.id LIMIT 10"
            )

        assert "ix_invoice_open" in str(plan)


class TestMoneyDue:
    def test_sums_what_is_open_and_what_of_it_is_late(self, stocked_store):
        _, invoice = a_deal(stocked_store)

        with stocked_store.reading() as unit:
            (on_the_day,) = money_due(unit.records.transaction, invoice.due_on)
            (after,) = money_due(unit.records.transaction, invoice.due_on + timedelta(days=1))

        assert (on_the_day.open, on_the_day.overdue, on_the_day.invoices) == (119_000, 0, 1)
        assert (after.overdue, after.overdue_invoices) == (119_000, 1)


class TestTheOthers:
    def test_quotes_contracts_and_payments_show_what_was_kept(self, stocked_store):
        contract, _ = a_deal(stocked_store)
        with stocked_store.writing(an_act()) as uow:
            paid = payments.book(uow, an_act(), booking=Booking(ACME, euros("1200"), TODAY))

        with stocked_store.reading() as unit:
            transaction = unit.records.transaction
            (quote,) = quotes(transaction, PageRequest("dated"))
            (signed,) = contracts(transaction, PageRequest("signed_on"))
            (booked,) = payment_rows(transaction, PageRequest("paid_on"))
            (line,) = shown_lines(transaction, contract.quote_id)

        assert (quote.id, quote.status) == (contract.quote_id, "accepted")
        assert (signed.id, signed.ends_on) == (contract.id, None)
        assert (booked.number, booked.free) == (paid.number, 1_000)
        assert (line.sku, line.amount) == ("A-1", 100_000)
