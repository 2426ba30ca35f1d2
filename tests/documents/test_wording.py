"""What a paper says, before it is placed: the golden structure other tests and people read."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date

from app.documents.model import DocumentKind, Fact, Mark
from app.documents.wording import paragraphs, printed
from app.kernel.period import Period
from tests.support.documents import ACME, DAY, GIRO, a_paper, an_item

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


class TestPrinted:
    def test_names_the_paper_and_both_parties(self):
        text = printed(a_paper())
        assert (text.title, text.number) == ("Invoice", "INV-2026-00012")
        assert text.sender_line == "Amboss & Söhne GmbH · Schmiedeweg 12 · 10115 Berlin · Germany"
        assert text.address == (
            "Acme AG",
            "Ms Ada Keller",
            "Industriestrasse 4",
            "8005 Zürich",
            "Switzerland",
        )

    def test_starts_the_facts_with_number_and_date_and_ends_them_with_the_buyers(self):
        text = printed(a_paper(facts=(Fact("due_date", date(2026, 4, 15)), Fact("your_order", ""))))
        assert text.facts == (
            ("Invoice no.", "INV-2026-00012"),
            ("Date", "16 March 2026"),
            ("Due date", "15 April 2026"),
            ("Your VAT ID", "CHE-114.702.211"),
        )

    def test_says_once_what_is_given_twice_and_whose_registration_it_is(self):
        buyer = replace(ACME, facts=(Fact("vat_id", "CHE-1"), Fact("tax_number", "77")))
        text = printed(a_paper(buyer=buyer, facts=(Fact("date", DAY), Fact("your_tax_id", "CHE-1"))))
        assert text.facts[1:] == (
            ("Date", "16 March 2026"),
            ("Your VAT ID", "CHE-1"),
            ("Your tax no.", "77"),
        )

    def test_shows_where_goods_go_when_that_is_elsewhere(self):
        text = printed(a_paper(delivery_address=("Gate 4", "8005 Zürich")))
        assert ("Delivery address", "Gate 4\n8005 Zürich") in text.facts

    def test_speaks_the_recipients_language(self):
        text = printed(a_paper(language="de"))
        assert text.title == "Rechnung"
        assert text.facts[1] == ("Datum", "16. März 2026")
        assert text.rows[0].amount == "1.000,00"

    def test_puts_the_sellers_facts_in_columns_at_the_foot(self):
        text = printed(a_paper(bank=GIRO))
        assert text.footer == (
            ("Amboss & Söhne GmbH", "Schmiedeweg 12", "10115 Berlin", "Germany"),
            ("+49 30 5550 1200", "hello@amboss.example", "amboss.example"),
            ("VAT ID DE136695976", "Register no. HRB 12345 B"),
            ("Musterbank Berlin", "DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX"),
        )

    def test_leaves_out_empty_columns_of_the_foot(self):
        seller = replace(ACME, facts=())
        assert printed(a_paper(seller=seller)).footer == ((seller.name, *seller.address),)

    def test_marks_a_draft_in_the_recipients_language(self):
        assert printed(a_paper(mark=Mark.DRAFT, language="de")).mark == "ENTWURF"
        assert printed(a_paper()).mark == ""

    def test_asks_the_customer_to_sign_a_quote_and_both_to_sign_a_contract(self):
        quote = printed(a_paper(an_item(), kind=DocumentKind.QUOTE, signature=True)).signature
        contract = printed(a_paper(an_item(), kind=DocumentKind.CONTRACT, signature=True)).signature
        assert quote is not None
        assert quote.fields == ("Place, date", "Name, signature")
        assert contract is not None
        assert contract.fields == ("Acme AG", "Amboss & Söhne GmbH")
        assert printed(a_paper()).signature is None


class TestParagraphs:
    def test_keep_blank_lines_inside_and_drop_them_at_the_ends(self):
        assert paragraphs("\n one \n\n two\n") == ("one", "", "two")
        assert paragraphs("  ") == ()


def test_every_word_of_a_paper_comes_from_the_catalog():
    """The pseudo-language brackets what was translated; what stays bare is data."""
    text = printed(a_paper(an_item(period=MARCH), bank=GIRO, language="xx", mark=Mark.VOID, signature=True))
    words = [text.title, text.mark, *(fact.label for fact in text.facts)]
    words += [title for title in astuple(text.columns) if title]
    words += [row.label for row in text.totals]
    assert text.payment is not None
    assert text.signature is not None
    words += [text.payment.title, text.payment.code_caption, *text.signature.fields]
    words += [label for label, _ in text.payment.account]
    assert [word for word in words if not word.startswith("«")] == []
