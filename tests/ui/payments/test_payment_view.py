import pytest

from app.kernel.changes import Ref
from tests.support.deals import ACME
from tests.support.ui_deals import a_booked, an_invoice, cells, said


@pytest.fixture
def invoice(store):
    return an_invoice(store, ("A-1", "1"))


class TestWhatItSays:
    def test_what_it_settled_and_what_is_left(self, desk, store, invoice):
        payment = a_booked(store, "150", reference="Transfer 5")

        page = desk.open("payment", payment.id)

        assert page.heading().chip.text == "Credit left"
        assert [(row[0], row[2]) for row in cells(page.settled)] == [(invoice.number, "119.00")]
        assert [(line.text, line.amount) for line in page.shown.totals.lines] == [
            ("Settles", "119.00"),
            ("Stays as credit", "31.00"),
        ]

    def test_names_who_paid_and_how(self, desk, store):
        page = desk.open("payment", a_booked(store, "10", reference="Transfer 5").id)

        facts = {fact.label: fact.value for fact in page.facts.facts}
        assert (facts["Customer"], facts["Method"], facts["Reference"]) == (
            "Acme AG",
            "Transfer",
            "Transfer 5",
        )
        assert Ref("customer", ACME) in [fact.link for fact in page.facts.facts]


class TestReverse:
    def test_names_what_it_undoes(self, desk, store, invoice):
        page = desk.open("payment", a_booked(store, "150").id)

        desk.act("payments.reverse")

        words = said(page.dialog)
        assert "An entry of today takes €150.00 back." in words
        assert f"€119.00 of invoice {invoice.number} are open again." in words
        assert "The credit of €31.00 is gone." in words
        page.dialog.reject()

    def test_opens_the_invoices_again_and_leads_to_its_entry(self, desk, store, invoice):
        page = desk.open("payment", a_booked(store, "119").id)
        desk.act("payments.reverse")

        desk.confirm()

        assert page.heading().chip.text == "Reversed"
        entry = next(fact for fact in page.facts.facts if fact.label == "Reversed by")
        entry_page = desk.open("payment", entry.link.id)
        assert entry_page.heading().chip.text == "Reversal"
        assert desk.why_not("payments.reverse")
        with store.reading() as unit:
            assert not unit.invoices.settled(invoice).paid.amount

    def test_saying_no_changes_nothing(self, desk, store, invoice):
        page = desk.open("payment", a_booked(store, "119").id)
        desk.act("payments.reverse")

        page.dialog.no.click()
        desk.settle()

        assert page.dialog is None
        assert page.heading().chip.text == "Booked"


class TestAllocate:
    def test_the_credit_settles_what_was_issued_later(self, desk, store):
        payment = a_booked(store, "50")
        invoice = an_invoice(store, ("A-1", "1"))
        page = desk.open("payment", payment.id)
        assert page.heading().primary == "payments.allocate"

        desk.act("payments.allocate")
        desk.confirm()

        assert page.heading().chip.text == "Booked"
        with store.reading() as unit:
            assert unit.invoices.settled(invoice).paid.amount == 50

    def test_a_share_is_changed_by_hand(self, desk, store):
        payment = a_booked(store, "50")
        invoice = an_invoice(store, ("A-1", "1"))
        page = desk.open("payment", payment.id)
        desk.act("payments.allocate")

        desk.type(page.shares.edits[invoice.id], "20")
        desk.confirm()

        assert page.shown.totals.lines[1].amount == "30.00"

    def test_more_than_there_is_is_refused_in_the_dialog(self, desk, store):
        payment = a_booked(store, "50")
        invoice = an_invoice(store, ("A-1", "1"))
        page = desk.open("payment", payment.id)
        desk.act("payments.allocate")

        desk.type(page.shares.edits[invoice.id], "60")
        desk.confirm()

        assert payment.number in page.dialog.problem.text()
        page.dialog.reject()

    def test_says_why_there_is_nothing_to_allocate(self, desk, store, invoice):
        desk.open("payment", a_booked(store, "119").id)
        assert desk.why_not("payments.allocate") == "Nothing is left of the payment."

    def test_says_when_no_invoice_is_open(self, desk, store):
        desk.open("payment", a_booked(store, "10").id)
        assert desk.why_not("payments.allocate") == "The customer has no open invoice."
