"""What the quote builder asks of the file: a quote with all it is priced by, and products to add to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.catalog.price_book import PriceBook
from app.catalog.product import Product
from app.company.company import Company
from app.customers.customer import Customer
from app.exchange.mapping.pasting import pasted_lines
from app.exchange.records.lines import LineRow
from app.exchange.records.parsing import Told
from app.kernel.text import DESCRIPTION_LENGTH, readable_text
from app.pricing.result import PricedDocument, PricedLine
from app.quotes import revision
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import QuoteLine
from app.quotes.quote import Quote
from app.services import quotes
from app.services.documents import render
from app.services.exchange_rates import RatesOfDay, rates_of_day
from app.services.papers.quotes import quote_data
from app.services.pricing import QuotePricer, price_sent, quote_pricer
from app.services.search import find
from app.store.queries import quotes as quote_queries
from app.store.queries.paging import PageRequest

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a quote is priced and checked by, out of the store.

    Attributes:
        pricer: Prices every keystroke.
        books: The company's price books, by code.
        rates: The exchange rates of the quote's date.
    """

    pricer: QuotePricer
    company: Company
    customer: Customer | None
    books: tuple[PriceBook, ...]
    rates: RatesOfDay


class RevisionFacts(NamedTuple):
    """One revision of an offer."""

    id: UUID
    revision: int
    state: QuoteState


@dataclass(frozen=True, slots=True)
class OpenQuote:
    """A quote as the builder opens it.

    Attributes:
        priced: A draft at today's rules, any other as it was sent.
        revisions: All of the offer, the first one first.
        contract_id: What it became, `None` before it was accepted.
    """

    quote: Quote
    priced: PricedDocument
    surroundings: Surroundings
    revisions: tuple[RevisionFacts, ...]
    contract_id: UUID | None


class FoundProduct(NamedTuple):
    """A product a search found, and what one of it costs this customer; no parts where it has no price."""

    product: Product
    answer: PricedLine


class FoundProducts(NamedTuple):
    """The best products, best first; `more` says that there are or may be others."""

    found: tuple[FoundProduct, ...]
    more: bool


class Pasted(NamedTuple):
    """Rows copied from a spreadsheet, in their order.

    Attributes:
        rows: Each as it was read, or its cells as one text where it could not be.
        products: Those of the rows that are in the catalog, by SKU.
    """

    rows: tuple[LineRow | str, ...]
    products: dict[str, Product]


@dataclass(frozen=True, slots=True)
class PricedQuote:
    """A revision with its prices."""

    quote: Quote
    priced: PricedDocument


def opened(unit: Nouns, *, quote_id: UUID) -> OpenQuote:
    """Return a quote with everything its builder shows.

    Raises:
        QuoteNotFound: No quote has this id.
        CustomerNotFound: The customer was deleted elsewhere.
    """
    quote = unit.quotes.get(quote_id)
    around = surroundings(unit, quote)
    priced = around.pricer.price(quote) if quote.is_editable else price_sent(unit, quote)
    contract = unit.contracts.of_quote(quote_id)
    return OpenQuote(
        quote, priced, around, revisions(unit, family=quote.family), contract.id if contract else None
    )


def surroundings(unit: Nouns, quote: Quote) -> Surroundings:
    """Return what a quote is priced and checked by, for the products, customer, book and day it has now.

    Raises:
        CustomerNotFound: The customer was deleted elsewhere.
    """
    customer = unit.customers.get(quote.customer_id) if quote.customer_id else None
    return Surroundings(
        quote_pricer(unit, quote),
        unit.company.get(),
        customer,
        tuple(unit.price_books.all()),
        rates_of_day(unit, quote.dated),
    )


def revisions(unit: Nouns, *, family: UUID) -> tuple[RevisionFacts, ...]:
    """Return the revisions of an offer, the first one first."""
    return tuple(RevisionFacts(one.id, one.revision, one.state) for one in unit.quotes.revisions(family))


