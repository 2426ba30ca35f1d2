"""The quote as the customer reads it; cost and margin never leave the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.catalog.product import ChargeType
from app.customers.party import Party, party_of_customer, party_of_seller
from app.documents.lines import Line, LineKind, Part, PrintedPrice, Standing
from app.documents.model import DocumentData, DocumentKind, Fact, Mark
from app.documents.settlement import Totals
from app.kernel.money import Money
from app.pricing.printing import printed_line, printed_part
from app.pricing.result import PricedDocument, PricedLine
from app.quotes import lines as quoted
from app.quotes.lifecycle import QuoteState
from app.quotes.pricing_request import service_period
from app.quotes.quote import Quote
from app.quotes.sections import section_ends, subtotals
from app.services.papers.money import printed_groups, printed_tax
from app.services.papers.parties import brand_of, buyer_of, seller_of, tax_word
from app.services.papers.terms import agreed_terms, line_terms

if TYPE_CHECKING:
    from app.store.nouns import Nouns

STANDING = {
    quoted.LineRole.STANDARD: Standing.FIRM,
    quoted.LineRole.OPTIONAL: Standing.OPTIONAL,
    quoted.LineRole.ALTERNATIVE: Standing.ALTERNATIVE,
}


def quote_data(unit: Nouns, quote: Quote, priced: PricedDocument) -> DocumentData:
    """Return the paper of a quote; a draft is marked as one.

    Raises:
        CustomerNotFound: The customer was deleted elsewhere.
    """
    company = unit.company.get()
    seller, buyer = _parties(unit, quote)
    brand, paper = brand_of(unit, company)
    return DocumentData(
        kind=DocumentKind.QUOTE,
        number=quote.number,
        dated=quote.dated,
        language=quote.language,
        currency=quote.currency,
        seller=seller_of(seller, quote.language),
        buyer=buyer_of(buyer, seen_from=seller.address.country, language=quote.language),
        lines=tuple(_lines(quote, priced)),
        totals=_totals(priced),
        facts=tuple(_facts(quote, buyer)),
        payment=agreed_terms(company, quote.terms.payment),
        notes=quote.notes,
        signature=True,
        tax_word=tax_word(seller),
        brand=brand,
        paper=paper,
        mark=Mark.DRAFT if quote.state is QuoteState.DRAFT else Mark.NONE,
    )


def _parties(unit: Nouns, quote: Quote) -> tuple[Party, Party]:
    if quote.state is not QuoteState.DRAFT:
        return unit.quotes.parties(quote.id)
    seller = party_of_seller(unit.company.get().seller)
    if quote.customer_id is None:
        return seller, Party("")
    customer = unit.customers.get(quote.customer_id)
    return seller, party_of_customer(customer, buyer_reference=quote.buyer_reference)


def _facts(quote: Quote, buyer: Party) -> Iterator[Fact]:
    yield Fact("date", quote.dated)
    yield Fact("valid_until", quote.valid_until)
    if quote.revision > 1:
        yield Fact("revision", str(quote.revision))
    if buyer.reference:
        yield Fact("customer_number", buyer.reference)
    if quote.buyer_reference:
        yield Fact("your_reference", quote.buyer_reference)
    if quote.terms.delivery:
        yield Fact("delivery_terms", quote.terms.delivery)
    if quote.terms.starts_on:
        yield Fact("starts_on", quote.terms.starts_on)


def _lines(quote: Quote, priced: PricedDocument) -> Iterator[Line]:
    answers = {line.key: line for line in priced.lines}
    terms = line_terms(priced)
    amounts = {line.key: line.amount for line in priced.lines if line.in_total}
    sums, ends = subtotals(quote.lines, amounts), section_ends(quote.lines, amounts)
    position = 0
    for line in quote.lines:
        answer = answers.get(str(line.id))
        if line.kind is not quoted.LineKind.PRODUCT:
            yield _other(line, priced, sums.get(line.id, 0))
        elif answer is not None:
            position += 1
            item = _item(line, answer, priced, str(position))
            if line.charge is not ChargeType.ONE_TIME:
                # Where no start is agreed, the days are known only when the customer says yes.
                period = service_period(quote, line) if quote.terms.starts_on else None
                item = replace(item, term=terms.get(answer.key), period=period)
            yield item
        if line.id in ends:
            yield Line(LineKind.SUBTOTAL, "", amount=priced.money(sums[ends[line.id].id]))


def _other(line: quoted.QuoteLine, priced: PricedDocument, comes_to: int) -> Line:
    if line.kind is quoted.LineKind.SUBTOTAL:
        return Line(LineKind.SUBTOTAL, line.name, amount=priced.money(comes_to))
    kind = LineKind.HEADING if line.kind is quoted.LineKind.HEADING else LineKind.TEXT
    return Line(kind, line.name, detail=line.detail)


def _item(line: quoted.QuoteLine, answer: PricedLine, priced: PricedDocument, position: str) -> Line:
    price = printed_line(answer, line.quantity, priced.request.currency)
    return Line(
        kind=LineKind.ITEM,
        text=line.name or line.sku,
        position=position,
        sku=line.sku,
        detail=line.detail,
        quantity=line.quantity,
        unit=answer.unit,
        price=PrintedPrice(price.amount, price.base_quantity),
        amount=priced.money(answer.amount),
        tax=printed_tax(answer.tax) if answer.tax else None,
        standing=STANDING[line.role],
        parts=_bands(answer, priced),
    )


def _bands(answer: PricedLine, priced: PricedDocument) -> tuple[Part, ...]:
    """Return the bands of a slab, each rounded and printed; one part alone is the line itself."""
    if len(answer.parts) < 2:
        return ()
    bands = []
    for part in answer.parts:
        quantity, price = printed_part(answer, part, priced.request.currency)
        printed = PrintedPrice(price.amount, price.base_quantity)
        bands.append(Part("", quantity, printed, priced.money(part.amount)))
    return tuple(bands)


def _totals(priced: PricedDocument) -> Totals:
    totals = priced.totals

    def money(units: int) -> Money:
        return priced.money(units)

    return Totals(
        lines=money(totals.lines),
        net=money(totals.net),
        taxes=printed_groups(priced.tax_groups, priced.request.currency),
        total=money(totals.payable),
        discount=money(totals.discount) if totals.discount else None,
        includes_tax=priced.gross,
        rounding=money(totals.rounding) if totals.rounding else None,
        optional=money(totals.optional) if totals.optional else None,
    )
