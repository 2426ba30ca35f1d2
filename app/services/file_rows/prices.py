"""Dated prices and costs of a file, in the price books and products they belong to."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.catalog.price_book import PriceEntry
from app.catalog.product import Cost, Product
from app.catalog.validity import Validity
from app.exchange.records.comparing import Comparison
from app.exchange.records.fields import Noun
from app.exchange.records.parsing import Parsed
from app.exchange.records.prices import PRICES, PriceRow
from app.exchange.records.problems import RowProblem
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.quantity import Unit
from app.services.file_rows.books import make_books, missing_books, noticed
from app.services.file_rows.keeper import Keeper, Settled, SkuUnknown, problem
from app.services.file_rows.pieces import Progress, in_pieces
from app.services.file_rows.products import listed_skus
from app.services.file_rows.setting import Setting

if TYPE_CHECKING:
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class BookOfAnotherCurrency(RuleViolation):
    """A row names a price book whose prices are in another currency."""

    code = "exchange.book_of_another_currency"


class PriceKeeper(Keeper[PriceRow]):
    """Prices by product, book and first day; costs stand with the products."""

    @property
    def noun(self) -> Noun[PriceRow]:
        """Return what the rows are."""
        return PRICES

    def settled(
        self, unit: Nouns, setting: Setting, parsed: Parsed[PriceRow], progress: Progress
    ) -> Settled[PriceRow]:
        """Return the rows with their price books; unknown products and wrong books are problems."""
        known: set[str] = set()
        for piece in in_pieces({row.sku for row in parsed.rows}, progress):
            known.update(unit.products.by_skus(piece))
        kept: list[PriceRow] = []
        problems: list[RowProblem] = []
        for row in parsed.rows:
            book = row.price_book or setting.book_in(row.currency)
            there = setting.books.get(book)
            if row.sku not in known:
                problems.append(problem(row.line, "sku", SkuUnknown(sku=row.sku)))
            elif there is not None and there.currency.code != row.currency:
                error = BookOfAnotherCurrency(code=book, currency=there.currency.code)
                problems.append(problem(row.line, "price_book", error))
            else:
                kept.append(row._replace(price_book=book))
        return Settled(tuple(kept), tuple(problems), noticed(_missing(setting, kept)))

    def existing(
        self, unit: Nouns, setting: Setting, rows: Sequence[PriceRow], progress: Progress
    ) -> dict[Hashable, PriceRow]:
        """Return the prices and costs of these products."""
        skus = sorted({row.sku for row in rows})
        pieces = in_pieces(skus, progress)
        return {_key(row): row for piece in pieces for row in _rows_of(unit, setting, piece)}

    def write(
        self, uow: UnitOfWork, setting: Setting, comparison: Comparison[PriceRow], progress: Progress
    ) -> None:
        """Write prices into their books and costs into their products."""
        rows = [*comparison.new, *(change.after for change in comparison.changed)]
        make_books(uow, setting, _missing(setting, rows))
        for piece in in_pieces(rows, progress):
            priced = ((row, row.price) for row in piece if row.price is not None)
            uow.price_books.write_entries(_entry(uow, row, price) for row, price in priced)
        _write_costs(uow, [row for row in rows if row.cost is not None], progress)

    def everything(self, unit: Nouns, setting: Setting) -> Iterator[PriceRow]:
        """Yield every price and cost of every product outside the bin."""
        for skus in listed_skus(unit, setting):
            yield from _rows_of(unit, setting, skus)


def _key(row: PriceRow) -> Hashable:
    return row.sku, row.price_book, row.currency, row.valid_from


def _rows_of(unit: Nouns, setting: Setting, skus: Sequence[str]) -> Iterator[PriceRow]:
    products = unit.products.by_skus(skus)
    costs = {
        (sku, cost.currency.code, cost.validity.first): cost
        for sku, product in products.items()
        for cost in product.costs
    }
    shown = set()
    for entry in unit.price_books.entries(skus):
        book = setting.books.get(entry.book)
        if book is None:
            continue
        place = (entry.sku, book.currency.code, entry.validity.first)
        shown.add(place)
        yield _row(entry, book.currency.code, costs.get(place))
    for place, cost in costs.items():
        if place not in shown:
            yield _cost_row(place, cost, setting)


def _row(entry: PriceEntry, currency: str, cost: Cost | None) -> PriceRow:
    return PriceRow(
        line=0,
        sku=entry.sku,
        price=entry.price,
        currency=currency,
        price_book=entry.book,
        valid_from=entry.validity.first,
        valid_to=entry.validity.last,
        unit=entry.unit.code if entry.unit else "",
        per=entry.base_quantity,
        term=entry.term_months,
        cost=cost.amount if cost else None,
    )


def _cost_row(place: tuple[str, str, date | None], cost: Cost, setting: Setting) -> PriceRow:
    sku, currency, first = place
    book = setting.book_in(currency)
    return PriceRow(0, sku, None, currency, book, first, cost.validity.last, cost=cost.amount)


def _missing(setting: Setting, rows: Sequence[PriceRow]) -> dict[str, str]:
    return missing_books(setting, ((row.price_book, row.currency) for row in rows))


def _entry(uow: UnitOfWork, row: PriceRow, price: Decimal) -> PriceEntry:
    return PriceEntry(
        id=uow.new_id(),
        book=row.price_book,
        sku=row.sku,
        price=price,
        base_quantity=row.per,
        term_months=row.term,
        unit=Unit(row.unit) if row.unit else None,
        validity=Validity(row.valid_from, row.valid_to),
    )


def _write_costs(uow: UnitOfWork, rows: Sequence[PriceRow], progress: Progress) -> None:
    by_sku: dict[str, list[PriceRow]] = {}
    for row in rows:
        by_sku.setdefault(row.sku, []).append(row)
    for piece in in_pieces(by_sku, progress):
        products = uow.products.by_skus(piece)
        uow.products.upsert(_with_costs(products[sku], by_sku[sku]) for sku in piece)


def _with_costs(product: Product, rows: Sequence[PriceRow]) -> Product:
    """Return the product with these costs; one of the same currency and first day is replaced."""
    costs = {(cost.currency.code, cost.validity.first): cost for cost in product.costs}
    for row in rows:
        validity = Validity(row.valid_from, row.valid_to)
        costs[row.currency, row.valid_from] = Cost(
            row.cost or Decimal(0), Currency.of(row.currency), validity
        )
    return replace(product, costs=tuple(costs.values()))
