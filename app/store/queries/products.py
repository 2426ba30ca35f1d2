"""Lists of products as small frozen rows, with the price they have on a day; the history of a price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.catalog.product import CATEGORY_SEPARATOR
from app.store.native import among, id_of, listed, to_native
from app.store.queries.paging import Listing, PageRequest, statement
from app.store.scales import validity_of
from app.store.transaction import Row, Transaction

_COLUMNS = "p.id, p.sku, p.name, p.category, p.unit, p.charge, p.first_day, p.last_day"
_SELECT = f"SELECT {_COLUMNS} FROM product p"
_SORTED_BY = {
    "id": "p.id",
    "sku": "p.sku",
    "name": "p.name",
    "category": "p.category",
    "charge": "p.charge",
}
LISTING = Listing(_SELECT, _SORTED_BY, ("p.sku", "p.name", "p.category"), ("NOT p.binned",))
BIN = Listing(_SELECT, _SORTED_BY, LISTING.searched, ("p.binned",))

_AFTER_SEPARATOR = chr(ord(CATEGORY_SEPARATOR) + 1)


class Shelf(NamedTuple):
    """Whose prices a list shows, and on which day."""

    book: str
    on: date


class ListPrice(NamedTuple):
    """What a product costs: scaled by 10^6, for so many units (scaled too) and months."""

    price: int
    base_quantity: int
    term_months: int
    unit: str


class ProductRow(NamedTuple):
    """One product in a list.

    Attributes:
        sold_from: First day it may be sold on; None: always.
        sold_until: Last day; None: until further notice.
        price: In the book asked for, on the day asked for; None where it has none.
    """

    id: UUID
    sku: str
    name: str
    category: str
    unit: str
    charge: str
    sold_from: date | None
    sold_until: date | None
    price: ListPrice | None

    def is_sold_on(self, day: date) -> bool:
        """Test whether the product may be put on a quote of this day."""
        return (self.sold_from is None or self.sold_from <= day) and (
            self.sold_until is None or day <= self.sold_until
        )


class PriceRow(NamedTuple):
    """One line of a product's price history; the price in units of the book's currency, scaled by 10^6."""

    id: UUID
    book: str
    currency: str
    price: int
    base_quantity: int
    term_months: int
    unit: str
    first: date | None
    last: date | None


def products(
    transaction: Transaction,
    request: PageRequest,
    shelf: Shelf,
    *,
    category: str = "",
    listing: Listing = LISTING,
) -> list[ProductRow]:
    """Return the next page of the list in two queries.

    Args:
        transaction: The open snapshot.
        request: Which rows.
        shelf: Whose prices.
        category: Only this category and those below it; empty: all.
        listing: `LISTING`, or `BIN` for what was thrown away.
    """
    below: dict[str, object] = {}
    if category:
        inside = f"(p.category = :category OR {_below(transaction)})"
        listing = Listing(listing.select, listing.columns, listing.searched, (*listing.where, inside))
        below = {
            "category": category,
            "below": category + CATEGORY_SEPARATOR,
        }
        if transaction.dialect == "sqlite":
            below["beyond"] = category + _AFTER_SEPARATOR
    sql, parameters = statement(listing, request)
    return _rows(transaction, transaction.rows(sql, {**parameters, **below}), shelf)


def products_named(transaction: Transaction, ids: Sequence[UUID], shelf: Shelf) -> list[ProductRow]:
    """Return these products in this order, in two queries; those that are gone are left out."""
    if not ids:
        return []
    condition, wanted = _is_one_of(transaction, ids)
    found = _rows(transaction, transaction.rows(f"{_SELECT} WHERE {condition}", wanted), shelf)
    by_id = {row.id: row for row in found}
    return [by_id[one] for one in ids if one in by_id]


def price_history(transaction: Transaction, sku: str) -> list[PriceRow]:
    """Return every price a product has, had or will have, by book, the newest first."""
    rows = transaction.rows(
        "SELECT e.id, e.book, b.currency, e.price, e.base_quantity, e.term_months, e.unit, e.first_day, "
        "e.last_day FROM price_entry e JOIN price_book b ON b.code = e.book WHERE e.sku = :sku "
        "ORDER BY e.book, e.first_day DESC",
        {"sku": sku},
    )
    return [
        PriceRow._make((id_of(found), *rest, *_open_ended(first, last))) for found, *rest, first, last in rows
    ]


def _below(transaction: Transaction) -> str:
    """Return the condition that a category lies below another; a server's order of letters is not ours."""
    if transaction.dialect == "postgresql":
        return "starts_with(p.category, :below)"
    return "(p.category >= :below AND p.category < :beyond)"


def _rows(transaction: Transaction, rows: Sequence[Row], shelf: Shelf) -> list[ProductRow]:
    prices = _prices(transaction, [row[1] for row in rows], shelf)
    return [
        ProductRow._make((id_of(found), sku, *rest, *_open_ended(first, last), prices.get(sku)))
        for found, sku, *rest, first, last in rows
    ]


def _prices(transaction: Transaction, skus: Sequence[str], shelf: Shelf) -> Mapping[str, ListPrice]:
    """Return the price of each product; where several hold on the day, the one that began last."""
    if not skus:
        return {}
    rows = transaction.rows(
        f"SELECT sku, price, base_quantity, term_months, unit FROM price_entry "
        f"WHERE {among(transaction, 'sku', 'skus')} AND book = :book "
        "AND first_day <= :day AND last_day >= :day ORDER BY first_day",
        {
            **to_native(transaction.dialect, {"book": shelf.book, "day": shelf.on}),
            "skus": listed(transaction, skus),
        },
    )
    return {sku: ListPrice(*price) for sku, *price in rows}


def _is_one_of(transaction: Transaction, ids: Sequence[UUID]) -> tuple[str, dict[str, object]]:
    named = {f"id{number}": transaction.key(one) for number, one in enumerate(ids)}
    return f"p.id IN ({', '.join(f':{name}' for name in named)})", dict(named)


def _open_ended(first: object, last: object) -> tuple[date | None, date | None]:
    validity = validity_of(first, last)
    return validity.first, validity.last
