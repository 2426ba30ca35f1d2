from dataclasses import replace
from datetime import date

import pytest

from app.billing.carry_over import NothingToBill
from app.billing.credit_note import AlreadyCredited
from app.billing.status import InvoiceKind, InvoiceStatus
from app.services import billing, payments
from app.services.billing import InvoicePaidAlready
from app.services.payments import Booking
from app.store.checks import every_check
from app.store.faults import RecordFrozen
from app.store.numbers import IssueDateTooEarly
from app.store.verify import verify
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act


def issued(store, contract, *, day=TODAY, key=""):
    act = an_act(day=day, key=key)
    with store.writing(act) as uow:
        return billing.issue(uow, act, contract_id=contract.id)


def is_proven(store):
    with store.reading() as unit:
        return [verdict for verdict in verify(unit, every_check()) if not verdict.ok] == []


class TestIssue:
    def test_the_invoice_is_the_quote_to_the_cent(self, store):
        """10 x 100 + 25 x 0.333 = 1008.33; 19 % = 191.58."""
        invoice = issued(store, accepted(store, ("A-1", "10"), ("B-2", "25")))

        assert (invoice.number, invoice.net, invoice.tax, invoice.total) == (
            "INV-2026-00001",
            euros("1008.33"),
            euros("191.58"),
            euros("1199.91"),
        )

    def test_comes_back_as_it_was_issued(self, store):
        invoice = issued(store, accepted(store, ("A-1", "10"), ("S-3", "1")))

        with store.reading() as unit:
            assert unit.invoices.get(invoice.id) == invoice
            assert unit.invoices.by_number(invoice.number) == invoice

    def test_bills_what_is_due_and_no_more(self, store):
        contract = accepted(store, ("S-3", "1"), ("A-1", "1"))

        first = issued(store, contract)
        second = issued(store, contract, day=date(2026, 5, 2))

        assert [(line.sku, line.amount) for line in first.lines] == [
            ("S-3", euros("12.00")),
            ("A-1", euros("100.00")),
        ]
        assert [line.period.start for line in second.lines] == [date(2026, 4, 2), date(2026, 5, 2)]

    def test_everything_billed_sums_to_what_was_contracted(self, store):
        contract = accepted(store, ("S-3", "3"), ("A-1", "1"))

        issued(store, contract)
        issued(store, contract, day=date(2027, 12, 31))

        with store.reading() as unit:
            nets = [invoice.net for invoice in unit.invoices.of_contract(contract.id)]
        assert sum(net.amount for net in nets) == contract.total.amount
        assert is_proven(store)

    def test_twice_on_the_same_day_finds_nothing_to_bill(self, store):
        contract = accepted(store, ("A-1", "1"))
        issued(store, contract)

        with pytest.raises(NothingToBill):
            issued(store, contract)

    def test_the_same_key_returns_the_same_invoice(self, store):
        contract = accepted(store, ("A-1", "1"))

        assert issued(store, contract, key="k1") == issued(store, contract, key="k1")

    def test_a_date_before_the_last_invoice_is_refused_and_takes_no_number(self, store):
        issued(store, accepted(store, ("A-1", "1")), day=date(2026, 3, 10))
        late = accepted(store, ("A-1", "2"))

        with pytest.raises(IssueDateTooEarly):
            issued(store, late, day=date(2026, 3, 9))

        assert issued(store, late, day=date(2026, 3, 10)).number == "INV-2026-00002"

    def test_each_invoice_carries_the_hash_of_the_one_before(self, store):
        first = issued(store, accepted(store, ("A-1", "1")))
        second = issued(store, accepted(store, ("A-1", "2")))

        assert (first.chain.position, first.chain.previous) == (1, "")
        assert (second.chain.position, second.chain.previous) == (2, first.chain.hash)

    def test_an_issued_invoice_never_changes(self, store):
        invoice = issued(store, accepted(store, ("A-1", "1")))

        with pytest.raises(RecordFrozen), store.writing(an_act()) as uow:
            uow.records.transaction.rows(
                "UPDATE invoice SET net = net + 1, total = total + 1 WHERE number = :n", {"n": invoice.number}
            )

    def test_takes_the_address_the_customer_has_on_the_day_of_issue(self, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            acme = uow.customers.get(ACME)
            moved = replace(acme.billing, city="Hamburg", postcode="20457")
            uow.customers.save(replace(acme, billing=moved))

        assert issued(store, contract).buyer.address.city == "Hamburg"


class TestPreview:
    def test_shows_what_would_be_issued_without_issuing_it(self, store):
        contract = accepted(store, ("A-1", "10"))

        with store.reading() as unit:
            shown = billing.preview(unit, an_act(), contract_id=contract.id)

        assert (shown.invoice.number, shown.invoice.total, shown.findings) == ("", euros("1190.00"), ())
        assert issued(store, contract).total == euros("1190.00")


class TestCredit:
    def credited(self, store, invoice, *, key=""):
        with store.writing(an_act(key=key)) as uow:
            return billing.credit(uow, an_act(key=key), invoice_id=invoice.id)

    def test_settles_the_invoice_and_lets_it_be_billed_again(self, store):
        contract = accepted(store, ("A-1", "1"))
        invoice = issued(store, contract)

        note = self.credited(store, invoice)

        assert (note.number, note.kind, note.total) == (
            "CN-2026-00001",
            InvoiceKind.CREDIT_NOTE,
            invoice.total,
        )
        with store.reading() as unit:
            found = billing.overview(unit, invoice.id, today=TODAY)
        assert (found.status, found.open, found.credit_notes) == (
            InvoiceStatus.CREDITED,
            euros("0.00"),
            ((note.id, note.number),),
        )
        assert issued(store, contract).lines[0].source.attempt == 1
        assert is_proven(store)

    def test_happens_once(self, store):
        invoice = issued(store, accepted(store, ("A-1", "1")))
        self.credited(store, invoice)

        with pytest.raises(AlreadyCredited):
            self.credited(store, invoice)

    def test_the_same_key_returns_the_same_note(self, store):
        invoice = issued(store, accepted(store, ("A-1", "1")))

        assert self.credited(store, invoice, key="c") == self.credited(store, invoice, key="c")

    def test_a_paid_invoice_frees_its_payment_first(self, store):
        invoice = issued(store, accepted(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            payments.book(uow, an_act(), booking=Booking(ACME, euros("50"), TODAY))

        with pytest.raises(InvoicePaidAlready):
            self.credited(store, invoice)


class TestOverview:
    @pytest.mark.parametrize(
        ("paid", "day", "status"),
        [
            ("119.00", TODAY, InvoiceStatus.PAID),
            ("19.00", TODAY, InvoiceStatus.PART_PAID),
            ("19.00", date(2026, 4, 2), InvoiceStatus.OVERDUE),
        ],
    )
    def test_says_how_the_invoice_stands(self, store, paid, day, status):
        invoice = issued(store, accepted(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            payment = payments.book(uow, an_act(), booking=Booking(ACME, euros(paid), TODAY))

        with store.reading() as unit:
            found = billing.overview(unit, invoice.id, today=day)

        assert (found.status, found.paid, found.payments) == (status, euros(paid), (payment,))
