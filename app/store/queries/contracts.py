"""Lists of contracts as small frozen rows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.store.native import day_of, id_of
from app.store.queries.paging import Listing, PageRequest, page
from app.store.transaction import Transaction

LISTING = Listing(
    select=(
        "SELECT c.id, c.number, c.status, c.customer_name, c.quote_number, c.signed_on, c.starts_on, "
        "c.ends_on, c.currency, c.total FROM contract c"
    ),
    columns={
        "id": "c.id",
        "number": "c.number",
        "status": "c.status",
        "customer": "c.customer_name",
        "customer_id": "c.customer_id",
        "signed_on": "c.signed_on",
        "starts_on": "c.starts_on",
        "total": "c.total",
    },
    searched=("c.number", "c.customer_name", "c.quote_number"),
)


class ContractRow(NamedTuple):
    """One contract in a list; the total in the currency's smallest unit."""

    id: UUID
    number: str
    status: str
    customer: str
    quote_number: str
    signed_on: date
    starts_on: date
    ends_on: date | None
    currency: str
    total: int


def contracts(transaction: Transaction, request: PageRequest) -> list[ContractRow]:
    """Return the next page of the list."""
    return [
        ContractRow(
            id_of(found),
            number,
            status,
            customer,
            quote,
            day_of(signed),
            day_of(start),
            None if end is None else day_of(end),
            *rest,
        )
        for found, number, status, customer, quote, signed, start, end, *rest in page(
            transaction, LISTING, request
        )
    ]
