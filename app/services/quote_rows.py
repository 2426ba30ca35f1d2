"""What is kept beside a quote: the prices that were shown, and once sent, everything they stood on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.customers.party import party_of_customer, party_of_seller
from app.kernel.numbers import to_scaled
from app.pricing.plain import to_plain
from app.pricing.printing import printed_line
from app.pricing.result import PricedDocument
from app.quotes.quote import Quote

if TYPE_CHECKING:
    from app.store.nouns import Nouns
    from app.store.repositories.quotes import Shown, ShownLine

SCALE = 6
"""Decimals of stored prices and quantities."""


def customer_name(unit: Nouns, quote: Quote) -> str:
    """Return the name of the quote's customer, empty before one is chosen."""
    return unit.customers.get(quote.customer_id).name if quote.customer_id else ""


def shown(unit: Nouns, quote: Quote, priced: PricedDocument) -> Shown:
    """Return what the rep saw of a draft."""
    from app.store.repositories.quotes import Shown

    totals = priced.totals
    return Shown(
        customer_name(unit, quote), totals.net, totals.tax, totals.payable, lines=_shown_lines(quote, priced)
    )


def shown_as_sent(unit: Nouns, quote: Quote, priced: PricedDocument) -> Shown:
    """Return what the customer is offered: parties and the whole trace are frozen with it.

    Raises:
        CustomerNotFound: The quote has no customer.
    """
    from app.store.repositories.quotes import Shown

    customer = unit.customers.get(quote.customer_id or UUID(int=0))
    totals = priced.totals
    return Shown(
        customer.name,
        totals.net,
        totals.tax,
        totals.payable,
        lines=_shown_lines(quote, priced),
        seller=party_of_seller(unit.company.get().seller),
        buyer=party_of_customer(customer, buyer_reference=quote.buyer_reference),
        priced=to_plain(priced),
    )


def _shown_lines(quote: Quote, priced: PricedDocument) -> dict[UUID, ShownLine]:
    from app.store.repositories.quotes import ShownLine

    answers = {line.key: line for line in priced.lines if line.parts}
    found: dict[UUID, ShownLine] = {}
    for line in quote.product_lines:
        answer = answers.get(str(line.id))
        if answer is not None:
            price = printed_line(answer, line.quantity, priced.request.currency)
            found[line.id] = ShownLine(
                to_scaled(price.amount, SCALE), to_scaled(price.base_quantity, SCALE), answer.amount
            )
    return found
