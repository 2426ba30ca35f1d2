"""A product as a row and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from app.catalog.product import ChargeType, Cost, Product, SupplyKind, TaxClass
from app.catalog.texts import Texts
from app.kernel.money import Currency
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.store.masters import Master
from app.store.native import id_of
from app.store.scales import (
    days_to_native,
    price_of,
    price_to_int,
    share_of,
    share_to_int,
    validity_of,
)
from app.store.search_index import Findable

PRODUCT = Master(
    "product",
    "sku",
    (
        "sku",
        "name",
        "names",
        "descriptions",
        "category",
        "unit",
        "conversions",
        "supply",
        "charge",
        "tax_class",
        "tax_percent",
        "exemption",
        "first_day",
        "last_day",
    ),
)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
_quoted = json.encoder.encode_basestring  # the C function behind every text that is encoded


def texts_to_json(texts: Texts) -> str:
    """Return the texts by language as a row keeps them."""
    return f"{{{','.join([f'{_quoted(tag)}:{_quoted(text)}' for tag, text in texts.by_language])}}}"


def texts_of_json(stored: str) -> Texts:
    """Return the texts a row holds."""
    return Texts() if stored == "{}" else Texts(tuple(json.loads(stored).items()))


def findable(product: Product, language: str) -> Findable:
    """Return what a product is found by: SKU, its name in every language, category.

    Args:
        product: The product.
        language: The company's, whose name hits show.
    """
    title = product.names.in_language(language)
    others = " ".join(text for _, text in product.names.by_language if text != title)
    return Findable(
        product.id, product.sku, title, f"{product.category} {others}" if others else product.category
    )


def product_values(product: Product, language: str, dialect: str) -> tuple[object, ...]:
    """Return the noun's own columns in the order of `PRODUCT.columns`, as the driver takes them.

    Args:
        product: The product.
        language: The company's, whose text is what lists show and are sorted by.
        dialect: Of the engine.
    """
    percent = product.tax_percent
    return (
        product.sku,
        product.names.in_language(language),
        texts_to_json(product.names),
        texts_to_json(product.descriptions),
        product.category,
        product.unit.code,
        conversions_to_json(product.conversions),
        product.supply.value,
        product.charge.value,
        product.tax_class.value,
        None if percent is None else share_to_int(percent),
        product.exemption,
        *days_to_native(product.sellable, dialect),
    )


def to_product(row: Sequence[Any], costs: tuple[Cost, ...]) -> Product:
    """Return the product of a row of `PRODUCT.select`: id, rev, version, then its columns."""
    return Product(
        id=id_of(row[0]),
        sku=row[3],
        names=texts_of_json(row[5]),
        descriptions=texts_of_json(row[6]),
        category=row[7],
        unit=Unit(row[8]),
        conversions=conversions_of_json(row[9]),
        supply=SupplyKind(row[10]),
        charge=ChargeType(row[11]),
        tax_class=TaxClass(row[12]),
        tax_percent=None if row[13] is None else share_of(row[13]),
        exemption=row[14],
        costs=costs,
        sellable=validity_of(row[15], row[16]),
        version=row[2],
    )


def conversions_to_json(conversions: tuple[Conversion, ...]) -> str:
    """Return a product's own units: unit, other unit, and the factor's numerator and denominator."""
    if not conversions:
        return "[]"
    return _encode(
        [[c.unit.code, c.other.code, c.factor.numerator, c.factor.denominator] for c in conversions]
    )


def conversions_of_json(stored: str) -> tuple[Conversion, ...]:
    """Return the conversions a row holds."""
    if stored == "[]":
        return ()
    return tuple(Conversion(Unit(a), Unit(b), Ratio(top, bottom)) for a, b, top, bottom in json.loads(stored))


def cost_values(cost: Cost, dialect: str) -> tuple[object, ...]:
    """Return amount, currency, first and last day of a cost as the driver takes them."""
    return (price_to_int(cost.amount), cost.currency.code, *days_to_native(cost.validity, dialect))


def to_cost(row: Sequence[Any]) -> Cost:
    """Return the cost of amount, currency, first and last day."""
    return Cost(price_of(row[0]), Currency.of(row[1]), validity_of(row[2], row[3]))
