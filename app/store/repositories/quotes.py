"""Load and save quotes: a revision with its lines in, the same revision out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select, update

from app.catalog.product import ChargeType
from app.catalog.reduction import AmountOff, PercentOff, Reduction
from app.company.policies import Policies
from app.customers.party import Party
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.kernel.numbers import from_scaled, to_scaled
from app.kernel.percent import Percent
from app.quotes.content import hash_of
from app.quotes.exchange_rate import FrozenRate
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Acceptance, Quote, QuoteTerms
from app.store.documents import Document, remove, save
from app.store.plain import list_of, mapping_of, texts_of, to_text, where_given
from app.store.records import Records
from app.store.tables.quotes import quote, quote_line

PRICE_SCALE = 6
"""Decimals of stored prices, quantities and exchange rates."""
SHARE_SCALE = 8
"""Decimals of stored percentages as fractions: six of the percentage people write."""


class QuoteNotFound(RuleViolation):
    """No quote has this number or id."""

    code = "quotes.not_found"


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What the rep saw of one line's price: printed unit price and amount, scaled and in smallest units."""

    price: int
    base: int
    amount: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands beside a quote when it is saved.

    Attributes:
        net, tax, total: Of the document, in smallest units.
        lines: By line id.
        seller, buyer: Snapshots, frozen when the quote is sent; `None` on a draft.
        priced: The whole priced document as plain values, kept when the quote is sent.
    """

    customer_name: str
    net: int
    tax: int
    total: int
    lines: Mapping[UUID, ShownLine]
    seller: Party | None = None
    buyer: Party | None = None
    priced: object = None


class Quotes:
    """The quotes of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, quote_id: UUID) -> Quote:
        """Return the revision with this id.

        Raises:
            QuoteNotFound: No revision has this id.
        """
        return self._one(quote.c.id == quote_id, str(quote_id))

    def by_number(self, number: str, revision: int | None = None) -> Quote:
        """Return a revision of the quote with this number, the latest unless one is named.

        Raises:
            QuoteNotFound: No quote has this number, or not this revision.
        """
        wanted = quote.c.number == number
        return self._one(wanted if revision is None else wanted & (quote.c.revision == revision), number)

    def revisions(self, family: UUID) -> tuple[Quote, ...]:
        """Return every revision of an offer, the first one first."""
        rows = self._records.connection.execute(
            select(quote).where(quote.c.family == family).order_by(quote.c.revision)
        ).all()
        return tuple(_to_quote(row, self._lines(row.id)) for row in rows)

    def priced(self, quote_id: UUID) -> Mapping[str, object] | None:
        """Return the priced document as it was sent, `None` for a draft."""
        found = self._records.connection.execute(
            select(quote.c.priced).where(quote.c.id == quote_id)
        ).scalar_one_or_none()
        return None if found is None else mapping_of(found)

    def parties(self, quote_id: UUID) -> tuple[Party, Party]:
        """Return seller and buyer as they were when the quote was sent.

        Raises:
            QuoteNotFound: Nothing with this id was sent.
        """
        row = self._records.connection.execute(
            select(quote.c.seller, quote.c.buyer).where(quote.c.id == quote_id)
        ).one_or_none()
        if row is None or row.seller is None or row.buyer is None:
            raise QuoteNotFound(number=str(quote_id))
        return Party.of_mapping(mapping_of(row.seller)), Party.of_mapping(mapping_of(row.buyer))

    def save(self, kept: Quote, shown: Shown) -> Quote:
        """Insert the revision or replace the one that was read, with its lines.

        Raises:
            RecordChanged: Somebody saved it since it was read.
        """
        lines = [_line_values(line, kept.currency, shown.lines.get(line.id)) for line in kept.lines]
        return self._save(kept, _values(kept) | _shown_values(shown), ((quote_line, lines),))

    def move(self, kept: Quote) -> Quote:
        """Keep the state and the acceptance of a revision whose words are frozen already.

        Raises:
            RecordChanged: Somebody saved it since it was read.
        """
        return self._save(kept, _acceptance_values(kept.acceptance), ())

    def bin(self, kept: Quote, *, binned: bool) -> None:
        """Put a draft into the bin or take it out; lists leave out what is binned."""
        self._records.connection.execute(update(quote).where(quote.c.id == kept.id).values(binned=binned))
        self._records.touch("quote", kept.id)

    def delete(self, kept: Quote) -> None:
        """Delete a draft for good.

        Raises:
            RecordChanged: Somebody saved it since it was read.
        """
        if kept.rev is not None:
            remove(self._records, quote, kept.id, kept.rev)

    def every_with_hash(self) -> Iterator[tuple[Quote, str]]:
        """Yield every record with the content hash its row keeps, in the order they were made."""
        rows = self._records.connection.execute(select(quote).order_by(quote.c.id)).all()
        for row in rows:
            yield _to_quote(row, self._lines(row.id)), row.content_hash

    def _save(
        self, kept: Quote, values: Mapping[str, Any], children: Sequence[tuple[Any, Sequence[Any]]]
    ) -> Quote:
        document = Document(
            kept.id,
            kept.rev,
            kept.version,
            owner=kept.owner or str(self._records.stamp.by),
            status=kept.state.value,
            content_hash=hash_of(kept),
            values=values,
            children=children,
        )
        saved = save(self._records, quote, document)
        return replace(kept, rev=saved.rev, version=saved.version, owner=document.owner)

    def _one(self, condition: ColumnElement[bool], asked: str) -> Quote:
        row = self._records.connection.execute(
            select(quote).where(condition).order_by(quote.c.revision.desc()).limit(1)
        ).one_or_none()
        if row is None:
            raise QuoteNotFound(number=asked)
        return _to_quote(row, self._lines(row.id))

    def _lines(self, quote_id: UUID) -> Sequence[Row[Any]]:
        return self._records.connection.execute(
            select(quote_line).where(quote_line.c.document_id == quote_id).order_by(quote_line.c.position)
        ).all()