def priced(unit: Nouns, *, quote_id: UUID) -> PricedQuote:
    """Return a revision with its prices: a draft at today's rules, any other as it was sent.

    Raises:
        QuoteNotFound: No quote has this id.
    """
    quote = unit.quotes.get(quote_id)
    fresh = quote.state is QuoteState.DRAFT
    return PricedQuote(quote, quote_pricer(unit, quote).price(quote) if fresh else price_sent(unit, quote))


def products_found(unit: Nouns, quote: Quote, *, text: str, limit: int = 12) -> FoundProducts:
    """Return the products that fit what was typed, each with the price of one for this quote's customer."""
    result = find(unit, text, kinds=("product",), limit=limit)
    known = unit.products.by_skus([hit.label for hit in result.hits])
    found = [known[hit.label] for hit in result.hits if hit.label in known]
    lines = tuple(
        QuoteLine(product.id, product_id=product.id, sku=product.sku, unit=product.unit.code)
        for product in found
    )
    asked = replace(quote, lines=lines)
    answers = quote_pricer(unit, asked).price(asked).lines
    return FoundProducts(tuple(map(FoundProduct, found, answers)), result.more)


def products_named(unit: Nouns, *, skus: Collection[str]) -> dict[str, Product]:
    """Return the products among these SKUs, by SKU."""
    return dict(unit.products.by_skus(skus))


def pasted(unit: Nouns, table: Sequence[Sequence[str]], *, decimal_sign: str) -> Pasted:
    """Return pasted rows as lines to be, with the products they name; no row is lost.

    Args:
        unit: A reading unit.
        table: The cells: SKU, quantity, price, discount, or any order under a heading that names them.
        decimal_sign: How this person writes numbers, where the cells do not say.
    """
    width = max(map(len, table), default=0)
    rows = [[*(" ".join(cell.split()) for cell in row), *[""] * (width - len(row))] for row in table]
    text = "\n".join("\t".join(row) for row in rows)
    read = pasted_lines(text, told=Told(decimal_sign))
    by_line: dict[int, LineRow | str] = {row.line: row for row in read.rows}
    unread = {problem.line for problem in read.problems}
    if not read.rows and not unread:
        unread = set(range(1, len(table) + 1))
    by_line |= {
        line: readable_text("  ".join(filter(None, table[line - 1])), longest=DESCRIPTION_LENGTH)
        for line in unread
        if line <= len(table)
    }
    skus = {row.sku for row in read.rows}
    return Pasted(tuple(by_line[line] for line in sorted(by_line)), products_named(unit, skus=skus))


def last_quote(unit: Nouns, *, customer_id: UUID, other_than: UUID) -> Quote | None:
    """Return the customer's newest quote beside the one being written; `None` where it is the first."""
    transaction = unit.records.transaction
    newest = PageRequest("dated", filters={"customer_id": str(transaction.key(customer_id))}, limit=2)
    rows = quote_queries.quotes(transaction, newest)
    found = next((row.id for row in rows if row.id != other_than), None)
    return unit.quotes.get(found) if found else None


def paper(unit: Nouns, quote: Quote, priced: PricedDocument) -> bytes:
    """Return the quote's PDF: the stored bytes where it has left the house, else drawn from what is given.

    Raises:
        CustomerNotFound: The customer was deleted elsewhere.
        GlyphMissing: No font has a character of the text.
    """
    kept = None if quote.is_editable else unit.files.of_document("quote", quote.id)
    return kept.content if kept is not None else render(quote_data(unit, quote, priced))


def keep_as_copy(uow: UnitOfWork, act: Act, *, quote: Quote) -> Quote:
    """Keep a draft that lost against somebody else's as a quote of its own.

    Raises:
        NotPermittedHere: The person may not edit quotes.
    """
    copy = revision.clone(quote, new_id=uow.new_id(), new_line_id=uow.new_id, today=act.today)
    return quotes.save_draft(uow, act, quote=copy)
