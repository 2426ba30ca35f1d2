"""Each line becomes the rows a reader sees; the running sum is what a page break carries over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.lines import LineTax, Part, PrintedPrice, Standing, Term
from app.documents.printed import RowKind
from app.documents.wording import printed
from app.kernel.period import Period
from tests.support.documents import REDUCED, a_heading, a_paper, a_subtotal, an_item, money


def rows_of(*lines, **other):
    return printed(a_paper(*lines, **other)).rows


class TestItem:
    def test_has_its_figures_in_the_recipients_format(self):
        row = rows_of(an_item(quantity="1234.5", price="0.333", unit="KGM"), language="de")[0]
        assert (row.quantity, row.price, row.amount) == ("1.234,5 kg", "0,333", "411,09")

    def test_says_how_many_units_a_price_is_for(self):
        per = rows_of(replace(an_item(quantity="7"), price=PrintedPrice(Decimal(100), Decimal(7))))[0]
        assert (per.price, per.price_note) == ("100.00", "per 7")

    def test_shows_the_price_before_the_discount_beside_it(self):
        row = rows_of(an_item(list_price=Decimal("120"), discount=Decimal("0.125")))[0]
        assert row.price_note == "120.00 less 12.5%"

    def test_shows_the_discount_alone_when_the_list_price_is_not_told(self):
        assert rows_of(an_item(discount=Decimal("0.1")))[0].price_note == "less 10%"

    def test_is_silent_about_a_discount_of_nothing(self):
        assert rows_of(an_item(discount=Decimal(0), list_price=Decimal(100)))[0].price_note == ""

    def test_names_its_period_with_both_days(self):
        row = rows_of(an_item(period=Period(date(2026, 1, 1), date(2026, 2, 1)), source="C-7"))[0]
        assert row.small == ("1 Jan 2026 – 31 Jan 2026", "C-7")

    def test_a_term_says_how_long_and_what_it_costs_in_the_time_it_is_quoted_in(self):
        span = Period(date(2026, 12, 1), date(2027, 12, 1))
        monthly = replace(an_item(period=span), term=Term(12, Decimal("11.7")))
        assert rows_of(monthly, language="de")[0].small == (
            "12 Monate · 01.12.2026 – 30.11.2027 · 11,70 je Monat",
        )
        yearly = replace(an_item(), term=Term(24, Decimal("100"), 12))
        assert rows_of(yearly)[0].small == ("24 months · 100.00 per year",)
        quarterly = replace(an_item(), term=Term(6, Decimal("30"), 3))
        assert rows_of(quarterly)[0].small == ("6 months · 30.00 per 3 months",)

    def test_a_term_without_a_price_says_only_how_long(self):
        assert rows_of(replace(an_item(), term=Term(12)))[0].small == ("12 months",)

    def test_outside_the_total_is_marked_muted_and_bracketed(self):
        row = rows_of(an_item(standing=Standing.OPTIONAL))[0]
        assert (row.small, row.muted, row.amount) == (("Optional",), True, "(1,000.00)")
        assert rows_of(an_item(standing=Standing.ALTERNATIVE))[0].small == ("Alternative",)


class TestParts:
    def test_stand_below_their_item_with_their_own_sums(self):
        bands = (
            Part("1 – 9", Decimal(9), PrintedPrice(Decimal(90)), money("810")),
            Part("10 – 19", Decimal(1), PrintedPrice(Decimal(80)), money("80")),
        )
        rows = rows_of(replace(an_item(), price=None, amount=money("890"), parts=bands))
        assert [(row.kind, row.text, row.quantity, row.price, row.amount) for row in rows] == [
            (RowKind.ITEM, "Anvil, forged", "10 pcs", "", "890.00"),
            (RowKind.PART, "1 – 9", "9 pcs", "90.00", "810.00"),
            (RowKind.PART, "10 – 19", "1 pc", "80.00", "80.00"),
        ]


class TestSections:
    def test_have_a_heading_and_a_subtotal(self):
        rows = rows_of(a_heading("Workshop"), an_item(), a_subtotal("Subtotal workshop", "1000"))
        assert [(row.kind, row.text, row.amount) for row in rows] == [
            (RowKind.HEADING, "Workshop", ""),
            (RowKind.ITEM, "Anvil, forged", "1,000.00"),
            (RowKind.SUBTOTAL, "Subtotal workshop", "1,000.00"),
        ]


class TestRunningSum:
    def test_adds_the_firm_items_only(self):
        rows = rows_of(
            an_item(), an_item(standing=Standing.OPTIONAL), an_item(quantity="1"), a_subtotal("Sum", "1100")
        )
        assert [row.running for row in rows] == [money("1000"), money("1000"), money("1100"), money("1100")]


class TestColumns:
    def test_a_single_tax_needs_no_column(self):
        assert printed(a_paper(an_item(), an_item())).columns.tax == ""
        assert printed(a_paper(an_item())).rows[0].tax == ""

    def test_different_taxes_stand_beside_each_line(self):
        text = printed(
            a_paper(an_item(), an_item(tax=REDUCED), an_item(tax=LineTax("S", Decimal("0.08875"))))
        )
        assert text.columns.tax == "VAT"
        assert [row.tax for row in text.rows] == ["19%", "7%", "8.875%"]

    def test_name_the_currency_once(self):
        assert printed(a_paper()).columns.amount == "Amount EUR"

    def test_without_skus_there_is_no_column_for_them(self):
        assert printed(a_paper(an_item())).columns.sku == ""
        assert printed(a_paper(an_item(sku="A-1"))).columns.sku == "Item"
