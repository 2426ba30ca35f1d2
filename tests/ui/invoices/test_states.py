from app.billing.status import InvoiceStatus
from ui.invoices.states import invoice_chip, invoice_word


def test_every_state_has_a_word_and_an_icon_of_its_own():
    chips = [invoice_chip(status) for status in InvoiceStatus]

    assert len({chip.text for chip in chips}) == len(InvoiceStatus)
    assert len({chip.icon for chip in chips}) == len(InvoiceStatus)


def test_lists_and_pages_say_the_same_word():
    assert all(invoice_chip(status).text == invoice_word(status) for status in InvoiceStatus)
