"""Price a quote: load what its products need once, then answer every keystroke without the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.pricing.document import price, reprice
from app.pricing.inverse import BetterTier, better_tiers
from app.pricing.options import with_options
from app.pricing.plain import of_plain
from app.pricing.request import PricingRequest
from app.pricing.result import PricedDocument
from app.pricing.rules import PriceRules
from app.quotes.pricing_request import Circumstances, pricing_request, request_line
from app.quotes.quote import Quote, group_of_each_line
from app.taxes.parties import situation_of

if TYPE_CHECKING:
    from app.store.nouns import Nouns


@dataclass(frozen=True, slots=True)
class QuotePricer:
    """Everything needed to price one quote, out of the store; may cross threads.

    Attributes:
        rules: For the products, book, customer and day of the quote it was made for.
        circumstances: Customer, taxes and the company's currency.
        covers: SKUs whose prices are loaded.
        stands_on: Customer, book, currency and price day the rules were loaded for.
    """

    rules: PriceRules
    circumstances: Circumstances
    covers: frozenset[str]
    stands_on: tuple[object, ...]

    def price(self, quote: Quote) -> PricedDocument:
        """Return the whole quote priced, with every step explained."""
        return price(pricing_request(quote, self.circumstances), self.rules)

    def reprice(self, previous: PricedDocument, quote: Quote, line_id: UUID) -> PricedDocument:
        """Return the quote priced again after one of its lines changed; equal to `price`, but faster."""
        return reprice(previous, self._changed(previous.request, quote, line_id), str(line_id), self.rules)

    def better_tiers(self, priced: PricedDocument, line_id: UUID) -> tuple[BetterTier, ...]:
        """Return the larger quantities at which a line costs no more than now, the nearest first."""
        return better_tiers(priced, self.rules, str(line_id))

    def needs(self, quote: Quote) -> bool:
        """Test whether the quote asks for something that was not loaded for it."""
        skus = {line.sku for line in quote.product_lines}
        return not skus <= self.covers or _standing(quote) != self.stands_on

    def _changed(self, before: PricingRequest, quote: Quote, line_id: UUID) -> PricingRequest:
        key = str(line_id)
        line = quote.line(line_id)
        group = group_of_each_line(quote)[line_id]
        asked = request_line(quote, line, "" if group is None else str(group), self.circumstances.options)
        lines = tuple(asked if each.key == key else each for each in before.lines)
        return replace(before, lines=lines)


def quote_pricer(unit: Nouns, quote: Quote) -> QuotePricer:
    """Return the pricer of a quote; the number of queries does not depend on the number of lines.

    Raises:
        CustomerNotFound: The customer was deleted elsewhere.
    """
    company = unit.company.get()
    customer = unit.customers.get(quote.customer_id) if quote.customer_id else None
    skus = frozenset(line.sku for line in quote.product_lines if line.sku)
    circumstances = Circumstances(
        customer.reference if customer else "",
        situation_of(company, customer),
        company.seller.currency,
    )
    rules = unit.price_rules.of_document(pricing_request(quote, circumstances))
    return QuotePricer(rules, circumstances, skus, _standing(quote))


def price_sent(unit: Nouns, quote: Quote) -> PricedDocument:
    """Return a quote as it was priced when it was sent, with the accepted options in the total.

    Raises:
        QuoteNotFound: It was never sent.
    """
    stored = unit.quotes.priced(quote.id)
    if stored is None:
        return quote_pricer(unit, quote).price(quote)
    priced = of_plain(stored)
    options = quote.acceptance.options if quote.acceptance else frozenset()
    return with_options(priced, frozenset(map(str, options))) if options else priced


def price_as_of(unit: Nouns, quote: Quote, day: date) -> PricedDocument:
    """Return a quote by the price books and rules that hold on another day, with the accepted options.

    Taxes and the exchange rate stay those of the quote.

    Raises:
        CustomerNotFound: The customer was deleted elsewhere.
    """
    moved = replace(quote, price_date=day)
    priced = quote_pricer(unit, moved).price(moved)
    options = quote.acceptance.options if quote.acceptance else frozenset()
    return with_options(priced, frozenset(map(str, options))) if options else priced


def _standing(quote: Quote) -> tuple[object, ...]:
    return (quote.customer_id, quote.price_book, quote.currency, quote.price_date, quote.dated)
