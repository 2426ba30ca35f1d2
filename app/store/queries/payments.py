"""Lists of payments as small frozen rows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.store.native import day_of, id_of
from app.store.queries.paging import Listing, PageRequest, page
from app.store.transaction import Transaction

LISTING = Listing(
    select=(
        "SELECT p.id, p.number, p.status, p.customer_name, p.paid_on, p.method, p.reference, p.currency, "
        "p.amount, p.allocated FROM payment p"
    ),
    columns={
        "id": "p.id",
        "number": "p.number",
        "status": "p.status",
        "customer": "p.customer_name",
        "customer_id": "p.customer_id",
        "paid_on": "p.paid_on",
        "method": "p.method",
        "amount": "p.amount",
    },
    searched=("p.number", "p.customer_name", "p.reference"),
)


class PaymentRow(NamedTuple):
    """One payment in a list; amounts in the currency's smallest unit."""

    id: UUID
    number: str
    status: str
    customer: str
    paid_on: date
    method: str
    reference: str
    currency: str
    amount: int
    allocated: int

    @property
    def free(self) -> int:
        """Return what is the customer's credit; 0 once reversed."""
        return self.amount - self.allocated if self.status == "booked" and self.amount > 0 else 0


def payments(transaction: Transaction, request: PageRequest) -> list[PaymentRow]:
    """Return the next page of the list."""
    return [
        PaymentRow(id_of(found), number, status, customer, day_of(paid), *rest)
        for found, number, status, customer, paid, *rest in page(transaction, LISTING, request)
    ]
