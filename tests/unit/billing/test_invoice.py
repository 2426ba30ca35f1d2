from dataclasses import replace
from datetime import date

from app.company.payment_terms import DuePart
from tests.support.billing import DE_7, a_contract, a_one_off, an_invoice, euros

INVOICE = an_invoice(a_contract(a_one_off(1, "100.00"), a_one_off(2, "10.00", tax=DE_7)))


class TestInvoice:
    def test_owes_net_tax_and_what_the_cash_step_adds(self):
        assert (INVOICE.net, INVOICE.tax, INVOICE.total) == (
            euros("110.00"),
            euros("19.70"),
            euros("129.70"),
        )
        assert replace(INVOICE, cash_rounding=euros("0.05")).total == euros("129.75")

    def test_is_due_when_its_last_instalment_is(self):
        parts = (DuePart(date(2026, 5, 1), euros("60")), DuePart(date(2026, 4, 1), euros("69.70")))

        assert replace(INVOICE, due=parts).due_on == date(2026, 5, 1)

    def test_states_no_second_tax_in_its_own_currency(self):
        assert INVOICE.company_tax is None

    def test_a_line_charges_its_amount_less_its_share_of_the_discount(self):
        line = replace(INVOICE.lines[0], document_discount=euros("0.50"))

        assert line.charged == euros("99.50")
