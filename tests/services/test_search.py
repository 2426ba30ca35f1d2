import pytest

from app.services import billing, search
from tests.support.deals import accepted
from tests.support.stores import an_act


class TestFind:
    @pytest.fixture
    def numbers(self, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)
        return {"quote": contract.quote_number, "contract": contract.number, "invoice": invoice.number}

    @pytest.mark.parametrize("kind", ["quote", "contract", "invoice"])
    def test_finds_a_document_by_its_number(self, store, numbers, kind):
        with store.reading() as unit:
            hit = search.find(unit, numbers[kind]).hits[0]

        assert (hit.kind, hit.label, hit.title) == (kind, numbers[kind], "Acme AG")

    def test_looks_only_where_it_is_told(self, store, numbers):
        with store.reading() as unit:
            kinds = {hit.kind for hit in search.find(unit, "acme", kinds=("document",)).hits}

        assert kinds == {"quote", "contract", "invoice"}
