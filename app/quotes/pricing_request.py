"""What a quote asks of pricing: the one translation from an offer to a pricing request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.kernel.money import Currency
from app.kernel.period import Period
from app.pricing.request import ExchangeRate, PricingRequest, RequestGroup, RequestLine
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Quote
from app.taxes.situation import TaxSituation


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What pricing needs beyond the quote itself.

    Attributes:
        customer: Customer reference for contracted prices; empty before a customer is chosen.
        taxes: Who sells to whom, and where it goes.
        company_currency: For the tax in the company's own currency.
        options: Ids of the optional and alternative lines that count, because they were chosen.
    """

    customer: str
    taxes: TaxSituation
    company_currency: Currency
    options: frozenset[UUID] = frozenset()


def pricing_request(quote: Quote, circumstances: Circumstances) -> PricingRequest:
    """Return the request for all product lines of the quote; lines without a product keep their SKU.

    Keys are the lines' ids, groups those of their headings.
    """
    return PricingRequest(
        on=quote.price_date,
        currency=quote.currency,
        book=quote.price_book,
        taxes=circumstances.taxes,
        lines=tuple(_lines(quote, circumstances.options)),
        customer=circumstances.customer,
        groups=tuple(
            RequestGroup(str(line.id), line.discount) for line in quote.lines if line.kind is LineKind.HEADING
        ),
        policies=quote.policies,
        discount=quote.discount,
        document_discount=quote.document_discount.amount if quote.document_discount else Decimal(0),
        partner=quote.partner,
        distributor=quote.distributor,
        period=service_period(quote, None),
        tax_date=quote.dated,
        exchange=_exchange(quote, circumstances.company_currency),
    )


def request_line(quote: Quote, line: QuoteLine, group: str, options: frozenset[UUID]) -> RequestLine:
    """Return the request of one product line standing in a group (empty: in none)."""
    return RequestLine(
        key=str(line.id),
        sku=line.sku,
        quantity=line.quantity,
        unit=line.unit,
        group=group,
        in_total=line.role is LineRole.STANDARD or line.id in options,
        manual_price=line.unit_price,
        discount=line.discount,
        period=service_period(quote, line),
    )


def service_period(quote: Quote, line: QuoteLine | None) -> Period:
    """Return the days a subscription runs: from the agreed start, for the line's or the quote's months."""
    start: date = quote.terms.starts_on or quote.dated
    months = line.term_months if line is not None and line.term_months else quote.terms.term_months
    return Period.of_months(start, months)


def _lines(quote: Quote, options: frozenset[UUID]) -> list[RequestLine]:
    lines: list[RequestLine] = []
    group = ""
    for line in quote.lines:
        if line.kind is LineKind.HEADING:
            group = str(line.id)
        elif line.kind is LineKind.PRODUCT:
            lines.append(request_line(quote, line, group, options))
    return lines


def _exchange(quote: Quote, company_currency: Currency) -> ExchangeRate | None:
    if quote.currency == company_currency:
        return None
    rate = quote.exchange
    return ExchangeRate(company_currency, rate.rate, rate.on or quote.dated, rate.source)
