"""The finished PDF: what a customer reads, on which page, and that nothing is cut off or made up."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
import zxingcpp
from page import ValidationProfile, validate_pdf_bytes
from PIL import Image

from app.documents import lines, model, settlement
from app.documents.faults import GlyphMissing, LogoUnreadable
from app.documents.lines import LineKind, Standing
from app.documents.model import Brand, DocumentKind, Fact, Mark, Paper, Party
from app.documents.pages import page_image, page_sizes, page_texts
from app.documents.pdf import render
from app.documents.pdf.scripts import HEBREW, font_files
from app.documents.printed import RowKind
from app.documents.wording import printed
from app.i18n.formats import formats
from tests.support.documents import (
    DAY,
    GIRO,
    REDUCED,
    STANDARD,
    a_heading,
    a_logo,
    a_paper,
    a_subtotal,
    an_item,
    many_items,
    money,
    monthly,
    thirty_days,
    totals_of,
    with_early_payment,
)

FULL = a_paper(
    a_heading("Workshop"),
    an_item(sku="A-1", list_price=Decimal("120"), discount=Decimal("0.1"), detail="Ground on five sides."),
    an_item("Textbook", sku="B-2", quantity="3", price="24.90", tax=REDUCED),
    an_item("Training", sku="S-1", quantity="2", unit="DAY", standing=Standing.OPTIONAL),
    a_subtotal("Subtotal workshop", "1074.70"),
    bank=GIRO,
    payment=with_early_payment(money("1269.93")),
    subject="For the new workshop",
    introduction="Dear Ms Keller,\nthank you.",
    notes="Free to site.",
    terms="Our general terms apply.",
    signature=True,
    brand=Brand(a_logo(), "#0f5c4d"),
)


def text_of(paper: model.DocumentData) -> str:
    return "\n".join(page_texts(render(paper)))


class TestWords:
    def test_of_the_paper_are_all_on_it(self):
        text, said = text_of(FULL), printed(FULL)
        expected = [said.title, said.number, *said.address, *said.introduction, *said.notes, *said.terms]
        expected += [part for fact in said.facts for part in fact]
        expected += [row.text for row in said.rows] + [row.amount for row in said.rows]
        expected += [part for total in said.totals for part in total[:2]]
        assert [words for words in expected if words and words not in text] == []

    def test_of_markup_are_printed_as_they_are(self):
        name = "<b>bold</b> **strong** <img src=file:///etc/passwd> __x__"
        assert "<b>bold</b> **strong**" in text_of(a_paper(an_item(name)))

    @pytest.mark.parametrize("kind", DocumentKind)
    def test_name_the_kind_of_paper(self, kind):
        paper = a_paper(an_item(), kind=kind)
        assert f"{printed(paper).title} INV-2026-00012" in text_of(paper)

    @pytest.mark.parametrize("language", ["de", "fr_CH", "it", "es", "nl"])
    def test_are_the_recipients(self, language):
        paper = replace(FULL, language=language)
        assert printed(paper).totals[0].label in text_of(paper)

    def test_that_no_font_has_are_refused_by_name(self):
        with pytest.raises(GlyphMissing) as refused:
            render(a_paper(an_item("Runic \ue000")))
        assert refused.value.params["text"] == "Runic \ue000"


class TestMargin:
    def test_is_nothing_a_paper_can_hold(self):
        """No field of the data a paper is made of could carry a cost or a margin to the customer."""
        records = [
            record
            for module in (model, lines, settlement)
            for record in vars(module).values()
            if isinstance(record, type) and hasattr(record, "__dataclass_fields__")
        ]
        names = {field.name for record in records for field in fields(record)}
        assert not [name for name in names if re.search("margin|cost|markup|floor|profit|internal", name)]

    def test_is_never_printed(self):
        assert not re.search("margin|markup|cost|floor price", text_of(FULL), re.IGNORECASE)


class TestLongPaper:
    def test_repeats_titles_and_carries_sums_over(self):
        paper = a_paper(*many_items(60))
        rows, form = printed(paper).rows, formats(paper.language)
        pages = page_texts(render(paper))
        positions = [
            [row.position for row in rows if f"\n{row.position} {row.sku} " in page] for page in pages
        ]
        assert [position for page in positions for position in page] == [row.position for row in rows]
        for page, following, shown in zip(pages, pages[1:], positions, strict=False):
            carried = form.amount(rows[int(shown[-1]) - 1].running)
            assert f"Carried over {carried}" in page
            assert f"Brought forward {carried}" in following
            assert "Description Quantity Unit price Amount EUR" in following

    @pytest.mark.parametrize("count", range(14, 34))
    def test_never_leaves_a_total_alone_on_a_page(self, count):
        pages = page_texts(render(a_paper(*many_items(count))))
        last = next(page for page in pages if "Net amount" in page)
        assert f"\n{count} FR-" in last
        assert "Total €" in last

    def test_numbers_its_pages(self):
        pages = page_texts(render(a_paper(*many_items(60))))
        assert [f"Page {at} of 3" in page for at, page in enumerate(pages, start=1)] == [True] * 3
        assert "Invoice INV-2026-00012" in pages[1].splitlines()[0] + pages[1].splitlines()[1]

    def test_may_have_a_thousand_lines(self):
        pages = page_texts(render(a_paper(*many_items(1000))))
        assert sum(len(re.findall(r"^\d+ FR-", page, re.MULTILINE)) for page in pages) == 1000

    def test_goes_on_where_one_description_is_longer_than_a_page(self):
        detail = "\n".join(f"Clause {at} of the description" for at in range(200))
        pages = page_texts(render(a_paper(an_item(), an_item("Long one", detail=detail), an_item())))
        assert [f"Clause {at} of" in "\n".join(pages) for at in range(200)] == [True] * 200
        assert len(pages) <= 5

    def test_keeps_a_heading_with_its_first_line(self):
        for count in range(15, 25):
            pages = page_texts(render(a_paper(*many_items(count), a_heading("Next part"), *many_items(3))))
            page = next(page for page in pages if "Next part" in page)
            assert f"\n{count + 1} FR-" in page

    def test_shows_a_schedule_over_several_pages(self):
        paper = a_paper(
            an_item(), kind=DocumentKind.CONTRACT, schedule=monthly(date(2026, 1, 31), 60, "1000")
        )
        pages = page_texts(render(paper))
        assert "\n".join(pages).count("Platform, 100 seats 1,000.00") == 60
        assert "Total 60,000.00" in pages[-1]
        assert "Invoiced on Period Item Amount EUR" in pages[1]


PAPERS = {
    "full": FULL,
    "long names": a_paper(
        an_item("N" * 200, sku="S" * 60, quantity="123456.789", price="0.123456"),
        an_item("Überlanger Name " * 12, detail="x" * 400, quantity="9999999", price="99999.99"),
        seller=Party("S" * 200, ("Street " * 20, "City")),
        buyer=Party("B" * 200, tuple("A long line of an address " * 3 for _ in range(6))),
        facts=tuple(Fact(f"A label of some length {at}", "value " * 20) for at in range(6)),
        number="INV-" + "9" * 60,
        terms="word " * 2000,
        totals=totals_of([an_item(quantity="9999999", price="99999.99")]),
    ),
    "letter": replace(FULL, paper=Paper.LETTER, mark=Mark.DRAFT),
    "pseudo": replace(FULL, language="xx", introduction="", notes=""),
}


if font_files(HEBREW):
    PAPERS["right to left"] = replace(FULL, language="he")


class TestEdges:
    @pytest.mark.parametrize("name", PAPERS)
    def test_nothing_is_printed_beyond_the_text_area(self, name):
        file = pypdfium2.PdfDocument(render(PAPERS[name]))
        for page in file:
            width, height = page.get_size()
            texts = page.get_textpage()
            for at in range(texts.count_chars()):
                left, bottom, right, top = texts.get_charbox(at)
                if right - left > 60:
                    continue  # the word across the page
                assert left >= 45, texts.get_text_range(at, 10)
                assert right <= width - 45
                assert bottom >= 18
                assert top <= height - 30
        file.close()

    @pytest.mark.parametrize("name", PAPERS)
    def test_every_figure_of_the_table_stands_on_its_own(self, name):
        """Texts that touch would be read as one word."""
        found = set("\n".join(page_texts(render(PAPERS[name]))).split())
        rows = [row for row in printed(PAPERS[name]).rows if row.kind is RowKind.ITEM]
        assert [row.amount for row in rows if row.amount not in found] == []
        assert [row.price for row in rows if row.price not in found] == []


class TestMark:
    def test_stands_on_every_page(self):
        pages = page_texts(render(a_paper(*many_items(40), mark=Mark.DRAFT)))
        assert all("DRAFT" in page for page in pages)

    def test_is_not_on_a_valid_paper(self):
        assert "DRAFT" not in text_of(FULL)


class TestCode:
    def test_can_be_scanned_from_the_page(self):
        pdf = render(FULL)
        at = next(at for at, page in enumerate(page_texts(pdf)) if "Scan to pay" in page)
        image = page_image(pdf, at, scale=2)
        picture = Image.frombytes("RGB", (image.width, image.height), image.rgb, "raw", "RGB", image.stride)
        found = zxingcpp.read_barcodes(picture)
        payment = printed(FULL).payment
        assert payment is not None
        assert [code.text for code in found] == [payment.code]
        assert "EUR1269.93" in payment.code

    def test_is_absent_without_an_account(self):
        assert "Scan to pay" not in text_of(a_paper(payment=thirty_days(money("1190"))))


class TestArchive:
    @pytest.mark.parametrize("name", PAPERS)
    def test_every_paper_can_be_archived(self, name):
        """PDF/A-3B, checked by a program that has nothing to do with the one that wrote it."""
        report = validate_pdf_bytes(render(PAPERS[name]), profile=ValidationProfile.PDF_A_3B)
        assert report.is_compliant, [str(failure) for failure in report.failures][:3]


class TestFile:
    def test_is_the_same_bytes_for_the_same_paper(self):
        assert render(FULL) == render(FULL)
        assert render(FULL) != render(replace(FULL, number="INV-2026-00013"))

    def test_says_what_it_is_who_made_it_and_when(self):
        pdf = render(replace(FULL, language="de_CH"))
        assert b"<pdfaid:part>3</pdfaid:part>" in pdf
        assert b"Rechnung INV-2026-00012" in pdf
        assert "Amboss &amp; Söhne GmbH".encode() in pdf
        assert DAY.isoformat().encode() in pdf
        assert b"/Lang (de-CH)" in pdf

    def test_escapes_what_the_names_bring_along(self):
        seller = Party('A <b> & ]]> "x" (y) \\')
        pdf = render(a_paper(seller=seller))
        assert len(page_sizes(pdf)) == 1
        assert b"A &lt;b&gt; &amp; ]]" in pdf

    def test_refuses_a_logo_that_is_no_picture(self):
        with pytest.raises(LogoUnreadable):
            render(replace(FULL, brand=Brand(b"<svg/>")))

    def test_of_a_quote_just_begun_needs_neither_number_nor_customer(self):
        begun = replace(
            a_paper(kind=DocumentKind.QUOTE), lines=(), number="", buyer=Party(""), mark=Mark.DRAFT
        )
        assert "Quote" in text_of(begun)

    def test_needs_no_lines(self):
        bare = replace(FULL, lines=(), totals=totals_of([an_item(tax=STANDARD)]))
        assert "Total" in text_of(bare)
        text_only = replace(FULL, lines=(lines.Line(LineKind.TEXT, "As discussed."),))
        assert "As discussed." in text_of(text_only)
