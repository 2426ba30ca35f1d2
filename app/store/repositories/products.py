"""Load and save products with what they cost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from uuid import UUID

from app.catalog.product import Cost, Product
from app.kernel.errors import RuleViolation
from app.store import masters
from app.store.catalog_version import raise_version
from app.store.native import among, id_of, listed, to_native
from app.store.records import Records
from app.store.repositories.product_import import Upserted, upsert, write_costs
from app.store.repositories.product_rows import PRODUCT, findable, product_values, to_cost, to_product
from app.store.search_index import Scope, SearchIndex

_COSTS = (
    "SELECT product_id, amount, currency, first_day, last_day FROM product_cost "
    "WHERE {} ORDER BY product_id, position"
)


class ProductNotFound(RuleViolation):
    """No product has this id."""

    code = "catalog.product_not_found"


class UnknownSku(RuleViolation):
    """No product has this SKU."""

    code = "catalog.unknown_sku"


class Products:
    """The products of one unit of work; what lies in the bin is found by id and SKU too."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, product_id: UUID) -> Product:
        """Return the product with this id.

        Raises:
            ProductNotFound: No product has it.
        """
        found = self._where("id = :id", {"id": product_id})
        if not found:
            raise ProductNotFound(id=str(product_id))
        return found[0]

    def by_sku(self, sku: str) -> Product:
        """Return the product with this SKU.

        Raises:
            UnknownSku: No product has it.
        """
        found = self._where("sku = :sku", {"sku": sku})
        if not found:
            raise UnknownSku(sku=sku[:80])
        return found[0]

    def by_skus(self, skus: Collection[str]) -> dict[str, Product]:
        """Return the products among these SKUs by SKU, in two queries however many there are."""
        if not skus:
            return {}
        transaction = self._records.transaction
        condition, wanted = among(transaction, "sku", "skus"), {"skus": listed(transaction, skus)}
        return {product.sku: product for product in self._where(condition, wanted)}

    def save(self, product: Product) -> Product:
        """Insert the product or replace the one that was read; its costs go with it.

        Returns:
            The product with the version it has from now on.

        Raises:
            CodeTaken: Another product has this SKU.
            RecordChanged: Somebody saved it since it was read.
        """
        dialect = self._records.transaction.dialect
        values = dict(zip(PRODUCT.columns, product_values(product, self.language, dialect), strict=True))
        saved = masters.save(self._records, PRODUCT, product.id, product.version, values)
        write_costs(self._records, [product])
        self._index.put(Scope.PRODUCT, findable(product, self.language))
        raise_version(self._records)
        return replace(product, version=saved.version)

    def upsert(self, products: Iterable[Product]) -> Upserted:
        """Insert many products, or replace those whose SKU is known; what is the same is not touched.

        A known SKU keeps its id and counts its version up, whatever the given product carries. Fit for
        100,000 at once.
        """
        return upsert(self._records, list(products), self.language)

    def relabel(self, language: str) -> None:
        """Show and sort every product by its name in another language, because the company's changed."""
        transaction = self._records.transaction
        rows = transaction.rows("SELECT sku FROM product WHERE NOT binned ORDER BY sku")
        products = list(self.by_skus([row[0] for row in rows]).values())
        transaction.many(
            "UPDATE product SET name = :name WHERE id = :id",
            [
                {"id": transaction.key(product.id), "name": product.names.in_language(language)}
                for product in products
            ],
        )
        self._index.put_all(Scope.PRODUCT, [findable(product, language) for product in products])
        self.language = language

    def put_in_bin(self, product_id: UUID, *, binned: bool = True) -> None:
        """Move a product into the bin, out of every list and search, or back.

        Raises:
            ProductNotFound: No product has this id.
        """
        product = self.get(product_id)
        masters.put_in_bin(self._records, PRODUCT, product_id, binned=binned)
        if binned:
            self._index.remove(Scope.PRODUCT, product_id)
        else:
            self._index.put(Scope.PRODUCT, findable(product, self.language))
        raise_version(self._records)

    def is_binned(self, product_id: UUID) -> bool:
        """Test whether the product lies in the bin."""
        return masters.is_binned(self._records, PRODUCT, product_id)

    def categories(self) -> tuple[str, ...]:
        """Return every category that a product names, sorted."""
        found = self._records.transaction.rows(
            "SELECT DISTINCT category FROM product WHERE category <> '' ORDER BY category"
        )
        return tuple(row[0] for row in found)

    @cached_property
    def language(self) -> str:
        """Return the company's language, whose texts lists show."""
        found = self._records.transaction.rows("SELECT language FROM company")
        return str(found[0][0]) if found else "en"

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self._records)

    def _where(self, condition: str, parameters: Mapping[str, object]) -> list[Product]:
        transaction = self._records.transaction
        rows = transaction.rows(
            f"{PRODUCT.select} WHERE {condition}", to_native(transaction.dialect, parameters)
        )
        costs = self._costs([row[3] for row in rows])
        return [to_product(row, costs.get(id_of(row[0]), ())) for row in rows]

    def _costs(self, skus: Collection[str]) -> dict[UUID, tuple[Cost, ...]]:
        if not skus:
            return {}
        transaction = self._records.transaction
        ours = f"product_id IN (SELECT id FROM product WHERE {among(transaction, 'sku', 'skus')})"
        costs: dict[UUID, tuple[Cost, ...]] = {}
        for row in transaction.rows(_COSTS.format(ours), {"skus": listed(transaction, skus)}):
            product_id = id_of(row[0])
            costs[product_id] = (*costs.get(product_id, ()), to_cost(row[1:]))
        return costs
