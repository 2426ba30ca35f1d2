import pytest

from app.services import billing, payments, timeline
from app.services.payments import Booking
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act


@pytest.fixture
def deal(store):
    contract = accepted(store, ("A-1", "1"))
    with store.writing(an_act()) as uow:
        invoice = billing.issue(uow, an_act(), contract_id=contract.id)
        payment = payments.book(uow, an_act(), booking=Booking(ACME, euros("119"), TODAY))
    return {
        "quote": contract.quote_id,
        "contract": contract.id,
        "invoice": invoice.id,
        "payment": payment.id,
    }


class TestChain:
    @pytest.mark.parametrize("kind", ["quote", "contract", "invoice", "payment"])
    def test_leads_from_the_quote_to_the_payment_wherever_one_starts(self, store, deal, kind):
        with store.reading() as unit:
            links = timeline.chain(unit, kind=kind, document_id=deal[kind])

        assert [link.kind for link in links] == ["quote", "contract", "invoice", "payment"]

    def test_a_payment_that_settled_nothing_stands_alone(self, store):
        with store.writing(an_act()) as uow:
            payment = payments.book(uow, an_act(), booking=Booking(ACME, euros("5"), TODAY))

        with store.reading() as unit:
            (link,) = timeline.chain(unit, kind="payment", document_id=payment.id)
        assert link.number == payment.number


class TestOfDocument:
    def test_tells_the_whole_deal_in_order(self, store, deal):
        with store.reading() as unit:
            entries = timeline.of_document(unit, kind="invoice", document_id=deal["invoice"])

        assert [entry.event for entry in entries] == [
            "quote.started",
            "quote.sent",
            "quote.accepted",
            "contract.signed",
            "invoice.issued",
            "payment.booked",
        ]
