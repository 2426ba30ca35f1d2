"""Load and save price books and their dated entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from app.catalog.price_book import PriceBook, PriceEntry
from app.kernel.money import Currency
from app.kernel.quantity import Unit
from app.pricing.plain.methods import method_of, method_plain
from app.pricing.plain.values import Fields
from app.store.catalog_version import raise_version
from app.store.masters import Master
from app.store.native import among, id_of, id_to_native, listed
from app.store.plain import mapping_of, to_text
from app.store.repositories.coded import CodedRecords
from app.store.repositories.product_rows import texts_of_json, texts_to_json
from app.store.scales import days_to_native, price_of, price_to_int, validity_of, validity_to_days
from app.store.transaction import Row

PRICE_BOOK = Master(
    "price_book",
    "code",
    ("code", "names", "currency", "gross", "price_scale", "first_day", "last_day"),
)
_ENTRY_COLUMNS = (
    "id, version, book, sku, price, base_quantity, term_months, unit, "
    "method, minimum_quantity, free_quantity, first_day, last_day"
)
_SAVE_ENTRY = (
    f"INSERT INTO price_entry ({_ENTRY_COLUMNS}) VALUES (:{_ENTRY_COLUMNS.replace(', ', ', :')}) "
    "ON CONFLICT (sku, book, first_day) DO UPDATE SET version = price_entry.version + 1, "
    "price = excluded.price, base_quantity = excluded.base_quantity, "
    "term_months = excluded.term_months, unit = excluded.unit, method = excluded.method, "
    "minimum_quantity = excluded.minimum_quantity, free_quantity = excluded.free_quantity, "
    "last_day = excluded.last_day"
)


class PriceBooks(CodedRecords[PriceBook]):
    """The price books of one unit of work, and the prices in them."""

    master = PRICE_BOOK

    def entries(self, skus: Collection[str], *, book: str = "") -> tuple[PriceEntry, ...]:
        """Return every price of some products, whatever its days, in one query.

        Args:
            skus: The products.
            book: Code of a book; empty: of all of them.
        """
        transaction = self._records.transaction
        condition, wanted = among(transaction, "sku", "skus"), {"skus": listed(transaction, skus)}
        if book:
            condition, wanted = f"{condition} AND book = :book", {**wanted, "book": book}
        rows = transaction.rows(
            f"SELECT {_ENTRY_COLUMNS} FROM price_entry WHERE {condition} ORDER BY sku, book, first_day",
            wanted,
        )
        return tuple(map(_to_entry, rows))

    def has_entries(self, book: str) -> bool:
        """Test whether a book holds any price."""
        sql = "SELECT 1 FROM price_entry WHERE book = :book LIMIT 1"
        return bool(self._records.transaction.rows(sql, {"book": book}))

    def write_entries(self, entries: Iterable[PriceEntry]) -> None:
        """Insert prices; one that starts on the same day in the same book for the same product is replaced.

        Raises:
            RecordGone: A price names a book or a product that does not exist.
        """
        transaction = self._records.transaction
        rows = [entry_values(entry, transaction.dialect) for entry in entries]
        if rows:
            transaction.many_placed(_SAVE_ENTRY, rows)
            self._touch({str(row[2]) for row in rows})
            raise_version(self._records)

    def remove_entry(self, entry: PriceEntry) -> None:
        """Delete one price; documents keep what they were priced with."""
        transaction = self._records.transaction
        transaction.rows("DELETE FROM price_entry WHERE id = :id", {"id": transaction.key(entry.id)})
        self._touch({entry.book})
        raise_version(self._records)

    def _touch(self, codes: Collection[str]) -> None:
        """Note that books hold other prices than before."""
        transaction = self._records.transaction
        sql = f"SELECT id FROM price_book WHERE {among(transaction, 'code', 'codes')}"
        for row in transaction.rows(sql, {"codes": listed(transaction, codes)}):
            self._records.touch("price_book", id_of(row[0]))

    def _values(self, value: PriceBook) -> tuple[object, ...]:
        return (
            value.code,
            texts_to_json(value.names),
            value.currency.code,
            value.gross,
            value.price_scale,
            *validity_to_days(value.validity),
        )

    def _of_row(self, row: Sequence[Any]) -> PriceBook:
        stored = dict(zip(PRICE_BOOK.columns, row[3:], strict=True))
        return PriceBook(
            id=id_of(row[0]),
            code=stored["code"],
            names=texts_of_json(stored["names"]),
            currency=Currency.of(stored["currency"]),
            gross=bool(stored["gross"]),
            price_scale=stored["price_scale"],
            validity=validity_of(stored["first_day"], stored["last_day"]),
            version=row[2],
        )


def entry_values(entry: PriceEntry, dialect: str) -> Row:
    """Return the columns of a price as the driver takes them."""
    return (
        id_to_native(dialect, entry.id),
        entry.version,
        entry.book,
        entry.sku,
        price_to_int(entry.price),
        price_to_int(entry.base_quantity),
        entry.term_months,
        entry.unit.code if entry.unit else "",
        "" if entry.method is None else to_text(method_plain(entry.method)),
        price_to_int(entry.minimum_quantity),
        price_to_int(entry.free_quantity),
        *days_to_native(entry.validity, dialect),
    )


def _to_entry(row: Sequence[Any]) -> PriceEntry:
    return PriceEntry(
        id=id_of(row[0]),
        book=row[2],
        sku=row[3],
        price=price_of(row[4]),
        base_quantity=price_of(row[5]),
        term_months=row[6],
        unit=Unit(row[7]) if row[7] else None,
        method=method_of(Fields(mapping_of(row[8]))) if row[8] else None,
        minimum_quantity=price_of(row[9]),
        free_quantity=price_of(row[10]),
        validity=validity_of(row[11], row[12]),
        version=row[1],
    )
