from datetime import timedelta

from app.services import billing, lists, payments, quotes
from app.services.lists import After, PageRequest
from app.services.papers.contracts import contract_totals
from app.services.payments import Booking
from tests.support.billing import euros
from tests.support.deals import ACME, a_draft, a_yes, accepted, sent
from tests.support.stores import TODAY, an_act


class TestLists:
    def test_a_deal_shows_in_every_list(self, store):
        contract = accepted(store, ("A-1", "10"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)
            payments.book(uow, an_act(), booking=Booking(ACME, euros("190"), TODAY))

        with store.reading() as unit:
            (quote,) = lists.quotes(unit, PageRequest("dated"))
            (signed,) = lists.contracts(unit, PageRequest("signed_on"))
            (issued,) = lists.invoices(unit, PageRequest("issued_on"))
            (owed,) = lists.open_invoices(unit, PageRequest("due_on", descending=False))
            (paid,) = lists.payments(unit, PageRequest("paid_on"))

        assert (quote.status, quote.net, quote.total) == ("accepted", 100_000, 119_000)
        assert (signed.number, signed.payable) == (contract.number, 119_000)
        assert (issued.number, issued.open) == (invoice.number, 100_000)
        assert owed == issued
        assert (paid.amount, paid.free) == (19_000, 0)

    def test_a_contracts_total_has_tax_and_the_options_that_were_chosen(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1"), ("B-2", "1000"), optional="B-2"))
        chosen = a_yes(options=frozenset({quote.lines[1].id}))
        with store.writing(an_act()) as uow:
            contract = quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=chosen)

        with store.reading() as unit:
            (row,) = lists.contracts(unit, PageRequest("total"))
            assert row.payable == contract_totals(contract).total.minor == 51_527

    def test_pages_follow_each_other_without_a_gap(self, store):
        numbers = {a_draft(store, ("A-1", str(n + 1))).number for n in range(5)}
        seen, after = [], None
        with store.reading() as unit:
            while rows := lists.quotes(unit, PageRequest("number", after=after, limit=2)):
                seen += [row.number for row in rows]
                after = After(rows[-1].number, rows[-1].id.hex)

        assert seen == sorted(numbers, reverse=True)

    def test_the_lines_are_shown_as_they_were_priced(self, store):
        draft = a_draft(store, ("B-2", "25"))

        with store.reading() as unit:
            (line,) = lists.quote_lines(unit, draft.id)

        assert (line.sku, line.quantity, line.price, line.base, line.amount) == (
            "B-2",
            25_000_000,
            333_000,
            1_000_000,
            833,
        )

    def test_an_invoice_is_overdue_from_the_day_after_its_due_day(self, store):
        contract = accepted(store, ("A-1", "10"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)

        with store.reading() as unit:
            on_the_day = lists.overdue_invoices(unit, PageRequest("due_on"), today=invoice.due_on)
            (late,) = lists.overdue_invoices(
                unit, PageRequest("due_on"), today=invoice.due_on + timedelta(days=1)
            )

        assert on_the_day == []
        assert late.number == invoice.number
