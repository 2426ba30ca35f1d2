"""Load and save contracted prices: what one customer agreed to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.reduction import Reduction
from app.kernel.money import Currency
from app.kernel.quantity import Unit
from app.store.masters import Master
from app.store.native import among, id_of
from app.store.plain import to_text
from app.store.repositories.coded import CodedRecords
from app.store.repositories.rule_rows import Reach, reduction_of_plain, reduction_to_plain
from app.store.scales import price_of, price_to_int, validity_of, validity_to_days

CONTRACTED_PRICE = Master(
    "contracted_price",
    "code",
    ("code", "customer", "sku", "category", "terms", "first_day", "last_day"),
)


class ContractedPrices(CodedRecords[ContractedPrice]):
    """The contracted prices of one unit of work."""

    master = CONTRACTED_PRICE

    def reaching(self, reach: Reach) -> tuple[ContractedPrice, ...]:
        """Return what a customer agreed to for these products and categories, by code, in one query."""
        transaction = self._records.transaction
        products = among(transaction, "sku", "skus")
        paths = among(transaction, "category", "categories")
        condition = f"customer = :customer AND ({products} OR {paths})"
        return self._where(condition, reach.parameters(transaction))

    def of_customer(self, customer: str) -> tuple[ContractedPrice, ...]:
        """Return everything a customer agreed to, by code."""
        return self._where("customer = :customer", {"customer": customer})

    def of_product(self, sku: str) -> tuple[ContractedPrice, ...]:
        """Return what customers agreed to for one product, by code."""
        return self._where("sku = :sku", {"sku": sku})

    def _values(self, value: ContractedPrice) -> tuple[object, ...]:
        return (
            value.code,
            value.customer,
            value.sku or None,
            value.category,
            to_text(_terms_to_plain(value.terms)),
            *validity_to_days(value.validity),
        )

    def _of_row(self, row: Sequence[Any]) -> ContractedPrice:
        stored = dict(zip(CONTRACTED_PRICE.columns, row[3:], strict=True))
        return ContractedPrice(
            id=id_of(row[0]),
            code=stored["code"],
            customer=stored["customer"],
            terms=_terms_of_plain(json.loads(stored["terms"])),
            sku=stored["sku"] or "",
            category=stored["category"],
            validity=validity_of(stored["first_day"], stored["last_day"]),
            version=row[2],
        )


def _terms_to_plain(terms: FixedPrice | Reduction) -> dict[str, object]:
    if not isinstance(terms, FixedPrice):
        return reduction_to_plain(terms)
    return {
        "price": price_to_int(terms.price),
        "currency": terms.currency.code,
        "base_quantity": price_to_int(terms.base_quantity),
        "term_months": terms.term_months,
        "unit": terms.unit.code if terms.unit else "",
    }


def _terms_of_plain(stored: Mapping[str, Any]) -> FixedPrice | Reduction:
    if "price" not in stored:
        return reduction_of_plain(stored)
    return FixedPrice(
        price_of(stored["price"]),
        Currency.of(stored["currency"]),
        price_of(stored["base_quantity"]),
        stored["term_months"],
        Unit(stored["unit"]) if stored["unit"] else None,
    )
