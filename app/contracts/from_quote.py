"""From the accepted quote to the contract: what was offered becomes what is owed, with nothing retyped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.catalog.product import ChargeType
from app.contracts.contract import Contract, ContractItem, ItemKind
from app.customers.party import Party
from app.kernel.errors import RuleViolation
from app.kernel.money import Money
from app.kernel.period import Period
from app.pricing.printing import printed_part
from app.pricing.result import Part, PricedDocument, PricedLine
from app.pricing.shares import line_shares, share_out
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import QuoteLine
from app.quotes.quote import Quote


class QuoteNotAccepted(RuleViolation):
    """Only an accepted quote becomes a contract."""

    code = "contracts.quote_not_accepted"


class NothingSold(RuleViolation):
    """The accepted quote has no line in its total."""

    code = "contracts.nothing_sold"


@dataclass(frozen=True, slots=True)
class Signing:
    """What the contract gets on the day it is made.

    Attributes:
        number: Taken in the transaction that keeps the contract.
        quote_hash: Content hash of the accepted revision.
    """

    number: str
    quote_hash: str
    seller: Party
    buyer: Party


def contract_of(
    quote: Quote, priced: PricedDocument, signing: Signing, *, new_id: Callable[[], UUID]
) -> Contract:
    """Return the contract of an accepted quote; its total is the quote's to the cent.

    Subscriptions start on the agreed day, else on the day of acceptance, and keep the price that was
    offered for their number of months.

    Args:
        quote: Accepted, with the chosen options in its acceptance.
        priced: As it was sent, with the chosen options in the total.
        signing: Number, parties and hash.
        new_id: Maker of ids.

    Raises:
        QuoteNotAccepted: The quote is in another state.
        NothingSold: No line is in the total.
    """
    if quote.state is not QuoteState.ACCEPTED or quote.acceptance is None or quote.customer_id is None:
        raise QuoteNotAccepted(number=quote.number, state=quote.state.value)
    starts_on = quote.terms.starts_on or quote.acceptance.on
    items = tuple(_items(quote, priced, starts_on, new_id))
    if not items:
        raise NothingSold(number=quote.number)
    return Contract(
        id=new_id(),
        number=signing.number,
        quote_id=quote.id,
        quote_number=quote.number,
        quote_hash=signing.quote_hash,
        customer_id=quote.customer_id,
        seller=signing.seller,
        buyer=signing.buyer,
        currency=quote.currency,
        signed_on=quote.acceptance.on,
        starts_on=starts_on,
        ends_on=max((item.period.last for item in items if item.period), default=None),
        items=items,
        gross=priced.gross,
        language=quote.language,
        payment_terms=quote.terms.payment,
        delivery_terms=quote.terms.delivery,
        buyer_reference=quote.acceptance.reference or quote.buyer_reference,
        notes=quote.notes,
        exchange=quote.exchange,
        policies=quote.policies,
        owner=quote.owner,
    )


def _items(
    quote: Quote, priced: PricedDocument, starts_on: date, new_id: Callable[[], UUID]
) -> Iterator[ContractItem]:
    """A slab is one item per band; the line's share of the document discount is shared out over them."""
    shares = dict(zip((line.key for line in priced.lines), line_shares(priced), strict=True))
    for line, answer in _sold(quote, priced):
        period = _period(quote, line, starts_on)
        given = share_out(shares[answer.key].discount, [part.amount for part in answer.parts])
        for part, share in zip(answer.parts, given, strict=True):
            yield _item(priced, (line, answer, part), priced.money(share), period, new_id())


def _sold(quote: Quote, priced: PricedDocument) -> Iterable[tuple[QuoteLine, PricedLine]]:
    answers = {line.key: line for line in priced.lines}
    for line in quote.product_lines:
        answer = answers.get(str(line.id))
        if answer is not None and answer.in_total:
            yield line, answer


def _period(quote: Quote, line: QuoteLine, starts_on: date) -> Period | None:
    if line.charge is ChargeType.ONE_TIME:
        return None
    return Period.of_months(starts_on, line.term_months or quote.terms.term_months)


def _item(
    priced: PricedDocument,
    sold: tuple[QuoteLine, PricedLine, Part],
    document_discount: Money,
    period: Period | None,
    item_id: UUID,
) -> ContractItem:
    line, answer, part = sold
    if line.product_id is None or answer.tax is None:
        raise NothingSold(number=line.sku)  # a line in the total has a product and a tax: pricing saw to it
    quantity, price = printed_part(answer, part, priced.request.currency)
    return ContractItem(
        id=item_id,
        quote_line_id=line.id,
        kind=ItemKind.ONE_OFF if period is None else ItemKind.SUBSCRIPTION,
        product_id=line.product_id,
        sku=line.sku,
        name=line.name,
        detail=line.detail,
        quantity=quantity,
        unit=answer.unit,
        unit_price=price.amount,
        base_quantity=price.base_quantity,
        amount=priced.money(part.amount),
        document_discount=document_discount,
        tax=answer.tax,
        period=period,
    )
