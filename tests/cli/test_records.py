from app.cli.facts import contract_facts, payment_facts, quote_facts
from app.cli.records import DOCUMENTS
from app.services.papers.contracts import contract_totals
from tests.support.billing import a_contract, a_one_off
from tests.support.payments import a_payment
from tests.support.pricing import a_line as a_priced_line
from tests.support.pricing import a_request, an_article, priced
from tests.support.quotes import a_line, a_quote, an_id

PRICED = priced(a_request(a_priced_line("2", key=str(an_id(1)))), *an_article("50"))


class TestDocuments:
    def test_a_table_has_only_columns_the_objects_have(self):
        contract = a_contract(a_one_off(1, "10.00"))
        facts = {
            "quotes": quote_facts(a_quote(a_line(1)), PRICED),
            "contracts": contract_facts(contract, contract_totals(contract)),
            "payments": payment_facts(a_payment(), {}),
        }

        for noun, found in facts.items():
            assert set(DOCUMENTS[noun]) <= set(found)
