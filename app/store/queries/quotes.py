"""Lists of quotes as small frozen rows: the newest revision of each offer."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.store.native import day_of, id_of, id_to_native
from app.store.queries.paging import Listing, PageRequest, page
from app.store.transaction import Transaction

LISTING = Listing(
    select=(
        "SELECT q.id, q.number, q.revision, q.status, q.customer_name, q.dated, q.valid_until, "
        "q.currency, q.net, q.total, q.owner FROM quote q"
    ),
    columns={
        "id": "q.id",
        "number": "q.number",
        "status": "q.status",
        "customer": "q.customer_name",
        "customer_id": "q.customer_id",
        "dated": "q.dated",
        "valid_until": "q.valid_until",
        "total": "q.total",
    },
    searched=("q.number", "q.customer_name"),
    where=("q.status <> 'superseded'", "NOT q.binned"),
)


class QuoteRow(NamedTuple):
    """One quote in a list; amounts in the currency's smallest unit."""

    id: UUID
    number: str
    revision: int
    status: str
    customer: str
    dated: date
    valid_until: date
    currency: str
    net: int
    total: int
    owner: str


class ShownQuoteLine(NamedTuple):
    """One line as it was shown: prices and quantities x 10^6, the amount in smallest units."""

    id: str
    kind: str
    role: str
    sku: str
    name: str
    quantity: int
    unit: str
    price: int | None
    base: int | None
    amount: int | None


def quotes(transaction: Transaction, request: PageRequest) -> list[QuoteRow]:
    """Return the next page of the list."""
    return [
        QuoteRow(id_of(found), number, revision, status, customer, day_of(dated), day_of(until), *rest)
        for found, number, revision, status, customer, dated, until, *rest in page(
            transaction, LISTING, request
        )
    ]


def shown_lines(transaction: Transaction, quote_id: UUID) -> list[ShownQuoteLine]:
    """Return the lines of a revision as they were shown, without pricing anything."""
    rows = transaction.rows(
        "SELECT id, kind, role, sku, name, quantity, unit, shown_price, shown_base, amount "
        "FROM quote_line WHERE document_id = :id ORDER BY position",
        {"id": id_to_native(transaction.dialect, quote_id)},
    )
    return list(map(ShownQuoteLine._make, rows))
