from datetime import date

from app.documents.model import DocumentKind
from app.services import billing
from app.services.papers.invoices import invoice_data
from tests.support.billing import euros
from tests.support.deals import accepted
from tests.support.stores import an_act


def issued(store, *sold):
    contract = accepted(store, *sold)
    with store.writing(an_act()) as uow:
        return billing.issue(uow, an_act(), contract_id=contract.id)


def paper(store, invoice):
    with store.reading() as unit:
        return invoice_data(unit, invoice)


def facts(data):
    return {fact.label: fact.value for fact in data.facts}


class TestInvoiceData:
    def test_asks_for_the_total_by_the_due_day_at_our_bank(self, store):
        data = paper(store, issued(store, ("A-1", "10")))

        assert data.kind is DocumentKind.INVOICE
        assert [(due.on, due.amount) for due in data.payment.due] == [(date(2026, 4, 1), euros("1190.00"))]
        assert (data.bank.iban, data.bank.reference) == ("DE89370400440532013000", data.number)

    def test_names_contract_order_and_the_buyers_tax_id(self, store):
        said = facts(paper(store, issued(store, ("A-1", "1"))))

        assert (said["your_order"], said["your_tax_id"]) == ("PO 4711", "DE811569869")

    def test_a_month_says_which_days_it_pays_for(self, store):
        data = paper(store, issued(store, ("S-3", "1")))

        assert str(data.lines[0].period) == "2026-03-02..2026-04-01"
        assert "delivery_date" not in facts(data)

    def test_a_credit_note_names_its_invoice_and_asks_for_nothing(self, store):
        invoice = issued(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            note = billing.credit(uow, an_act(), invoice_id=invoice.id)

        data = paper(store, note)

        assert (data.kind, data.payment, data.bank) == (DocumentKind.CREDIT_NOTE, None, None)
        assert facts(data)["credited_invoice"] == invoice.number
