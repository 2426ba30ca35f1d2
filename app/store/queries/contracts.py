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
        "c.ends_on, c.currency, q.total, CASE WHEN q.accepted_options = '[]' THEN 0 ELSE 1 END "
        "FROM contract c JOIN quote q ON q.id = c.quote_id"
    ),
    columns={
        "id": "c.id",
        "number": "c.number",
        "status": "c.status",
        "customer": "c.customer_name",
        "customer_id": "c.customer_id",
        "signed_on": "c.signed_on",
        "starts_on": "c.starts_on",
        "total": "q.total",
    },
    searched=("c.number", "c.customer_name", "c.quote_number"),
)


class ContractRow(NamedTuple):
    """One contract in a list.

    Attributes:
        total: With tax, as its quote was sent, in the currency's smallest unit.
        with_options: Whether the customer chose options beside it, which `total` leaves out.
        chosen: What the options add, with tax; 0 until a service says it.
    """

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
    with_options: bool
    chosen: int = 0

    @property
    def payable(self) -> int:
        """Return the total with tax of everything agreed."""
        return self.total + self.chosen


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
            currency,
            total,
            bool(with_options),
        )
        for found, number, status, customer, quote, signed, start, end, currency, total, with_options in page(
            transaction, LISTING, request
        )
    ]
