"""Keep issued invoices and credit notes, and load them; nothing here changes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select

from app.billing.carry_over import Billed
from app.billing.content import hash_of
from app.billing.invoice import Chain, Invoice, InvoiceLine, LineSource
from app.billing.status import InvoiceKind
from app.company.payment_terms import DuePart, EarlyOffer
from app.company.policies import Policies
from app.customers.party import Party
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.kernel.numbers import from_scaled, to_scaled
from app.kernel.percent import Percent
from app.kernel.period import Period
from app.payments.allocation import OpenInvoice
from app.quotes.exchange_rate import FrozenRate
from app.store.documents import Document, save
from app.store.plain import list_of, mapping_of, texts_of, to_text
from app.store.records import Records
from app.store.tables.invoices import invoice, invoice_line
from app.store.taxes import line_tax_of, line_tax_text, tax_groups_of, tax_groups_text

PRICE_SCALE = 6


class InvoiceNotFound(RuleViolation):
    """No invoice or credit note has this number or id."""

    code = "billing.not_found"


class Settled(NamedTuple):
    """What settled an invoice so far."""

    paid: Money
    credited: Money


class Invoices:
    """The invoices and credit notes of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, invoice_id: UUID) -> Invoice:
        """Return the invoice or credit note with this id.

        Raises:
            InvoiceNotFound: Nothing issued has this id.
        """
        return self._one(invoice.c.id == invoice_id, str(invoice_id))

    def by_number(self, number: str) -> Invoice:
        """Return the invoice or credit note with this number.

        Raises:
            InvoiceNotFound: Nothing issued has this number.
        """
        return self._one(invoice.c.number == number, number)

    def add(self, issued: Invoice) -> Invoice:
        """Keep an invoice as issued; a second invoice for the same instalment is refused by the store."""
        document = Document(
            issued.id,
            issued.rev,
            issued.version,
            owner=issued.owner or str(self._records.stamp.by),
            status="issued",
            content_hash=hash_of(issued),
            values=_values(issued),
            children=((invoice_line, [_line_values(line) for line in issued.lines]),),
        )
        saved = save(self._records, invoice, document)
        return replace(issued, rev=saved.rev, version=saved.version, owner=document.owner)

    def last_link(self) -> tuple[int, str]:
        """Return position and hash of the document issued last; 0 and nothing before the first."""
        row = self._records.connection.execute(
            select(invoice.c.chain_position, invoice.c.chain_hash)
            .order_by(invoice.c.chain_position.desc())
            .limit(1)
        ).one_or_none()
        return (0, "") if row is None else (row.chain_position, row.chain_hash)

    def settled(self, issued: Invoice) -> Settled:
        """Return what payments and credit notes settled of an invoice."""
        row = self._records.connection.execute(
            select(invoice.c.paid, invoice.c.credited).where(invoice.c.id == issued.id)
        ).one()
        return Settled(
            Money.of_minor(row.paid, issued.currency), Money.of_minor(row.credited, issued.currency)
        )

    def open_of_customer(self, customer_id: UUID) -> tuple[OpenInvoice, ...]:
        """Return the invoices of a customer that are not settled, by due day."""
        rest = invoice.c.total - invoice.c.paid - invoice.c.credited
        found = self._records.connection.execute(
            select(
                invoice.c.id,
                invoice.c.number,
                invoice.c.currency,
                invoice.c.due_on,
                invoice.c.issued_on,
                rest.label("rest"),
            )
            .where(invoice.c.customer_id == customer_id, invoice.c.kind == "invoice", rest > 0)
            .order_by(invoice.c.due_on, invoice.c.id)
        )
        return tuple(
            OpenInvoice(
                row.id,
                row.number,
                Money.of_minor(row.rest, Currency.of(row.currency)),
                row.due_on,
                row.issued_on,
            )
            for row in found
        )

    def billed(self, items: Iterable[UUID]) -> dict[tuple[UUID, int], Billed]:
        """Return the last attempt of every billed instalment of these contract items."""
        line, credit = invoice_line.alias(), invoice_line.alias()
        found = self._records.connection.execute(
            select(line, invoice.c.currency, credit.c.id.label("credited_by"))
            .join(invoice, invoice.c.id == line.c.document_id)
            .outerjoin(credit, credit.c.invoice_line_id == line.c.id)
            .where(line.c.contract_item_id.in_(list(items)), line.c.invoice_line_id.is_(None))
            .order_by(line.c.attempt)
        )
        return {(row.contract_item_id, row.instalment): _billed(row) for row in found}

    def credit_notes_of(self, invoice_id: UUID) -> tuple[tuple[UUID, str], ...]:
        """Return id and number of every credit note over an invoice, in the order issued."""
        found = self._records.connection.execute(
            select(invoice.c.id, invoice.c.number)
            .where(invoice.c.corrects == invoice_id)
            .order_by(invoice.c.chain_position)
        )
        return tuple((row.id, row.number) for row in found)

    def of_contract(self, contract_id: UUID) -> tuple[Invoice, ...]:
        """Return everything issued for a contract, in the order it was issued."""
        rows = self._records.connection.execute(
            select(invoice).where(invoice.c.contract_id == contract_id).order_by(invoice.c.chain_position)
        ).all()
        return tuple(_to_invoice(row, self._lines(row.id)) for row in rows)

    def every_with_hash(self) -> Iterator[tuple[Invoice, str]]:
        """Yield every record with the content hash its row keeps, in the order they were made."""
        rows = self._records.connection.execute(select(invoice).order_by(invoice.c.id)).all()
        for row in rows:
            yield _to_invoice(row, self._lines(row.id)), row.content_hash

    def _one(self, condition: ColumnElement[bool], asked: str) -> Invoice:
        row = self._records.connection.execute(select(invoice).where(condition)).one_or_none()
        if row is None:
            raise InvoiceNotFound(number=asked)
        return _to_invoice(row, self._lines(row.id))

    def _lines(self, invoice_id: UUID) -> Sequence[Row[Any]]:
        return self._records.connection.execute(
            select(invoice_line)
            .where(invoice_line.c.document_id == invoice_id)
            .order_by(invoice_line.c.position)
        ).all()