def _values(kept: Quote) -> dict[str, Any]:
    return {
        "family": kept.family,
        "number": kept.number,
        "revision": kept.revision,
        "customer_id": kept.customer_id,
        "currency": kept.currency.code,
        "dated": kept.dated,
        "valid_until": kept.valid_until,
        "price_date": kept.price_date,
        "price_book": kept.price_book,
        "language": kept.language,
        "exchange_rate": to_scaled(kept.exchange.rate, PRICE_SCALE),
        "exchange_on": kept.exchange.on,
        "exchange_source": kept.exchange.source,
        "policies": to_text(kept.policies.to_mapping()),
        "payment_terms": kept.terms.payment,
        "delivery_terms": kept.terms.delivery,
        "starts_on": kept.terms.starts_on,
        "term_months": kept.terms.term_months,
        "discount": where_given(kept.discount, _share),
        "document_discount": where_given(kept.document_discount, lambda money: money.minor),
        "partner": _share(kept.partner),
        "distributor": _share(kept.distributor),
        "buyer_reference": kept.buyer_reference,
        "notes": kept.notes,
        "internal_notes": kept.internal_notes,
        "supersedes": kept.supersedes,
        "binned": False,
        **_acceptance_values(kept.acceptance),
    }


def _shown_values(shown: Shown) -> dict[str, Any]:
    return {
        "customer_name": shown.customer_name,
        "net": shown.net,
        "tax": shown.tax,
        "total": shown.total,
        "seller": where_given(shown.seller, lambda party: to_text(party.to_mapping())),
        "buyer": where_given(shown.buyer, lambda party: to_text(party.to_mapping())),
        "priced": where_given(shown.priced, to_text),
    }


def _acceptance_values(acceptance: Acceptance | None) -> dict[str, Any]:
    return {
        "accepted_by": acceptance and acceptance.by,
        "accepted_at": acceptance and acceptance.at,
        "accepted_on": acceptance and acceptance.on,
        "accepted_how": acceptance and acceptance.how,
        "accepted_reference": acceptance and acceptance.reference,
        "accepted_options": acceptance and to_text(sorted(map(str, acceptance.options))),
    }


