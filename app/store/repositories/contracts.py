"""Load and save contracts with their items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select

from app.company.policies import Policies
from app.contracts.content import hash_of
from app.contracts.contract import Contract, ContractItem, ContractState, ItemKind
from app.customers.party import Party
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.kernel.numbers import from_scaled, to_scaled
from app.kernel.period import Period
from app.quotes.exchange_rate import FrozenRate
from app.store.documents import Document, save
from app.store.plain import mapping_of, texts_of, to_text
from app.store.records import Records
from app.store.tables.contracts import contract, contract_item
from app.store.taxes import line_tax_of, line_tax_text

PRICE_SCALE = 6


class ContractNotFound(RuleViolation):
    """No contract has this number or id."""

    code = "contracts.not_found"


class Contracts:
    """The contracts of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, contract_id: UUID) -> Contract:
        """Return the contract with this id.

        Raises:
            ContractNotFound: No contract has this id.
        """
        return self._one(contract.c.id == contract_id, str(contract_id))

    def by_number(self, number: str) -> Contract:
        """Return the contract with this number.

        Raises:
            ContractNotFound: No contract has this number.
        """
        return self._one(contract.c.number == number, number)

    def of_quote(self, quote_id: UUID) -> Contract | None:
        """Return the contract a revision became, `None` before it was accepted."""
        row = self._records.connection.execute(
            select(contract).where(contract.c.quote_id == quote_id)
        ).one_or_none()
        return None if row is None else _to_contract(row, self._items(row.id))

    def save(self, kept: Contract) -> Contract:
        """Insert the contract or replace the one that was read, with its items.

        Raises:
            RecordChanged: Somebody saved it since it was read.
        """
        document = Document(
            kept.id,
            kept.rev,
            kept.version,
            owner=kept.owner or str(self._records.stamp.by),
            status=kept.state.value,
            content_hash=hash_of(kept),
            values=_values(kept),
            children=((contract_item, [_item_values(item) for item in kept.items]),),
        )
        saved = save(self._records, contract, document)
        return replace(kept, rev=saved.rev, version=saved.version, owner=document.owner)

    def every_with_hash(self) -> Iterator[tuple[Contract, str]]:
        """Yield every record with the content hash its row keeps, in the order they were made."""
        rows = self._records.connection.execute(select(contract).order_by(contract.c.id)).all()
        for row in rows:
            yield _to_contract(row, self._items(row.id)), row.content_hash

    def _one(self, condition: ColumnElement[bool], asked: str) -> Contract:
        row = self._records.connection.execute(select(contract).where(condition)).one_or_none()
        if row is None:
            raise ContractNotFound(number=asked)
        return _to_contract(row, self._items(row.id))

    def _items(self, contract_id: UUID) -> Sequence[Row[Any]]:
        return self._records.connection.execute(
            select(contract_item)
            .where(contract_item.c.document_id == contract_id)
            .order_by(contract_item.c.position)
        ).all()


def _values(kept: Contract) -> dict[str, Any]:
    return {
        "number": kept.number,
        "quote_id": kept.quote_id,
        "quote_number": kept.quote_number,
        "quote_hash": kept.quote_hash,
        "customer_id": kept.customer_id,
        "customer_name": kept.buyer.name,
        "currency": kept.currency.code,
        "gross": kept.gross,
        "signed_on": kept.signed_on,
        "starts_on": kept.starts_on,
        "ends_on": kept.ends_on,
        "seller": to_text(kept.seller.to_mapping()),
        "buyer": to_text(kept.buyer.to_mapping()),
        "language": kept.language,
        "payment_terms": kept.payment_terms,
        "delivery_terms": kept.delivery_terms,
        "buyer_reference": kept.buyer_reference,
        "notes": kept.notes,
        "exchange_rate": to_scaled(kept.exchange.rate, PRICE_SCALE),
        "exchange_on": kept.exchange.on,
        "exchange_source": kept.exchange.source,
        "policies": to_text(kept.policies.to_mapping()),
        "total": kept.total.minor,
    }


def _item_values(item: ContractItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "quote_line_id": item.quote_line_id,
        "kind": item.kind.value,
        "product_id": item.product_id,
        "sku": item.sku,
        "name": item.name,
        "detail": item.detail,
        "quantity": to_scaled(item.quantity, PRICE_SCALE),
        "unit": item.unit,
        "unit_price": to_scaled(item.unit_price, PRICE_SCALE),
        "base_quantity": to_scaled(item.base_quantity, PRICE_SCALE),
        "amount": item.amount.minor,
        "document_discount": item.document_discount.minor,
        "tax": line_tax_text(item.tax),
        "starts_on": item.period and item.period.start,
        "ends_before": item.period and item.period.end,
        "billing_months": item.billing_months,
    }


def _to_contract(row: Row[Any], items: Sequence[Row[Any]]) -> Contract:
    currency = Currency.of(row.currency)
    return Contract(
        id=row.id,
        number=row.number,
        quote_id=row.quote_id,
        quote_number=row.quote_number,
        quote_hash=row.quote_hash,
        customer_id=row.customer_id,
        seller=Party.of_mapping(mapping_of(row.seller)),
        buyer=Party.of_mapping(mapping_of(row.buyer)),
        currency=currency,
        signed_on=row.signed_on,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        items=tuple(_to_item(item, currency) for item in items),
        gross=row.gross,
        language=row.language,
        payment_terms=row.payment_terms,
        delivery_terms=row.delivery_terms,
        buyer_reference=row.buyer_reference,
        notes=row.notes,
        exchange=FrozenRate(
            from_scaled(row.exchange_rate, PRICE_SCALE), row.exchange_on, row.exchange_source
        ),
        policies=Policies.of_mapping(texts_of(row.policies)),
        state=ContractState(row.status),
        owner=row.owner,
        rev=row.rev,
        version=row.version,
    )


def _to_item(row: Row[Any], currency: Currency) -> ContractItem:
    return ContractItem(
        id=row.id,
        quote_line_id=row.quote_line_id,
        kind=ItemKind(row.kind),
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
        billing_months=row.billing_months,
    )
