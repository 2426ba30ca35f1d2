from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.documents.lines import LineKind as Printed
from app.documents.lines import Standing, Term
from app.documents.model import Mark
from app.documents.settlement import PaymentTerms
from app.documents.wording import printed
from app.kernel.period import Period
from app.quotes.lines import LineKind, QuoteLine
from app.services.papers.quotes import quote_data
from app.services.pricing import quote_pricer
from tests.support.billing import euros
from tests.support.deals import a_draft, a_text_line, sent


def paper(store, quote):
    with store.reading() as unit:
        return quote_data(unit, quote, quote_pricer(unit, quote).price(quote))


class TestQuoteData:
    def test_says_what_the_quote_says(self, store):
        data = paper(store, a_draft(store, ("A-1", "10"), ("B-2", "25")))

        assert [(line.position, line.sku, line.amount) for line in data.lines] == [
            ("1", "A-1", euros("1000.00")),
            ("2", "B-2", euros("8.33")),
        ]
        assert (data.totals.net, data.totals.total) == (euros("1008.33"), euros("1199.91"))
        assert data.buyer.address == ("Weg 1", "10115 Berlin")

    def test_prints_the_price_that_multiplies(self, store):
        data = paper(store, a_draft(store, ("B-2", "25")))

        assert (data.lines[0].price.amount, data.lines[0].price.base_quantity) == (Decimal("0.333"), 1)

    def test_a_subscription_says_its_term_and_its_price_for_it(self, store):
        (line,) = paper(store, a_draft(store, ("S-3", "12"))).lines

        assert (line.price.amount, line.amount) == (Decimal("144.00"), euros("1728.00"))
        assert line.term == Term(12, Decimal("12.00"))
        assert line.period is None

    def test_an_agreed_start_gives_the_days(self, store):
        draft = a_draft(store, ("S-3", "12"))
        agreed = replace(draft, terms=replace(draft.terms, starts_on=date(2026, 12, 1)))

        (line,) = paper(store, agreed).lines

        assert line.period == Period(date(2026, 12, 1), date(2027, 12, 1))

    def test_payment_terms_nobody_can_read_are_printed_as_they_are(self, store):
        draft = a_draft(store, ("A-1", "1"))
        free = replace(draft, terms=replace(draft.terms, payment="as agreed by phone"))

        assert paper(store, free).payment == PaymentTerms(words="as agreed by phone")

    def test_a_draft_is_marked_as_one_and_a_sent_quote_is_not(self, store):
        draft = a_draft(store, ("A-1", "1"))

        assert paper(store, draft).mark is Mark.DRAFT
        assert paper(store, sent(store, draft)).mark is Mark.NONE

    def test_optional_lines_stand_outside_the_total(self, store):
        data = paper(store, a_draft(store, ("A-1", "1"), ("B-2", "1000"), optional="B-2"))

        assert [line.standing for line in data.lines] == [Standing.FIRM, Standing.OPTIONAL]
        assert (data.totals.net, data.totals.optional) == (euros("100.00"), euros("333.00"))

    def test_sections_texts_and_subtotals_are_printed_in_their_places(self, store):
        draft = a_draft(store, ("A-1", "2"))
        heading = QuoteLine(UUID(int=1), kind=LineKind.HEADING, name="Tools")
        subtotal = QuoteLine(UUID(int=2), kind=LineKind.SUBTOTAL, name="Sum")
        lines = (heading, a_text_line(3, "Made in Bonn"), *draft.lines, subtotal)

        data = paper(store, replace(draft, lines=lines))

        assert [line.kind for line in data.lines] == [
            Printed.HEADING,
            Printed.TEXT,
            Printed.ITEM,
            Printed.SUBTOTAL,
        ]
        assert data.lines[-1].amount == euros("200.00")

    def test_every_section_ends_with_its_subtotal(self, store):
        draft = a_draft(store, ("A-1", "2"), ("B-2", "1000"))
        first, second = draft.lines
        headings = [QuoteLine(UUID(int=n), kind=LineKind.HEADING, name=f"G{n}") for n in (1, 2)]

        data = paper(store, replace(draft, lines=(headings[0], first, headings[1], second)))

        sums = [line for line in data.lines if line.kind is Printed.SUBTOTAL]
        assert [line.amount for line in sums] == [euros("200.00"), euros("333.00")]
        assert data.lines[-1] is sums[-1]
        assert printed(replace(data, language="de")).rows[2].text == "Zwischensumme"

    def test_without_a_customer_there_is_nobody_to_name(self, store):
        assert paper(store, a_draft(store, ("A-1", "1"), customer=None)).buyer.name == ""
