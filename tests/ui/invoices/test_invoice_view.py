from datetime import timedelta

import pytest

from app.kernel.changes import Ref
from app.services import documents
from tests.support.deals import ACME
from tests.support.stores import an_act
from tests.support.ui_deals import a_booked, an_invoice, cells, said


@pytest.fixture
def invoice(store):
    return an_invoice(store, ("A-1", "1"))


def stored_pdf(store, invoice):
    with store.writing(an_act()) as uow:
        return documents.pdf_of(uow, an_act(), kind="invoice", document_id=invoice.id)


class TestWhatItSays:
    def test_number_state_customer_and_what_is_open(self, desk, invoice):
        page = desk.open("invoice", invoice.id)

        heading = page.heading()
        assert (heading.title, heading.chip.text, heading.note) == (invoice.number, "Open", "Acme AG")
        assert page.shown.totals.total.amount == "€119.00"

    def test_every_value_that_is_a_document_leads_there(self, desk, invoice):
        page = desk.open("invoice", invoice.id)

        links = {fact.label: fact.link for fact in page.facts.facts if fact.link is not None}
        assert links["Customer"] == Ref("customer", ACME)
        assert links["Contract"] == Ref("contract", invoice.contract_id)
        assert links["Quote"].kind == "quote"

    def test_a_line_opens_the_contract_it_comes_from(self, desk, invoice):
        page = desk.open("invoice", invoice.id)

        page.lines.opened.emit(page.lines.rows.rows[0].key)
        desk.settle()

        assert desk.page.heading().title == invoice.contract_number

    def test_the_day_after_the_due_day_it_is_late_in_word_and_chip(self, desk, invoice):
        desk.today = invoice.due_on + timedelta(days=1)

        page = desk.open("invoice", invoice.id)

        assert page.heading().chip.text == "Overdue"
        assert "1 day late" in said(page.facts)

    def test_on_the_due_day_it_is_not(self, desk, invoice):
        desk.today = invoice.due_on

        page = desk.open("invoice", invoice.id)

        assert page.heading().chip.text == "Open"
        assert "today" in said(page.facts)

    def test_payments_that_settled_it_are_listed_and_open(self, desk, store, invoice):
        payment = a_booked(store, "19")

        page = desk.open("invoice", invoice.id)

        (row,) = cells(page.settled)
        assert (row[0], row[-1]) == (payment.number, "19.00")
        assert page.heading().chip.text == "Part paid"
        assert page.shown.totals.total.amount == "€100.00"


class TestReadOnly:
    def test_says_why_and_offers_the_legal_way(self, desk, invoice):
        page = desk.open("invoice", invoice.id)

        assert page.body.notice.text.startswith("Issued on Mar 2, 2026, so it never changes.")
        assert list(page.body.notice.ways) == ["Credit whole invoice"]

    def test_a_paid_invoice_has_nothing_to_book(self, desk, store, invoice):
        a_booked(store, "119")

        page = desk.open("invoice", invoice.id)

        assert page.heading().primary == ""
        assert desk.why_not("invoices.book") == "Nothing is open on it."


class TestCredit:
    def test_asks_and_says_what_happens(self, desk, invoice):
        page = desk.open("invoice", invoice.id)

        page.body.notice.ways["Credit whole invoice"].click()

        words = said(page.dialog)
        assert f"Credit invoice {invoice.number} as a whole?" in words
        assert "€119.00" in words
        assert invoice.contract_number in words
        assert page.dialog.no.isDefault()
        page.dialog.reject()

    def test_a_refusal_is_read_in_the_dialog(self, desk, store, invoice):
        a_booked(store, "19")
        page = desk.open("invoice", invoice.id)
        desk.act("invoices.credit")

        desk.confirm()

        assert "Reverse the payment first" in page.dialog.problem.text()
        page.dialog.reject()

    def test_opens_the_credit_note_which_leads_back(self, desk, invoice):
        desk.open("invoice", invoice.id)
        desk.act("invoices.credit")

        desk.confirm()

        note = desk.page
        assert note.heading().chip.text == "Credit note"
        assert {fact.label: fact.value for fact in note.facts.facts}["Gives back"] == invoice.number
        assert note.shown.totals.total.text == "Given back"

    def test_the_credited_invoice_says_so_and_offers_the_contract(self, desk, invoice):
        page = desk.open("invoice", invoice.id)
        desk.act("invoices.credit")
        desk.confirm()
        desk.open("invoice", invoice.id)

        assert page.heading().chip.text == "Credited"
        assert list(page.body.notice.ways) == [f"Open contract {invoice.contract_number}"]
        assert "credited before" in desk.why_not("invoices.credit")


class TestPaper:
    def test_shows_the_stored_bytes(self, desk, store, invoice):
        stored = stored_pdf(store, invoice)

        page = desk.open("invoice", invoice.id)

        assert page.paper.pdf == stored

    def test_the_first_look_keeps_them(self, desk, store, invoice):
        page = desk.open("invoice", invoice.id)

        with store.reading() as unit:
            assert unit.files.of_document("invoice", invoice.id).content == page.paper.pdf

    def test_mail_goes_to_the_leaving_with_the_same_bytes(self, desk, invoice, monkeypatch):
        page = desk.open("invoice", invoice.id)
        sent = []
        monkeypatch.setattr(page.paper.leaving, "mail", lambda *what: sent.append(what))

        desk.act("papers.mail")

        ((pdf, name, letter),) = sent
        assert pdf == page.paper.pdf
        assert name == invoice.number
        assert invoice.number in letter.subject

    @pytest.mark.parametrize(("action", "way"), [("papers.print", "print"), ("papers.save", "save")])
    def test_print_and_save_hand_out_the_stored_bytes(self, desk, invoice, monkeypatch, action, way):
        page = desk.open("invoice", invoice.id)
        left = []
        monkeypatch.setattr(page.paper.leaving, way, lambda *what: left.append(what))

        desk.act(action)

        assert left == [(page.paper.pdf, invoice.number)]
