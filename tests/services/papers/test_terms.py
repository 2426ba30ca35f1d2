from decimal import Decimal

from app.documents.lines import Term
from app.documents.settlement import PaymentTerms
from app.services.papers.terms import agreed_terms, item_terms, line_terms
from app.services.pricing import quote_pricer
from tests.support.deals import a_draft, accepted


class TestLineTerms:
    def test_only_what_recurs_has_one(self, store):
        draft = a_draft(store, ("S-3", "12"), ("A-1", "1"))

        with store.reading() as unit:
            found = line_terms(quote_pricer(unit, draft).price(draft))

        assert found == {str(draft.lines[0].id): Term(12, Decimal("12.00"))}


class TestItemTerms:
    def test_are_those_of_the_quote(self, store):
        contract = accepted(store, ("S-3", "12"), ("A-1", "1"))

        with store.reading() as unit:
            found = item_terms(unit, contract)

        assert found == {contract.subscriptions[0].id: Term(12, Decimal("12.00"))}

    def test_a_contract_without_subscriptions_has_none(self, store):
        contract = accepted(store, ("A-1", "1"))

        with store.reading() as unit:
            assert item_terms(unit, contract) == {}


class TestAgreedTerms:
    def test_are_read_where_they_can_be_and_else_printed_as_they_are(self, store):
        with store.reading() as unit:
            company = unit.company.get()

        assert str(agreed_terms(company, "14 days").agreed) == "14 days"
        assert agreed_terms(company, "as discussed") == PaymentTerms(words="as discussed")
        assert agreed_terms(company, " ") == PaymentTerms()
