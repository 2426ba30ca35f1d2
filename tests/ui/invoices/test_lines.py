from dataclasses import replace
from decimal import Decimal

from app.i18n.formats import formats
from app.kernel.changes import Ref
from tests.support.billing import euros
from tests.support.ui_deals import an_invoice
from ui.invoices.lines import hidden_columns, line_rows, sums

FORM = formats("en")


class TestLineRows:
    def test_say_what_how_much_and_from_where(self, store):
        invoice = an_invoice(store, ("A-1", "2"))

        (row,) = line_rows(invoice, FORM)

        assert row.cells[2:6] == ("2 pc", "100.00", "19%", "200.00")
        assert row.cells[6] == invoice.contract_number
        assert row.key == Ref("contract", invoice.contract_id)

    def test_of_a_subscription_name_the_instalment_and_its_days(self, store):
        invoice = an_invoice(store, ("S-3", "10"))

        (row,) = line_rows(invoice, FORM)

        assert row.cells[1] == "3/2/2026 – 4/1/2026"
        assert row.cells[6] == f"{invoice.contract_number} · 1"

    def test_a_price_for_many_says_for_how_many(self, store):
        invoice = an_invoice(store, ("A-1", "2"))
        line = replace(invoice.lines[0], base_quantity=Decimal(100))

        (row,) = line_rows(replace(invoice, lines=(line,)), FORM)

        assert row.cells[3] == "100.00 / 100"


class TestHiddenColumns:
    def test_one_tax_and_no_period_need_no_column(self, store):
        assert hidden_columns(an_invoice(store, ("A-1", "2"))) == {"period", "tax"}

    def test_a_subscription_shows_its_period(self, store):
        assert hidden_columns(an_invoice(store, ("S-3", "1"))) == {"tax"}


class TestSums:
    def test_name_the_tax_with_its_base(self, store):
        said = [(line.text, line.amount) for line in sums(an_invoice(store, ("A-1", "2")), FORM)]

        assert said == [("Net", "200.00"), ("Tax 19% on 200.00", "38.00")]

    def test_rounding_to_the_coin_is_a_line_of_its_own(self, store):
        invoice = replace(an_invoice(store), cash_rounding=euros("0.02"))

        assert [line.text for line in sums(invoice, FORM)][-1] == "Rounding"
