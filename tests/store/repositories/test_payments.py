import pytest

from app.services import billing, payments
from app.services.payments import Booking
from app.store.faults import RecordFrozen
from app.store.repositories.payments import PaymentNotFound
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act


@pytest.fixture
def paid(stocked_store):
    contract = accepted(stocked_store, ("A-1", "1"))
    with stocked_store.writing(an_act()) as uow:
        billing.issue(uow, an_act(), contract_id=contract.id)
        return payments.book(uow, an_act(), booking=Booking(ACME, euros("100"), TODAY, reference="R"))


def test_an_allocation_never_changes(stocked_store, paid):
    # The triggers that freeze a document are the file's; a server has them with the hub.
    with pytest.raises(RecordFrozen), stocked_store.writing(an_act()) as uow:
        uow.records.transaction.rows("UPDATE allocation SET amount = 1")


@pytest.mark.every_engine
class TestPayments:
    def test_comes_back_as_it_was_booked(self, stocked_store, paid):
        (allocation,) = paid.allocations
        with stocked_store.reading() as unit:
            assert unit.payments.get(paid.id) == paid
            assert unit.payments.by_number(paid.number) == paid
            assert unit.payments.of_invoice(allocation.invoice_id) == (paid,)

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE invoice SET paid = total + 1",
            "UPDATE invoice SET credited = total",
            "UPDATE payment SET allocated = amount + 1",
        ],
    )
    def test_the_file_itself_holds_the_limits(self, stocked_store, paid, sql):
        with (
            pytest.raises(Exception, match=r"(?i)check"),
            stocked_store.writing(an_act()) as uow,
        ):
            uow.records.transaction.rows(sql)

    def test_a_number_nobody_has_is_named(self, stocked_store):
        with stocked_store.reading() as unit, pytest.raises(PaymentNotFound):
            unit.payments.by_number("P-0")
