"""What the quote's search fields find: products with the customer's price, and customers."""

from __future__ import annotations

from app.i18n.formats import Formats
from app.quotes.quote import Quote
from app.services.quote_editor import FoundProduct, products_found
from app.services.search import find
from ui.quotes.presenter import QuotePresenter
from ui.quotes.prices import unit_price
from ui.quotes.units import unit_label
from ui.shell.session import Session, Unit
from ui.widgets.hits import Answer, Hit, Search

MOST_HITS = 12


def product_search(presenter: QuotePresenter) -> Search:
    """Return the search of the grid's SKU column; a hit's key is the `Product`."""
    formats = presenter.session.formats

    def found(unit: Unit, text: str) -> Answer:
        # Read on a reader thread: the quote is a frozen value, whichever edit it stands at.
        quote = presenter.quote
        products = products_found(unit, quote, text=text, limit=MOST_HITS)
        return Answer(tuple(product_hit(one, quote, formats) for one in products.found), products.more)

    return presenter.session.search(found)


def product_hit(found: FoundProduct, quote: Quote, formats: Formats) -> Hit:
    """Return a product as the pop-up shows it: name, SKU and category, and what one costs this customer."""
    product = found.product
    note = " · ".join(part for part in (product.sku, product.category.replace("/", " / ")) if part)
    price = unit_price(found.answer)
    value = "" if price is None else formats.price(price.amount, quote.currency)
    if value and price is not None and price.base != 1:
        value = f"{value} / {formats.number(price.base)}"
    label = unit_label(product.unit.code)
    return Hit(
        product, product.names.in_language(quote.language), note, f"{value} / {label}" if value else ""
    )


def customer_search(session: Session) -> Search:
    """Return the search of the customer's field; a hit's key is the customer's id."""

    def found(unit: Unit, text: str) -> Answer:
        result = find(unit, text, kinds=("customer",), limit=MOST_HITS)
        return Answer(tuple(Hit(hit.id, hit.title, hit.label) for hit in result.hits), result.more)

    return session.search(found)
