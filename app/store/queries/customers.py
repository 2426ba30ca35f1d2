"""Lists of customers as small frozen rows, and what a customer's page says about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.store.native import day_of, id_of, to_native
from app.store.queries.paging import Listing, PageRequest, page
from app.store.transaction import Row, Transaction

_COLUMNS = "c.id, c.reference, c.name, c.city, c.country, c.person, c.email, c.phone, c.active"
_SELECT = f"SELECT {_COLUMNS} FROM customer c"
_SORTED_BY = {
    "id": "c.id",
    "reference": "c.reference",
    "name": "c.name",
    "city": "c.city",
    "country": "c.country",
}
LISTING = Listing(
    _SELECT, _SORTED_BY, ("c.reference", "c.name", "c.city", "c.person", "c.email"), ("NOT c.binned",)
)
BIN = Listing(_SELECT, _SORTED_BY, LISTING.searched, ("c.binned",))

DOCUMENTS = ("quote", "contract", "invoice", "payment")
"""Tables whose rows belong to a customer and keep them from being thrown away."""


class CustomerRow(NamedTuple):
    """One customer in a list."""

    id: UUID
    reference: str
    name: str
    city: str
    country: str
    person: str
    email: str
    phone: str
    active: bool


class CurrencyTurnover(NamedTuple):
    """What a customer was billed in one currency, less credits, and how it stands; smallest units.

    Attributes:
        net: Invoiced less credited, without tax.
        open: Still owed.
        overdue: Of it past its due day.
        credit: Paid and not yet used for an invoice.
    """

    currency: str
    net: int
    open: int
    overdue: int
    credit: int


class CustomerFacts(NamedTuple):
    """What a customer's page says at a glance.

    Attributes:
        documents: How many there are per kind: quote, contract, invoice, payment.
        first: Day of the first quote; None before there is one.
        last: Day of the last quote.
        turnover: Per currency, sorted.
    """

    documents: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    turnover: tuple[CurrencyTurnover, ...]

    @property
    def has_documents(self) -> bool:
        """Test whether anything keeps the customer from being thrown away."""
        return any(count for _kind, count in self.documents)


def customers(
    transaction: Transaction, request: PageRequest, *, listing: Listing = LISTING
) -> list[CustomerRow]:
    """Return the next page of the list; `BIN` lists who was thrown away."""
    return list(map(_row, page(transaction, listing, request)))


def customers_named(transaction: Transaction, ids: Sequence[UUID]) -> list[CustomerRow]:
    """Return these customers in this order; those that are gone are left out."""
    if not ids:
        return []
    named = {f"id{number}": transaction.key(one) for number, one in enumerate(ids)}
    rows = transaction.rows(f"{_SELECT} WHERE c.id IN ({', '.join(f':{name}' for name in named)})", named)
    by_id = {row.id: row for row in map(_row, rows)}
    return [by_id[one] for one in ids if one in by_id]


def facts(transaction: Transaction, customer_id: UUID, today: date) -> CustomerFacts:
    """Return what a customer's page says, in three queries."""
    wanted = to_native(transaction.dialect, {"customer": customer_id, "today": today})
    counted = ", ".join(f"(SELECT count(*) FROM {kind} WHERE customer_id = :customer)" for kind in DOCUMENTS)
    [(first, last, *counts)] = transaction.rows(
        f"SELECT min(dated), max(dated), {counted} FROM quote WHERE customer_id = :customer", wanted
    )
    return CustomerFacts(
        documents=tuple(zip(DOCUMENTS, map(int, counts), strict=True)),
        first=None if first is None else day_of(first),
        last=None if last is None else day_of(last),
        turnover=_turnover(transaction, wanted),
    )


def has_documents(transaction: Transaction, customer_id: UUID) -> bool:
    """Test whether any document belongs to the customer, without counting them."""
    exists = " OR ".join(f"EXISTS (SELECT 1 FROM {kind} WHERE customer_id = :customer)" for kind in DOCUMENTS)
    return bool(transaction.rows(f"SELECT {exists}", {"customer": transaction.key(customer_id)})[0][0])


def _turnover(transaction: Transaction, wanted: dict[str, object]) -> tuple[CurrencyTurnover, ...]:
    owed = "i.total - i.paid - i.credited"
    invoiced = transaction.rows(
        "SELECT i.currency, sum(CASE WHEN i.kind = 'invoice' THEN i.net ELSE -i.net END), "
        f"sum(CASE WHEN i.kind = 'invoice' THEN {owed} ELSE 0 END), "
        f"sum(CASE WHEN i.kind = 'invoice' AND i.due_on < :today THEN {owed} ELSE 0 END) "
        "FROM invoice i WHERE i.customer_id = :customer GROUP BY i.currency",
        wanted,
    )
    paid = transaction.rows(
        "SELECT currency, sum(amount - allocated) FROM payment "
        "WHERE customer_id = :customer AND status = 'booked' AND amount > 0 GROUP BY currency",
        {"customer": wanted["customer"]},
    )
    sums = {currency: list(map(int, amounts)) for currency, *amounts in invoiced}
    credit = {currency: int(rest) for currency, rest in paid}
    return tuple(
        CurrencyTurnover._make((currency, *sums.get(currency, (0, 0, 0)), credit.get(currency, 0)))
        for currency in sorted(sums | credit)
    )


def _row(row: Row) -> CustomerRow:
    found, *rest, active = row
    return CustomerRow._make((id_of(found), *rest, bool(active)))
