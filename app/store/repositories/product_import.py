"""Insert or replace many products at once: compare with what is there, write only what is new or differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from app.catalog.product import Product
from app.store.catalog_version import raise_version
from app.store.instants import to_microseconds
from app.store.native import among, id_of, listed
from app.store.records import Records
from app.store.repositories.product_rows import PRODUCT, cost_values, findable, product_values
from app.store.search_index import Scope, SearchIndex
from app.store.transaction import Row, Transaction

_MOVED = ("rev", "version", "binned", "updated_at", "updated_by", *PRODUCT.columns)
_UPDATE = f"UPDATE product SET {', '.join(f'{name} = :{name}' for name in _MOVED)} WHERE id = :id"
_COST_COLUMNS = ("product_id", "position", "amount", "currency", "first_day", "last_day")
_ADD_COST = (
    f"INSERT INTO product_cost ({', '.join(_COST_COLUMNS)}) "
    f"VALUES ({', '.join(f':{name}' for name in _COST_COLUMNS)})"
)
_COSTS = (
    "SELECT p.sku, c.amount, c.currency, c.first_day, c.last_day "
    "FROM product_cost c JOIN product p ON p.id = c.product_id WHERE {} ORDER BY c.product_id, c.position"
)


class Upserted(NamedTuple):
    """How many products an import found."""

    new: int
    changed: int
    same: int


class _Known(NamedTuple):
    """A product as it lies in the file, in the bin or not."""

    id: UUID
    version: int
    values: Row
    costs: tuple[Row, ...]
    binned: bool


def upsert(records: Records, products: Sequence[Product], language: str) -> Upserted:
    """Write the products that are new or differ; a known SKU keeps its id and comes out of the bin.

    Args:
        records: The open unit.
        products: Each SKU at most once.
        language: The company's, whose text is what lists show.
    """
    known = _known(records.transaction, [product.sku for product in products])
    dialect = records.transaction.dialect
    added: list[tuple[Product, Row]] = []
    changed: list[tuple[Product, Row]] = []
    for product in products:
        values = product_values(product, language, dialect)
        there = known.get(product.sku)
        if there is None:
            added.append((product, values))
        elif there.binned or there.values != values or there.costs != _cost_rows(dialect, product):
            changed.append((replace(product, id=there.id, version=there.version + 1), values))
    _write(records, added, changed)
    _finish(records, [product for product, _ in added], [product for product, _ in changed], language)
    return Upserted(len(added), len(changed), len(products) - len(added) - len(changed))


def _write(
    records: Records, added: Sequence[tuple[Product, Row]], changed: Sequence[tuple[Product, Row]]
) -> None:
    transaction, stamp, rev = records.transaction, _stamp(records), records.new_rev
    key = transaction.key
    new_rows = [(key(one.id), key(rev()), 1, False, *stamp, *stamp, *values) for one, values in added]
    transaction.many_placed(PRODUCT.insert, new_rows)
    changed_rows = [(key(rev()), one.version, False, *stamp, *values, key(one.id)) for one, values in changed]
    transaction.many_placed(_UPDATE, changed_rows)


def write_costs(records: Records, products: Iterable[Product]) -> None:
    """Write what products cost in place of what they cost before."""
    transaction = records.transaction
    listed_products = list(products)
    transaction.many(
        "DELETE FROM product_cost WHERE product_id = :id",
        [{"id": transaction.key(product.id)} for product in listed_products],
    )
    _add_costs(transaction, listed_products)


def _finish(records: Records, added: Sequence[Product], changed: Sequence[Product], language: str) -> None:
    if not added and not changed:
        return
    _add_costs(records.transaction, added)
    write_costs(records, changed)
    index = SearchIndex(records)
    index.put_all(Scope.PRODUCT, (findable(product, language) for product in (*added, *changed)))
    # One stands for all: views of products look at the kind, and 100,000 pointers would cost as much as rows.
    records.touch("product", (*added, *changed)[0].id)
    raise_version(records)


def _add_costs(transaction: Transaction, products: Iterable[Product]) -> None:
    dialect, key = transaction.dialect, transaction.key
    rows = [
        (key(product.id), position, *cost_values(cost, dialect))
        for product in products
        for position, cost in enumerate(product.costs)
    ]
    transaction.many_placed(_ADD_COST, rows)


def _known(transaction: Transaction, skus: Sequence[str]) -> dict[str, _Known]:
    wanted = {"skus": listed(transaction, skus)}
    columns = f"SELECT id, version, binned, {', '.join(PRODUCT.columns)} FROM product"
    rows = transaction.rows(f"{columns} WHERE {among(transaction, 'sku', 'skus')}", wanted)
    if not rows:
        return {}
    costs: dict[str, tuple[Row, ...]] = {}
    for sku, *cost in transaction.rows(_COSTS.format(among(transaction, "p.sku", "skus")), wanted):
        costs[sku] = (*costs.get(sku, ()), tuple(cost))
    return {
        row[3]: _Known(id_of(row[0]), row[1], tuple(row[3:]), costs.get(row[3], ()), bool(row[2]))
        for row in rows
    }


def _cost_rows(dialect: str, product: Product) -> tuple[Row, ...]:
    return tuple(cost_values(cost, dialect) for cost in product.costs)


def _stamp(records: Records) -> tuple[object, object]:
    stamp = records.stamp
    return to_microseconds(stamp.at), records.transaction.key(stamp.by)
