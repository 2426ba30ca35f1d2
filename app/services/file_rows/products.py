"""Products of a file: with their list price, which changes from today on, and what they cost us."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from app.catalog.price_book import PriceEntry
from app.catalog.product import Cost, Product, TaxClass
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.exchange.records.comparing import Comparison
from app.exchange.records.fields import Noun
from app.exchange.records.parsing import Parsed
from app.exchange.records.products import PRODUCTS, ProductRow
from app.exchange.values.conversions import read_conversion, written_conversion
from app.exchange.values.taxes import TaxMark
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.quantity import Unit
from app.services.file_rows.books import make_books, missing_books, noticed
from app.services.file_rows.keeper import Keeper, Settled, pages
from app.services.file_rows.pieces import Progress, in_pieces
from app.services.file_rows.setting import Setting
from app.store.queries.products import BIN, LISTING, Shelf, products

if TYPE_CHECKING:
    from uuid import UUID

    from app.store.nouns import Nouns
    from app.store.queries.paging import Listing
    from app.store.unit_of_work import UnitOfWork

_currency = lru_cache(maxsize=256)(Currency.of)
_unit = lru_cache(maxsize=256)(Unit)


class ProductKeeper(Keeper[ProductRow]):
    """Products by SKU, priced in the book of the row's currency."""

    @property
    def noun(self) -> Noun[ProductRow]:
        """Return what the rows are."""
        return PRODUCTS

    def settled(
        self, unit: Nouns, setting: Setting, parsed: Parsed[ProductRow], progress: Progress
    ) -> Settled[ProductRow]:
        """Return the rows as they are; books that are missing are made for their prices."""
        return Settled(parsed.rows, (), noticed(_missing(setting, parsed.rows)))

    def existing(
        self, unit: Nouns, setting: Setting, rows: Sequence[ProductRow], progress: Progress
    ) -> dict[Hashable, ProductRow]:
        """Return the products of these SKUs with their prices in the currency of the row."""
        thrown_away: frozenset[str] | None = None
        existing: dict[Hashable, ProductRow] = {}
        for piece in in_pieces(rows, progress):
            there = unit.products.by_skus([row.sku for row in piece])
            if there and thrown_away is None:
                thrown_away = binned_skus(unit, setting)
            kept = [row for row in piece if row.sku in there and row.sku not in (thrown_away or ())]
            existing.update(_as_they_are(unit, setting, kept, there))
        return existing

    def write(
        self, uow: UnitOfWork, setting: Setting, comparison: Comparison[ProductRow], progress: Progress
    ) -> None:
        """Write new products, what changes about others, and prices that differ from today's."""
        rows = [*comparison.new, *(change.after for change in comparison.changed)]
        make_books(uow, setting, _missing(setting, rows))
        for piece in in_pieces(rows, progress):
            there = uow.products.by_skus([row.sku for row in piece])
            uow.products.upsert([_product(uow, setting, row, there.get(row.sku)) for row in piece])
            uow.price_books.write_entries(_entries(uow, setting, piece, is_new=not there))

    def everything(self, unit: Nouns, setting: Setting) -> Iterator[ProductRow]:
        """Yield every product with its price in the company's currency."""
        for skus in listed_skus(unit, setting):
            found = unit.products.by_skus(skus)
            yield from rows_of(unit, setting, setting.currency, [found[sku] for sku in skus])


def rows_of(unit: Nouns, setting: Setting, currency: str, found: Sequence[Product]) -> Iterator[ProductRow]:
    """Yield products as rows, with their price of today in the book of a currency."""
    prices = prices_today(unit, setting, setting.book_in(currency), [product.sku for product in found])
    for product in found:
        names, descriptions = dict(product.names.by_language), dict(product.descriptions.by_language)
        price = prices.get(product.sku)
        cost = product.cost_on(setting.today, _currency(currency))
        yield ProductRow(
            line=0,
            sku=product.sku,
            name=names.pop(setting.language, ""),
            price=price.price if price else None,
            currency=currency,
            tax=TaxMark(product.tax_class, product.tax_percent.points if product.tax_percent else None),
            unit=product.unit.code,
            per=price.base_quantity if price else Decimal(1),
            cost=cost.amount if cost else None,
            category=product.category,
            description=descriptions.pop(setting.language, ""),
            names=tuple(sorted(names.items())),
            descriptions=tuple(sorted(descriptions.items())),
            supply=product.supply,
            charge=product.charge,
            term=price.term_months if price else 1,
            conversions=tuple(map(written_conversion, product.conversions)),
            exemption=product.exemption,
            sell_from=product.sellable.first,
            sell_to=product.sellable.last,
        )


def prices_today(unit: Nouns, setting: Setting, book: str, skus: Sequence[str]) -> dict[str, PriceEntry]:
    """Return the price of today in a book by SKU: of several the one that began last."""
    found: dict[str, PriceEntry] = {}
    for entry in unit.price_books.entries(skus, book=book):
        before = found.get(entry.sku)
        begins_later = before is None or _begins(entry) >= _begins(before)
        if entry.validity.covers(setting.today) and begins_later:
            found[entry.sku] = entry
    return found