def _values(issued: Invoice) -> dict[str, Any]:
    chain = issued.chain or Chain(0, "", "")
    return {
        "number": issued.number,
        "kind": issued.kind.value,
        "contract_id": issued.contract_id,
        "contract_number": issued.contract_number,
        "quote_number": issued.quote_number,
        "customer_id": issued.customer_id,
        "customer_name": issued.buyer.name,
        "currency": issued.currency.code,
        "gross": issued.gross,
        "issued_on": issued.issued_on,
        "due_on": issued.due_on,
        "seller": to_text(issued.seller.to_mapping()),
        "buyer": to_text(issued.buyer.to_mapping()),
        "due": to_text([[part.on, part.amount.minor] for part in issued.due]),
        "early_offers": to_text(
            [
                [offer.until, offer.percent.fraction, offer.discount.minor, offer.payable.minor]
                for offer in issued.early_offers
            ]
        ),
        "groups": tax_groups_text(issued.groups),
        "net": issued.net.minor,
        "tax": issued.tax.minor,
        "cash_rounding": issued.cash_rounding and issued.cash_rounding.minor,
        "total": issued.total.minor,
        "company_currency": issued.company_currency and issued.company_currency.code,
        "corrects": issued.corrects,
        "corrects_number": issued.corrects_number,
        "language": issued.language,
        "payment_terms": issued.payment_terms,
        "delivery_terms": issued.delivery_terms,
        "buyer_reference": issued.buyer_reference,
        "notes": issued.notes,
        "chain_position": chain.position,
        "chain_previous": chain.previous,
        "chain_hash": chain.hash,
    } | _basis_values(issued)


def _basis_values(issued: Invoice) -> dict[str, Any]:
    """What the amounts stand on: the frozen rate and the policies."""
    return {
        "exchange_rate": to_scaled(issued.exchange.rate, PRICE_SCALE),
        "exchange_on": issued.exchange.on,
        "exchange_source": issued.exchange.source,
        "policies": to_text(issued.policies.to_mapping()),
    }


