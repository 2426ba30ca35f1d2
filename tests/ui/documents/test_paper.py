from app.services import documents
from tests.support.stores import an_act
from tests.support.ui_deals import an_invoice
from ui.documents.paper import DocumentPaper


def a_paper(desk, invoice):
    page = desk.section("invoices")
    return DocumentPaper(desk.window, page, "invoice", invoice.id)


def test_the_kept_bytes_are_read_without_writing(desk, store):
    invoice = an_invoice(store)
    with store.writing(an_act()) as uow:
        kept = documents.pdf_of(uow, an_act(), kind="invoice", document_id=invoice.id)
    paper = a_paper(desk, invoice)

    paper.ask()
    assert not desk.session.commands.is_busy
    desk.settle()

    assert paper.pdf == kept


def test_what_waits_for_the_bytes_is_done_once_they_are_there(desk, store, monkeypatch):
    paper = a_paper(desk, an_invoice(store))
    paper.name = "INV-1"
    printed = []
    monkeypatch.setattr(paper.leaving, "print", lambda *what: printed.append(what))

    paper.print()
    assert printed == []
    desk.settle()

    assert printed == [(paper.pdf, "INV-1")]
