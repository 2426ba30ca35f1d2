"""Lists of invoices and credit notes as small frozen rows, and what is due."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.billing.status import InvoiceKind, InvoiceStatus, Settled, status_of
from app.store.native import day_of, id_of, to_native
from app.store.queries.paging import Listing, PageRequest, page
from app.store.transaction import Transaction

LISTING = Listing(
    select=(
        "SELECT i.id, i.number, i.kind, i.customer_name, i.issued_on, i.due_on, i.currency, i.net, i.tax, "
        "i.total, i.paid, i.credited FROM invoice i"
    ),
    columns={
        "id": "i.id",
        "number": "i.number",
        "kind": "i.kind",
        "customer": "i.customer_name",
        "customer_id": "i.customer_id",
        "issued_on": "i.issued_on",
        "due_on": "i.due_on",
        "total": "i.total",
    },
    searched=("i.number", "i.customer_name", "i.quote_number", "i.contract_number"),
)

OPEN_ONLY = "i.kind = 'invoice' AND i.total - i.paid - i.credited > 0"
"""The condition of the index over open invoices, word for word, so that it is used."""


class InvoiceRow(NamedTuple):
    """One invoice or credit note in a list; amounts in the currency's smallest unit."""

    id: UUID
    number: str
    kind: str
    customer: str
    issued_on: date
    due_on: date
    currency: str
    net: int
    tax: int
    total: int
    paid: int
    credited: int

    @property
    def open(self) -> int:
        """Return what is still owed; 0 on a credit note."""
        return 0 if self.kind == InvoiceKind.CREDIT_NOTE else self.total - self.paid - self.credited

    def status(self, today: date) -> InvoiceStatus:
        """Return how the invoice stands on a day."""
        settled = Settled(self.total, self.paid, self.credited)
        return status_of(InvoiceKind(self.kind), settled, is_late=self.due_on < today)


class CurrencyDue(NamedTuple):
    """What customers owe in one currency, and how much of it is late; smallest units."""

    currency: str
    open: int
    overdue: int
    invoices: int
    overdue_invoices: int


def invoices(transaction: Transaction, request: PageRequest) -> list[InvoiceRow]:
    """Return the next page of the list."""
    return _rows(transaction, LISTING, request)


def open_invoices(transaction: Transaction, request: PageRequest) -> list[InvoiceRow]:
    """Return the next page of what is not settled; sorted by due day it reads the index of open invoices."""
    listing = Listing(LISTING.select, LISTING.columns, LISTING.searched, (OPEN_ONLY,))
    return _rows(transaction, listing, request)


def overdue_invoices(transaction: Transaction, request: PageRequest, today: date) -> list[InvoiceRow]:
    """Return the next page of what is not settled and past its due day; the due day itself is not late."""
    late = to_native(transaction.dialect, {"today": today})
    conditions = (OPEN_ONLY, "i.due_on < :today")
    listing = Listing(LISTING.select, LISTING.columns, LISTING.searched, conditions, late)
    return _rows(transaction, listing, request)


def money_due(transaction: Transaction, today: date) -> list[CurrencyDue]:
    """Return what is open and what of it is overdue, per currency; the due day itself is not late."""
    rows = transaction.rows(
        "SELECT i.currency, sum(i.total - i.paid - i.credited), "
        "coalesce(sum(CASE WHEN i.due_on < :today THEN i.total - i.paid - i.credited END), 0), count(*), "
        f"count(CASE WHEN i.due_on < :today THEN 1 END) FROM invoice i WHERE {OPEN_ONLY} "
        "GROUP BY i.currency ORDER BY i.currency",
        to_native(transaction.dialect, {"today": today}),
    )
    return [CurrencyDue(currency, *map(int, sums)) for currency, *sums in rows]


def _rows(transaction: Transaction, listing: Listing, request: PageRequest) -> list[InvoiceRow]:
    return [
        InvoiceRow(id_of(found), number, kind, customer, day_of(issued), day_of(due), *rest)
        for found, number, kind, customer, issued, due, *rest in page(transaction, listing, request)
    ]