def _line_values(line: InvoiceLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "quote_line_id": line.source.quote_line_id,
        "contract_item_id": line.source.contract_item_id,
        "instalment": line.source.instalment,
        "attempt": line.source.attempt,
        "invoice_line_id": line.source.invoice_line_id,
        "product_id": line.product_id,
        "sku": line.sku,
        "name": line.name,
        "detail": line.detail,
        "quantity": to_scaled(line.quantity, PRICE_SCALE),
        "unit": line.unit,
        "unit_price": to_scaled(line.unit_price, PRICE_SCALE),
        "base_quantity": to_scaled(line.base_quantity, PRICE_SCALE),
        "amount": line.amount.minor,
        "document_discount": line.document_discount.minor,
        "tax": line_tax_text(line.tax),
        "starts_on": line.period and line.period.start,
        "ends_before": line.period and line.period.end,
    }


def _to_invoice(row: Row[Any], lines: Sequence[Row[Any]]) -> Invoice:
    currency = Currency.of(row.currency)
    rounding = row.cash_rounding
    return Invoice(
        id=row.id,
        number=row.number,
        kind=InvoiceKind(row.kind),
        contract_id=row.contract_id,
        contract_number=row.contract_number,
        quote_number=row.quote_number,
        customer_id=row.customer_id,
        seller=Party.of_mapping(mapping_of(row.seller)),
        buyer=Party.of_mapping(mapping_of(row.buyer)),
        currency=currency,
        issued_on=row.issued_on,
        lines=tuple(_to_line(line, currency) for line in lines),
        groups=tax_groups_of(row.groups),
        due=tuple(_to_due(part, currency) for part in list_of(row.due)),
        early_offers=tuple(_to_early(part, currency) for part in list_of(row.early_offers)),
        gross=row.gross,
        cash_rounding=None if rounding is None else Money.of_minor(rounding, currency),
        company_currency=Currency.of(row.company_currency) if row.company_currency else None,
        corrects=row.corrects,
        corrects_number=row.corrects_number,
        language=row.language,
        payment_terms=row.payment_terms,
        delivery_terms=row.delivery_terms,
        buyer_reference=row.buyer_reference,
        notes=row.notes,
        exchange=FrozenRate(
            from_scaled(row.exchange_rate, PRICE_SCALE), row.exchange_on, row.exchange_source
        ),
        policies=Policies.of_mapping(texts_of(row.policies)),
        chain=Chain(row.chain_position, row.chain_previous, row.chain_hash),
        owner=row.owner,
        rev=row.rev,
        version=row.version,
    )


def _billed(row: Row[Any]) -> Billed:
    currency = Currency.of(row.currency)
    return Billed(
        row.attempt,
        credited=row.credited_by is not None,
        amount=Money.of_minor(row.amount, currency),
        document_discount=Money.of_minor(row.document_discount, currency),
    )


def _to_due(stored: Any, currency: Currency) -> DuePart:  # noqa: ANN401 # JSON of our own
    due_on, amount = stored
    return DuePart(date.fromisoformat(due_on), Money.of_minor(amount, currency))


def _to_early(stored: Any, currency: Currency) -> EarlyOffer:  # noqa: ANN401 # JSON of our own
    until, fraction, discount, payable = stored
    return EarlyOffer(
        date.fromisoformat(until),
        Percent(Decimal(fraction)),
        Money.of_minor(discount, currency),
        Money.of_minor(payable, currency),
    )


def _to_line(row: Row[Any], currency: Currency) -> InvoiceLine:
    source = LineSource(
        row.quote_line_id, row.contract_item_id, row.instalment, row.attempt, row.invoice_line_id
    )
    return InvoiceLine(
        id=row.id,
        source=source,
        product_id=row.product_id,
        sku=row.sku,
        name=row.name,
        detail=row.detail,
        quantity=from_scaled(row.quantity, PRICE_SCALE),
        unit=row.unit,
        unit_price=from_scaled(row.unit_price, PRICE_SCALE),
        base_quantity=from_scaled(row.base_quantity, PRICE_SCALE),
        amount=Money.of_minor(row.amount, currency),
        document_discount=Money.of_minor(row.document_discount, currency),
        tax=line_tax_of(row.tax),
        period=None if row.starts_on is None else Period(row.starts_on, row.ends_before),
    )
