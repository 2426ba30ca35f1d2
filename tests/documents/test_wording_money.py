"""Sums, taxes and how to pay, as the recipient reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.lines import LineTax
from app.documents.model import DocumentKind
from app.documents.settlement import CompanyCurrency, Due, PaymentTerms, TaxGroup, Totals
from app.documents.wording import printed
from app.documents.wording_money import grouped_iban
from app.kernel.money import Currency, Money
from tests.support.documents import (
    GIRO,
    REDUCED,
    REVERSE,
    STANDARD,
    a_paper,
    an_item,
    money,
    monthly,
    totals_of,
    with_early_payment,
)


def totals_text(paper):
    return [(row.label, row.amount) for row in printed(paper).totals]


class TestTotals:
    def test_go_from_net_over_each_tax_to_the_total(self):
        paper = a_paper(an_item(), an_item(quantity="1", price="24.90", tax=REDUCED))
        assert totals_text(paper) == [
            ("Net amount", "1,024.90"),
            ("VAT 19% on 1,000.00", "190.00"),
            ("VAT 7% on 24.90", "1.74"),
            ("Total", "€1,216.64"),
        ]

    def test_show_the_discount_between_subtotal_and_net(self):
        totals = Totals(
            money("1000"),
            money("950"),
            (TaxGroup(STANDARD, money("950"), money("180.50")),),
            money("1130.50"),
            discount=money("50"),
            discount_rate=Decimal("0.05"),
        )
        assert totals_text(a_paper(totals=totals))[:3] == [
            ("Subtotal", "1,000.00"),
            ("Discount 5%", "-50.00"),
            ("Net amount", "950.00"),
        ]

    def test_of_gross_prices_say_which_tax_is_inside(self):
        totals = Totals(
            money("124.40"),
            money("115.19"),
            (TaxGroup(LineTax("S", Decimal("0.08")), money("115.19"), money("9.21")),),
            money("124.40"),
            includes_tax=True,
        )
        text = printed(a_paper(totals=totals))
        assert [(row.label, row.amount) for row in text.totals] == [
            ("Total", "€124.40"),
            ("including VAT 8% on 115.19", "9.21"),
        ]
        assert "Prices include VAT." in text.remarks
        partly = replace(totals, paid=money("24.40"), payable=money("100"))
        labels = [row.label for row in printed(a_paper(totals=partly)).totals]
        assert labels == ["Total", "including VAT 8% on 115.19", "Already paid", "Amount due"]

    def test_end_with_what_is_left_to_pay(self):
        totals = totals_of([an_item()], paid=money("190"), payable=money("1000"), rounding=money("0.02"))
        rows = printed(a_paper(totals=totals)).totals
        assert [(row.label, row.amount, row.weight) for row in rows[2:]] == [
            ("Rounding", "0.02", 0),
            ("Total", "€1,190.00", 0),
            ("Already paid", "-190.00", 0),
            ("Amount due", "€1,000.00", 1),
        ]

    def test_of_a_credit_note_call_it_a_credit(self):
        assert totals_text(a_paper(an_item(), kind=DocumentKind.CREDIT_NOTE))[-1] == ("Credit", "€1,190.00")

    def test_tell_what_the_options_would_cost(self):
        totals = totals_of([an_item()], optional=money("240"))
        assert totals_text(a_paper(totals=totals))[-1] == ("Optional items, not part of the total", "240.00")

    def test_call_the_tax_as_the_country_does(self):
        paper = a_paper(an_item(), tax_word="sales_tax")
        assert totals_text(paper)[1][0] == "Sales tax 19% on 1,000.00"


class TestRemarks:
    def test_say_why_no_tax_is_charged(self):
        paper = a_paper(an_item(tax=REVERSE))
        assert printed(paper).remarks == ("Reverse charge: the recipient owes the tax",)

    def test_prefer_the_reason_given(self):
        group = TaxGroup(REVERSE, money("1000"), money("0"), "Art. 196 of Directive 2006/112/EC")
        paper = a_paper(totals=Totals(money("1000"), money("1000"), (group,), money("1000")))
        assert printed(paper).remarks == ("Art. 196 of Directive 2006/112/EC",)

    def test_give_the_tax_in_the_sellers_currency_too(self):
        chf = Money(Decimal("184.97"), Currency.of("CHF"))
        own = CompanyCurrency(chf, Decimal("0.9735"), date(2026, 3, 13), "ECB")
        paper = a_paper(totals=totals_of([an_item()], company_currency=own))
        assert printed(paper).remarks == ("VAT in CHF: 184.97 at 0.9735 CHF for 1 EUR (ECB, 13 Mar 2026)",)


class TestPayment:
    def test_says_when_where_and_what_for(self):
        paper = a_paper(bank=GIRO, payment=with_early_payment(money("1190")))
        found = printed(paper).payment
        assert found is not None
        assert found.sentences == (
            "Please pay €1,190.00 by 15 April 2026.",
            "2% discount if paid by 26 March 2026: €1,166.20",
        )
        assert found.account == (
            ("Bank", "Musterbank Berlin"),
            ("IBAN", "DE89 3704 0044 0532 0130 00"),
            ("BIC", "COBADEFFXXX"),
            ("Reference", "INV-2026-00012"),
        )

    def test_lists_instalments(self):
        due = (Due(date(2026, 4, 1), money("595")), Due(date(2026, 5, 1), money("595")))
        found = printed(a_paper(payment=PaymentTerms("In two parts", due))).payment
        assert found is not None
        assert found.sentences == ("In two parts", "€595.00 by 1 April 2026", "€595.00 by 1 May 2026")

    def test_code_asks_for_what_is_left_to_pay(self):
        paper = a_paper(bank=GIRO, totals=totals_of([an_item()], payable=money("90.50")))
        found = printed(paper).payment
        assert found is not None
        assert "EUR90.50" in found.code
        assert found.code_caption == "Scan to pay"

    def test_no_code_where_the_seller_wants_none(self):
        found = printed(a_paper(bank=replace(GIRO, code=False))).payment
        assert found is not None
        assert found.code == ""

    def test_a_credit_note_asks_for_no_money(self):
        assert printed(a_paper(an_item(), kind=DocumentKind.CREDIT_NOTE, bank=GIRO)).payment is None


class TestSchedule:
    def test_is_a_table_with_its_sum(self):
        plan = monthly(date(2026, 1, 31), 3, "100")
        found = printed(a_paper(an_item(), kind=DocumentKind.CONTRACT, schedule=plan)).schedule
        assert found is not None
        assert [(row.on, row.period, row.amount) for row in found.rows] == [
            ("31 Jan 2026", "31 Jan 2026 – 27 Feb 2026", "100.00"),
            ("28 Feb 2026", "28 Feb 2026 – 30 Mar 2026", "100.00"),
            ("31 Mar 2026", "31 Mar 2026 – 29 Apr 2026", "100.00"),
        ]
        assert found.total == ("Total", "300.00")


def test_an_iban_is_printed_in_groups_of_four():
    assert grouped_iban("de89370400440532013000") == "DE89 3704 0044 0532 0130 00"
    assert grouped_iban("") == ""