def _line_values(line: QuoteLine, currency: Currency, shown: ShownLine | None) -> dict[str, Any]:
    reduction = line.discount
    return {
        "id": line.id,
        "kind": line.kind.value,
        "role": line.role.value,
        "product_id": line.product_id,
        "sku": line.sku,
        "name": line.name,
        "detail": line.detail,
        "quantity": to_scaled(line.quantity, PRICE_SCALE),
        "unit": line.unit,
        "unit_price": where_given(line.unit_price, lambda price: to_scaled(price, PRICE_SCALE)),
        "discount": _share(reduction.percent) if isinstance(reduction, PercentOff) else None,
        "discount_amount": _amount_off(reduction, currency),
        "charge": line.charge.value,
        "term_months": line.term_months,
        "shown_price": shown and shown.price,
        "shown_base": shown and shown.base,
        "amount": shown and shown.amount,
    }


def _amount_off(reduction: Reduction | None, currency: Currency) -> int | None:
    if not isinstance(reduction, AmountOff):
        return None
    return to_scaled(dict(reduction.amounts)[currency.code], PRICE_SCALE)


def _share(percent: Percent) -> int:
    return to_scaled(percent.fraction, SHARE_SCALE)


def _to_quote(row: Row[Any], lines: Sequence[Row[Any]]) -> Quote:
    currency = Currency.of(row.currency)
    return Quote(
        id=row.id,
        family=row.family,
        currency=currency,
        dated=row.dated,
        valid_until=row.valid_until,
        price_date=row.price_date,
        number=row.number,
        revision=row.revision,
        state=QuoteState(row.status),
        customer_id=row.customer_id,
        price_book=row.price_book,
        language=row.language,
        exchange=FrozenRate(
            from_scaled(row.exchange_rate, PRICE_SCALE), row.exchange_on, row.exchange_source
        ),
        policies=Policies.of_mapping(texts_of(row.policies)),
        terms=QuoteTerms(row.payment_terms, row.delivery_terms, row.starts_on, row.term_months),
        lines=tuple(_to_line(line, currency) for line in lines),
        discount=where_given(row.discount, _percent),
        document_discount=where_given(row.document_discount, lambda units: Money.of_minor(units, currency)),
        partner=_percent(row.partner),
        distributor=_percent(row.distributor),
        buyer_reference=row.buyer_reference,
        notes=row.notes,
        internal_notes=row.internal_notes,
        acceptance=_to_acceptance(row),
        supersedes=row.supersedes,
        owner=row.owner,
        rev=row.rev,
        version=row.version,
    )


def _to_acceptance(row: Row[Any]) -> Acceptance | None:
    if row.accepted_on is None:
        return None
    options = frozenset(UUID(str(option)) for option in list_of(row.accepted_options))
    return Acceptance(
        row.accepted_by, row.accepted_at, row.accepted_on, row.accepted_how, row.accepted_reference, options
    )


def _to_line(row: Row[Any], currency: Currency) -> QuoteLine:
    return QuoteLine(
        id=row.id,
        kind=LineKind(row.kind),
        role=LineRole(row.role),
        product_id=row.product_id,
        sku=row.sku,
        name=row.name,
        detail=row.detail,
        quantity=from_scaled(row.quantity, PRICE_SCALE),
        unit=row.unit,
        unit_price=where_given(row.unit_price, lambda price: from_scaled(price, PRICE_SCALE)),
        discount=_to_reduction(row, currency),
        charge=ChargeType(row.charge),
        term_months=row.term_months,
    )


def _to_reduction(row: Row[Any], currency: Currency) -> Reduction | None:
    if row.discount is not None:
        return PercentOff(_percent(row.discount))
    if row.discount_amount is not None:
        return AmountOff(((currency.code, from_scaled(row.discount_amount, PRICE_SCALE)),))
    return None


def _percent(share: int) -> Percent:
    return Percent(from_scaled(share, SHARE_SCALE))
