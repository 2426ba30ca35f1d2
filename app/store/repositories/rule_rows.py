"""What the rows of schedules, promotions and agreements have in common: reductions, selectors, targets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.catalog.reduction import AmountOff, PercentOff, Reduction
from app.catalog.selector import EVERYTHING, Selector
from app.store.native import among, listed, to_native
from app.store.plain import to_text
from app.store.records import Records
from app.store.scales import price_of, price_to_int, share_of, share_to_int
from app.store.transaction import Transaction

_FORGET = "DELETE FROM rule_target WHERE rule_id = :rule_id"
_AIM = (
    "INSERT INTO rule_target (dimension, value, rule_kind, rule_id) "
    "VALUES (:dimension, :value, :rule_kind, :rule_id)"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """The products of a document and who buys them.

    Attributes:
        skus: The products.
        categories: Every category they lie in, those above included.
        customer: Reference of the customer; may be empty.
    """

    skus: tuple[str, ...]
    categories: tuple[str, ...]
    customer: str

    def parameters(self, transaction: Transaction) -> dict[str, object]:
        """Return the parameters a statement names these by."""
        return {
            "skus": listed(transaction, self.skus),
            "categories": listed(transaction, self.categories),
            "customer": self.customer,
        }


def reduction_to_plain(reduction: Reduction) -> dict[str, object]:
    """Return what a rule takes off as plain values of scaled integers."""
    if isinstance(reduction, PercentOff):
        return {"percent": share_to_int(reduction.percent)}
    return {"amounts": {currency: price_to_int(amount) for currency, amount in reduction.amounts}}


def reduction_of_plain(stored: Mapping[str, Any]) -> Reduction:
    """Return the reduction of plain values."""
    if "percent" in stored:
        return PercentOff(share_of(stored["percent"]))
    return AmountOff.of({currency: price_of(amount) for currency, amount in stored["amounts"].items()})


def selector_to_json(selector: Selector) -> str:
    """Return what a rule is for; conditions that are not set are left out."""
    sets = {
        "skus": selector.skus,
        "categories": selector.categories,
        "books": selector.books,
        "customers": selector.customers,
    }
    return to_text({name: sorted(names) for name, names in sets.items() if names})


def selector_of_json(stored: str) -> Selector:
    """Return the selector a row holds."""
    return Selector.of(**json.loads(stored)) if stored != "{}" else EVERYTHING


def aim(records: Records, rule_kind: str, rule_id: UUID, selector: Selector) -> None:
    """Write which products, categories and customers a rule names, in place of what it named before."""
    transaction = records.transaction
    transaction.rows(_FORGET, to_native(transaction.dialect, {"rule_id": rule_id}))
    targets = [("sku", sku) for sku in sorted(selector.skus)]
    targets += [("category", category) for category in sorted(selector.categories)]
    targets += [("customer", customer) for customer in sorted(selector.customers)]
    rows = (
        {"dimension": dimension, "value": value, "rule_kind": rule_kind, "rule_id": rule_id}
        for dimension, value in targets
    )
    transaction.many(_AIM, [to_native(transaction.dialect, row) for row in rows])


def product_condition(
    records: Records, table: str, rule_kind: str, reach: Reach
) -> tuple[str, dict[str, object]]:
    """Return the condition that a rule is for a product, whoever buys it, and its parameters."""
    everywhere = f"SELECT id FROM {table} WHERE every_product = :yes"
    parameters = {**reach.parameters(records.transaction), "yes": True}
    del parameters["customer"]
    return f"id IN ({everywhere} UNION {_products(records, rule_kind)})", parameters


def rule_condition(
    records: Records, table: str, rule_kind: str, reach: Reach
) -> tuple[str, dict[str, object]]:
    """Return the condition that a rule is for a product and for the customer, and its parameters.

    The candidates come from indexes, so that rules for other products and customers are never looked at.
    """
    products = _products(records, rule_kind)
    customers = f"{_named(rule_kind)} 'customer' AND value = :customer"
    everywhere = f"SELECT id FROM {table} WHERE every_product = :yes AND every_customer = :yes"
    condition = (
        f"id IN ({everywhere} UNION {products} UNION {customers}) "
        f"AND (every_product OR id IN ({products})) AND (every_customer OR id IN ({customers}))"
    )
    return condition, {**reach.parameters(records.transaction), "yes": True}


def _products(records: Records, rule_kind: str) -> str:
    transaction, named = records.transaction, _named(rule_kind)
    return (
        f"{named} 'sku' AND {among(transaction, 'value', 'skus')} "
        f"UNION {named} 'category' AND {among(transaction, 'value', 'categories')}"
    )


def _named(rule_kind: str) -> str:
    return f"SELECT rule_id FROM rule_target WHERE rule_kind = '{rule_kind}' AND dimension ="
