from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.billing.carry_over import Billed, Issuing, NothingToBill, as_billed, draft_invoice, not_yet_billed
from app.billing.schedule import due_by, schedule
from app.company.policies import Policies
from app.company.terms_text import terms_of
from app.kernel.money import Currency
from tests.support.billing import (
    DE_7,
    EUR,
    SIGNED,
    a_contract,
    a_one_off,
    a_subscription,
    an_invoice,
    euros,
    fresh_ids,
)


def as_invoiced(amount, *, credited=False):
    return Billed(0, credited, euros(amount), euros("0.00"))


class TestDraftInvoice:
    def test_carries_quantity_and_price_of_a_one_off_as_they_were_sold(self):
        invoice = an_invoice(a_contract(a_one_off(1, "8.33", quantity="25", unit_price=Decimal("0.333"))))

        (line,) = invoice.lines
        assert (line.quantity, line.unit_price, line.amount) == (25, Decimal("0.333"), euros("8.33"))

    def test_taxes_each_group_once(self):
        contract = a_contract(a_one_off(1, "1000.00"), a_one_off(2, "8.33"), a_one_off(3, "10.00", tax=DE_7))

        invoice = an_invoice(contract)

        assert [(group.net, group.tax) for group in invoice.groups] == [(100833, 19158), (1000, 70)]
        assert invoice.total == euros("1210.61")

    def test_names_the_source_of_every_line(self):
        invoice = an_invoice(a_contract(a_one_off(1, "10")))

        source = invoice.lines[0].source
        assert (source.quote_line_id.int, source.contract_item_id.int, source.instalment) == (101, 1, 0)

    def test_a_month_prints_a_price_that_multiplies_to_its_amount(self):
        contract = a_contract(a_subscription(1, "100.00", quantity="3"))

        for line in an_invoice(contract).lines:
            product = line.quantity * line.unit_price / line.base_quantity
            assert round(product, 2) == line.amount.amount

    def test_falls_due_by_the_contracts_terms(self):
        contract = a_contract(a_one_off(1, "100"), payment_terms="2% discount 10 days, 30 days")

        invoice = an_invoice(contract)

        assert invoice.due_on == date(2026, 4, 1)
        (offer,) = invoice.early_offers
        assert (offer.until, offer.payable) == (date(2026, 3, 12), euros("116.62"))

    def test_rounds_to_the_cash_step_as_an_amount_of_its_own(self):
        contract = a_contract(a_one_off(1, "10.02"), policies=Policies(cash_step=Decimal("0.05")))

        invoice = an_invoice(contract)

        assert (invoice.net + invoice.tax, invoice.cash_rounding, invoice.total) == (
            euros("11.92"),
            euros("-0.02"),
            euros("11.90"),
        )

    def test_states_the_tax_in_the_companys_currency_too(self):
        contract = a_contract(a_one_off(1, "100"))
        rate = replace(contract.exchange, rate=Decimal("0.95"), on=SIGNED, source="ECB")
        issuing = Issuing(SIGNED, terms_of("30 days"), Currency.of("CHF"))

        invoice = draft_invoice(
            replace(contract, exchange=rate), schedule(contract), issuing, billed={}, new_id=fresh_ids()
        )

        assert str(invoice.company_tax) == "18.05 CHF"

    def test_nothing_due_is_refused(self):
        with pytest.raises(NothingToBill):
            an_invoice(a_contract(a_one_off(1, "10")), instalments=())

    def test_bills_a_credited_instalment_as_the_next_attempt(self):
        contract = a_contract(a_one_off(1, "10"))
        (only,) = schedule(contract)
        billed = {(only.item_id, 0): as_invoiced("10.00", credited=True)}
        issuing = Issuing(SIGNED, terms_of("30 days"), EUR)

        invoice = draft_invoice(contract, [only], issuing, billed=billed, new_id=fresh_ids())

        assert invoice.lines[0].source.attempt == 1


class TestAsBilled:
    def test_an_issued_invoice_stands_and_the_first_open_instalment_takes_the_difference(self):
        planned = schedule(a_contract(a_subscription(1, "36", months=3)))
        billed = {(planned[0].item_id, 0): as_invoiced("11.50")}

        assert [str(one.amount.amount) for one in as_billed(planned, billed)] == ["11.50", "12.50", "12.00"]

    def test_a_credited_instalment_is_open_again(self):
        planned = schedule(a_contract(a_subscription(1, "36", months=3)))
        item = planned[0].item_id
        billed = {(item, 0): as_invoiced("11.50", credited=True), (item, 1): as_invoiced("12.75")}

        assert [str(one.amount.amount) for one in as_billed(planned, billed)] == ["11.25", "12.75", "12.00"]

    def test_keeps_the_order_and_the_amounts_of_the_other_items(self):
        planned = schedule(a_contract(a_subscription(1, "36", months=3), a_one_off(2, "10")))
        billed = {(planned[0].item_id, 0): as_invoiced("12.00")}

        assert as_billed(planned, billed) == planned


class TestNotYetBilled:
    def test_leaves_out_what_was_billed_and_brings_back_what_was_credited(self):
        instalments = due_by(schedule(a_contract(a_subscription(1, "36", months=3))), date(2026, 12, 1))
        item = instalments[0].item_id
        billed = {(item, 0): as_invoiced("12.00"), (item, 1): as_invoiced("12.00", credited=True)}

        assert [one.index for one in not_yet_billed(instalments, billed)] == [1, 2]


class TestTotals:
    def test_all_invoices_of_a_contract_sum_to_what_was_contracted(self):
        contract = a_contract(
            a_subscription(1, "99.99", months=7, document_discount=euros("3.33")), a_one_off(2, "0.01")
        )

        nets = [an_invoice(contract, instalments=[one]).net for one in schedule(contract)]

        assert sum(net.amount for net in nets) == contract.total.amount == Decimal("96.67")
