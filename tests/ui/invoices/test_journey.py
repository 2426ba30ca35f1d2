"""A deal from its contract to its credit note, by the window alone."""

from datetime import timedelta

from app.store.checks import every_check
from app.store.verify import verify
from tests.support.deals import accepted
from tests.support.ui_deals import said


def test_from_contract_to_credit_note(desk, store):
    contract = accepted(store, ("A-1", "1"))

    # The next invoice is issued from the contract.
    desk.open("contract", contract.id)
    desk.act("contracts.issue")
    desk.confirm()
    invoice = desk.page
    assert invoice.heading().chip.text == "Open"

    # A part of it is paid.
    desk.act("invoices.book")
    booking = desk.page
    desk.type(booking.amount, "10+9")
    assert booking.shares.rest.text() == "Everything is shared out; nothing stays as credit."
    desk.act("payments.book_now")
    assert desk.page is invoice
    assert invoice.heading().chip.text == "Part paid"
    assert invoice.shown.totals.total.amount == "€100.00"

    # The due day passes.
    desk.today += timedelta(days=31)
    invoice.presenter.ask()
    desk.settle()
    assert invoice.heading().chip.text == "Overdue"

    # Money was received: the whole cannot be credited, and the dialog says what to do first.
    desk.act("invoices.credit")
    desk.confirm()
    assert "Reverse the payment first" in said(invoice.dialog)
    invoice.dialog.reject()
    desk.settle()

    # So the payment is reversed.
    payment_ref = invoice.settled.rows.rows[0].key
    desk.open(payment_ref.kind, payment_ref.id)
    desk.act("payments.reverse")
    assert "€19.00 of invoice" in said(desk.page.dialog)
    desk.confirm()
    assert desk.page.heading().chip.text == "Reversed"

    # Now the invoice is credited as a whole, and can be billed again.
    desk.window.back()
    desk.settle()
    assert desk.page is invoice
    desk.act("invoices.credit")
    desk.confirm()
    assert desk.page.heading().chip.text == "Credit note"
    desk.open("contract", contract.id)
    assert desk.why_not("contracts.issue") == ""

    with store.reading() as unit:
        assert all(verdict.ok for verdict in verify(unit, every_check()))
