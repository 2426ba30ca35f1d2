from dataclasses import replace
from decimal import Decimal

from app.documents.lines import Term
from app.documents.model import DocumentKind
from app.documents.wording import printed
from app.services.papers.contracts import contract_data
from tests.support.billing import euros
from tests.support.deals import accepted


def paper(store, contract):
    with store.reading() as unit:
        return contract_data(unit, contract)


class TestContractData:
    def test_without_subscriptions_it_confirms_an_order(self, store):
        data = paper(store, accepted(store, ("A-1", "10")))

        assert (data.kind, data.schedule) == (DocumentKind.CONFIRMATION, None)
        assert data.totals.total == euros("1190.00")

    def test_a_subscription_says_its_term_and_the_price_per_month_the_quote_said(self, store):
        data = paper(store, accepted(store, ("S-3", "3"), ("A-1", "1")))

        subscription, one_off = data.lines
        assert subscription.term == Term(12, Decimal("12.00"))
        assert subscription.quantity * subscription.term.price * subscription.term.months == 432
        assert one_off.term is None

    def test_its_payment_terms_are_said_in_the_customers_language(self, store):
        said = printed(replace(paper(store, accepted(store, ("A-1", "1"))), language="de")).payment

        assert said.sentences == ("Zahlungsziel: 30 Tage",)

    def test_a_subscription_shows_when_what_will_be_invoiced(self, store):
        data = paper(store, accepted(store, ("S-3", "1"), ("A-1", "1")))

        assert data.kind is DocumentKind.CONTRACT
        assert len(data.schedule.rows) == 13
        assert sum(row.amount.amount for row in data.schedule.rows) == data.schedule.total.amount == 244
