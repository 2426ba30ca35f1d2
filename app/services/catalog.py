"""Catalog use cases: products and what they cost, prices with their days, lists and pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.catalog.cleaning import cleaned_product
from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.events import CatalogEvent
from app.catalog.price_book import PriceEntry
from app.catalog.price_history import followed_by
from app.catalog.product import Product, categories_of
from app.catalog.promotion import Promotion
from app.catalog.texts import Texts
from app.catalog.validity import Validity
from app.kernel.changes import Ref
from app.kernel.events import DomainEvent
from app.kernel.exact import plain
from app.store.queries import products as queries
from app.store.queries.products import PriceRow, ProductRow, Shelf
from app.store.search_index import Scope

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.queries.paging import PageRequest
    from app.store.unit_of_work import UnitOfWork
    from app.taxes.rate import TaxRate

__all__ = ["PriceRow", "ProductRow", "Shelf"]


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Everything a product's page shows.

    Attributes:
        prices: By book, the newest first.
        rules: Schedules and promotions that reach the product, by code.
        agreed: What customers agreed to for it, by code.
        is_binned: Whether it lies in the bin.
    """

    product: Product
    prices: tuple[PriceRow, ...]
    rules: tuple[DiscountSchedule | Promotion, ...]
    agreed: tuple[ContractedPrice, ...]
    is_binned: bool


def save_product(uow: UnitOfWork, act: Act, *, product: Product) -> Product:
    """Keep a product with what it costs us; a new one has an id of `uow.new_id`.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        CodeTaken: Another product has this SKU.
        RecordChanged: It was saved elsewhere since it was read.
        RuleViolation: A text is refused (see `cleaned_product`).
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    saved = uow.products.save(cleaned_product(product))
    kind = CatalogEvent.PRODUCT_ADDED if saved.version == 1 else CatalogEvent.PRODUCT_CHANGED
    _journal(uow, kind, Ref("product", saved.id), saved.sku)
    return saved


def add_product(uow: UnitOfWork, act: Act, *, name: str, sku: str = "") -> Product:
    """Add a product from what was typed into a line: its name, which is also its SKU unless one is given.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        CodeTaken: A product has this SKU.
        TextMissing: The name is empty.
    """
    code = sku or name
    product = Product(uow.new_id(), code[:80], Texts.only(name, uow.products.language))
    return save_product(uow, act, product=product)


def bin_product(uow: UnitOfWork, act: Act, *, product_id: UUID, binned: bool = True) -> None:
    """Take a product out of lists and searches, or bring it back; documents keep their lines.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        ProductNotFound: No product has this id.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    sku = uow.products.get(product_id).sku
    uow.products.put_in_bin(product_id, binned=binned)
    kind = CatalogEvent.PRODUCT_BINNED if binned else CatalogEvent.PRODUCT_RESTORED
    _journal(uow, kind, Ref("product", product_id), sku)


def set_price(uow: UnitOfWork, act: Act, *, entry: PriceEntry) -> PriceEntry:
    """Let a price hold from its first day; the one it follows ends the day before.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        UnknownSku: No product has this SKU.
        CodeNotFound: No price book has this code.
        RuleViolation: The price is refused (see `PriceEntry`).
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    product, book = uow.products.by_sku(entry.sku), uow.price_books.by_code(entry.book)
    written = followed_by(uow.price_books.entries([entry.sku], book=entry.book), entry)
    uow.price_books.write_entries(written)
    uow.records.touch("product", product.id)
    facts = {
        "book": book.code,
        "price": plain(entry.price),
        "currency": book.currency.code,
        **_days(entry.validity),
    }
    _journal(uow, CatalogEvent.PRICE_SET, Ref("product", product.id), product.sku, **facts)
    return written[-1]


def remove_price(uow: UnitOfWork, act: Act, *, entry: PriceEntry) -> None:
    """Take a price away as if it had never been; documents keep what they were priced with.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        UnknownSku: No product has this SKU.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    product = uow.products.by_sku(entry.sku)
    uow.price_books.remove_entry(entry)
    uow.records.touch("product", product.id)
    facts = {"book": entry.book, "price": plain(entry.price), **_days(entry.validity)}
    _journal(uow, CatalogEvent.PRICE_REMOVED, Ref("product", product.id), product.sku, **facts)


def set_tax_rates(uow: UnitOfWork, act: Act, *, rates: Collection[TaxRate]) -> None:
    """Add tax rates, or replace those of the same place, class and first day.

    Raises:
        NotPermittedHere: The person may not change the company.
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    uow.tax_rates.write(rates)
    company = uow.company.get()
    _journal(uow, CatalogEvent.TAX_RATES_SET, Ref("company", company.id), "", rates=len(rates))


def product_page(unit: Nouns, product_id: UUID) -> ProductPage:
    """Return everything a product's page shows.

    Raises:
        ProductNotFound: No product has this id.
    """
    product = unit.products.get(product_id)
    paths = categories_of(product.category)
    schedules = unit.schedules.naming(product.sku, paths)
    promotions = unit.promotions.naming(product.sku, paths)
    return ProductPage(
        product=product,
        prices=tuple(queries.price_history(unit.records.transaction, product.sku)),
        rules=tuple(sorted((*schedules, *promotions), key=lambda rule: rule.code)),
        agreed=unit.contracted_prices.of_product(product.sku),
        is_binned=unit.products.is_binned(product_id),
    )


def listed(unit: Nouns, request: PageRequest, shelf: Shelf, *, category: str = "") -> list[ProductRow]:
    """Return the next products; with words in the filter box the best matches, all at once."""
    transaction = unit.records.transaction
    if request.words.strip() and transaction.dialect == "sqlite":
        if request.after is not None:
            return []
        found = unit.search.find(request.words, (Scope.PRODUCT,), limit=request.limit)
        rows = queries.products_named(transaction, [hit.subject for hit in found.hits], shelf)
        return [row for row in rows if not category or category in categories_of(row.category)]
    return queries.products(transaction, request, shelf, category=category)


def shelf_of(unit: Nouns, on: date) -> Shelf:
    """Return the company's price book on a day, for lists."""
    company = unit.company.find()
    return Shelf(company.price_book if company else "", on)


def _journal(
    uow: UnitOfWork, kind: CatalogEvent, subject: Ref, number: str, **facts: str | int | None
) -> None:
    uow.journal.append(DomainEvent(kind, subject, number, facts))


def _days(validity: Validity) -> dict[str, str | None]:
    return {
        "first": validity.first.isoformat() if validity.first else None,
        "last": validity.last.isoformat() if validity.last else None,
    }
