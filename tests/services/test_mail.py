from dataclasses import replace

import pytest

from app.company.contact import Contact
from app.services import billing, mail
from tests.support.deals import ACME, a_draft, accepted
from tests.support.stores import an_act


@pytest.fixture
def invoice(store):
    contract = accepted(store, ("A-1", "10"))
    with store.writing(an_act()) as uow:
        acme = uow.customers.get(ACME)
        uow.customers.save(replace(acme, contact=Contact("Anna", "anna@acme.example")))
        return billing.issue(uow, an_act(), contract_id=contract.id)


def draft(store, kind, document_id):
    with store.reading() as unit:
        return mail.draft(unit, kind=kind, document_id=document_id, pdf=b"%PDF")


class TestDraft:
    def test_goes_to_the_customer_with_the_pdf(self, store, invoice):
        made = draft(store, "invoice", invoice.id)

        assert (made.to, made.file_name, made.pdf) == (
            "anna@acme.example",
            f"{invoice.number}.pdf",
            b"%PDF",
        )
        assert invoice.number in made.subject
        assert invoice.number in made.body

    def test_of_a_contract_goes_there_too(self, store, invoice):
        assert draft(store, "contract", invoice.contract_id).to == "anna@acme.example"

    def test_of_a_quote_without_a_customer_leaves_the_address_to_the_person(self, store):
        assert draft(store, "quote", a_draft(store, ("A-1", "1"), customer=None).id).to == ""


@pytest.mark.parametrize(("number", "name"), [("INV-1", "INV-1.pdf"), ("2026/0001", "2026-0001.pdf")])
def test_a_file_is_named_after_its_document(number, name):
    assert mail.file_name_of(number) == name