def product_of(row: ProductRow, before: Product | None, setting: Setting, product_id: UUID) -> Product:
    """Return the product a row says.

    Args:
        row: Complete: what the file does not say is what there was.
        before: The product as it was, None for a new one.
        setting: Gives the language and the day.
        product_id: Its id.
    """
    tax = setting.tax_of(row.tax)
    return Product(
        id=product_id,
        sku=row.sku,
        names=_texts(setting.language, row.name, row.names),
        descriptions=_texts(setting.language, row.description, row.descriptions),
        unit=_unit(row.unit),
        conversions=tuple(map(read_conversion, row.conversions)),
        category=row.category,
        supply=row.supply,
        charge=row.charge,
        tax_class=tax.tax_class or TaxClass.STANDARD,
        tax_percent=None if tax.percent is None else Percent.of_points(tax.percent),
        exemption=row.exemption,
        costs=_costs(before.costs if before else (), row, setting.today),
        sellable=Validity(row.sell_from, row.sell_to) if row.sell_from or row.sell_to else ALWAYS,
        version=before.version if before else 1,
    )


def listed_skus(unit: Nouns, setting: Setting) -> Iterator[list[str]]:
    """Yield the SKUs of all products outside the bin, a page at a time."""
    return _skus(unit, setting, LISTING)


def binned_skus(unit: Nouns, setting: Setting) -> frozenset[str]:
    """Return the SKUs of products in the bin."""
    return frozenset(chain.from_iterable(_skus(unit, setting, BIN)))


def _skus(unit: Nouns, setting: Setting, listing: Listing) -> Iterator[list[str]]:
    shelf = Shelf("", setting.today)
    transaction = unit.records.transaction
    for page in pages(unit, lambda request: products(transaction, request, shelf, listing=listing), "sku"):
        yield [row.sku for row in page]


def _as_they_are(
    unit: Nouns, setting: Setting, rows: Sequence[ProductRow], there: Mapping[str, Product]
) -> Iterator[tuple[str, ProductRow]]:
    """Yield the products of these rows by SKU, priced in the currency of each row."""
    asked = {row.sku: row for row in rows}
    by_currency: dict[str, list[Product]] = {}
    for row in asked.values():
        by_currency.setdefault(row.currency, []).append(there[row.sku])
    for currency, some in by_currency.items():
        for found in rows_of(unit, setting, currency, some):
            yield found.sku, _as_asked(found, asked[found.sku], setting)


def _as_asked(there: ProductRow, row: ProductRow, setting: Setting) -> ProductRow:
    """Return what is there in the words of the file: the same tax, and no price where the file says none."""
    if row.tax != there.tax and setting.tax_of(row.tax) == there.tax:
        there = there._replace(tax=row.tax)
    return there if row.price is not None else there._replace(price=None, per=row.per, term=row.term)


def _product(uow: UnitOfWork, setting: Setting, row: ProductRow, before: Product | None) -> Product:
    return product_of(row, before, setting, before.id if before else uow.new_id())


def _missing(setting: Setting, rows: Sequence[ProductRow]) -> dict[str, str]:
    currencies = {row.currency for row in rows if row.price is not None}
    return missing_books(setting, ((setting.book_in(currency), currency) for currency in currencies))


def _entries(
    uow: UnitOfWork, setting: Setting, rows: Sequence[ProductRow], *, is_new: bool
) -> Iterator[PriceEntry]:
    """Yield the prices that differ from today's: a product's first holds always, others from today on."""
    by_book: dict[str, list[ProductRow]] = {}
    for row in rows:
        if row.price is not None:
            by_book.setdefault(setting.book_in(row.currency), []).append(row)
    for book, priced in by_book.items():
        known: Mapping[str, list[PriceEntry]] = {} if is_new else _known(uow, book, priced)
        for row in priced:
            validity = _from_when(row, known.get(row.sku, []), setting.today)
            if validity is not None and row.price is not None:
                yield PriceEntry(uow.new_id(), book, row.sku, row.price, row.per, row.term, None, validity)


def _known(uow: UnitOfWork, book: str, rows: Sequence[ProductRow]) -> Mapping[str, list[PriceEntry]]:
    known: dict[str, list[PriceEntry]] = {}
    for entry in uow.price_books.entries([row.sku for row in rows], book=book):
        known.setdefault(entry.sku, []).append(entry)
    return known


def _from_when(row: ProductRow, known: Sequence[PriceEntry], today: date) -> Validity | None:
    """Return when the row's price holds, None when it is today's price already."""
    if not known:
        return ALWAYS
    now = max((one for one in known if one.validity.covers(today)), key=_begins, default=None)
    if now is None:
        return Validity(today)
    if (now.price, now.base_quantity, now.term_months) == (row.price, row.per, row.term):
        return None
    return Validity(today, now.validity.last)


def _begins(entry: PriceEntry) -> date:
    return entry.validity.first or date.min


def _costs(known: tuple[Cost, ...], row: ProductRow, today: date) -> tuple[Cost, ...]:
    """Return what the product costs: as before, with the row's cost from today on where it differs."""
    currency = _currency(row.currency)
    if not known:
        return () if row.cost is None else (Cost(row.cost, currency),)
    ours = [cost for cost in known if cost.currency == currency]
    now = max(
        (cost for cost in ours if cost.validity.covers(today)),
        key=lambda cost: cost.validity.first or date.min,
        default=None,
    )
    if row.cost is None:
        return tuple(cost for cost in known if cost not in ours or not cost.validity.covers(today))
    if now is not None and now.amount == row.cost:
        return known
    if not ours:
        return (*known, Cost(row.cost, currency))
    last = now.validity.last if now else None
    kept = tuple(cost for cost in known if cost not in ours or cost.validity.first != today)
    return (*kept, Cost(row.cost, currency, Validity(today, last)))


def _texts(language: str, text: str, others: tuple[tuple[str, str], ...]) -> Texts:
    if not others:
        return Texts(((language, text),)) if text else Texts()
    return Texts.of({**dict(others), language: text})
