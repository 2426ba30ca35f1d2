from hashlib import sha256

from app.services import billing, documents
from tests.support.deals import a_draft, accepted, sent
from tests.support.stores import an_act


def pdf(store, kind, document_id):
    with store.writing(an_act()) as uow:
        return documents.pdf_of(uow, an_act(), kind=kind, document_id=document_id)


class TestPdfOf:
    def test_a_sent_quote_leaves_as_the_same_bytes_every_time(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10")))

        first = pdf(store, "quote", quote.id)

        assert first.startswith(b"%PDF")
        assert pdf(store, "quote", quote.id) == first
        with store.reading() as unit:
            assert unit.files.of_document("quote", quote.id).sha256 == sha256(first).hexdigest()

    def test_a_draft_is_never_kept(self, store):
        draft = a_draft(store, ("A-1", "10"))

        pdf(store, "quote", draft.id)

        with store.reading() as unit:
            assert unit.files.of_document("quote", draft.id) is None

    def test_contract_and_invoice_have_theirs(self, store):
        contract = accepted(store, ("A-1", "10"), ("S-3", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)

        assert pdf(store, "contract", contract.id) != pdf(store, "invoice", invoice.id)


class TestKeptPdf:
    def test_is_what_was_rendered_first(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10")))
        first = pdf(store, "quote", quote.id)

        with store.reading() as unit:
            assert documents.kept_pdf(unit, kind="quote", document_id=quote.id) == first

    def test_is_nothing_for_a_draft(self, store):
        draft = a_draft(store, ("A-1", "10"))
        pdf(store, "quote", draft.id)

        with store.reading() as unit:
            assert documents.kept_pdf(unit, kind="quote", document_id=draft.id) is None
