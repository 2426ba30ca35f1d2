from dataclasses import replace

import pytest

from app.i18n.formats import formats
from app.services import billing, contracts
from app.services.papers.terms import item_terms
from tests.support.deals import accepted
from tests.support.stores import TODAY, an_act
from ui.contracts.shown import Billing, Seen, contract_shown
from ui.documents.deal import Deal


@pytest.fixture
def seen(store):
    contract = accepted(store, ("A-1", "2"), ("S-3", "10"))
    with store.reading() as unit:
        overview = contracts.overview(unit, contract.id, today=TODAY)
        preview = billing.preview(unit, an_act(), contract_id=contract.id)
        terms = item_terms(unit, contract)
    return Seen(overview, (), Billing(preview, None), Deal((), ()), terms)


def shown(seen):
    return contract_shown(seen, TODAY, formats("en"))


class TestContractShown:
    def test_invoiced_due_and_planned_add_up_to_the_total(self, seen):
        totals = shown(seen).totals

        assert [(line.text, line.amount) for line in totals.lines] == [
            ("Invoiced", "0.00"),
            ("Due now", "320.00"),
            ("Planned", "1,320.00"),
        ]
        assert totals.total.amount == "€1,640.00"

    def test_a_subscription_says_how_often_it_is_invoiced(self, seen):
        assert "invoiced monthly" in shown(seen).subscriptions[0].cells[0]

    def test_a_subscription_says_its_price_per_term_like_its_paper(self, seen):
        row = shown(seen).subscriptions[0]

        assert "12.00 per month" in row.cells[0]
        assert row.cells[3:] == ("144.00", "1,440.00")

    def test_prices_that_include_tax_are_called_so(self, seen):
        gross = replace(seen.overview.contract, gross=True)
        totals = shown(seen._replace(overview=replace(seen.overview, contract=gross))).totals

        assert totals.total.text == "Total with tax"

    def test_their_order_number_is_told_where_there_is_one(self, seen):
        assert "PO 4711" in [fact.value for fact in shown(seen).facts]
