"""What can happen to the catalog, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class CatalogEvent(StrEnum):
    """A fact in the life of a product, a price or a rule; rules and books share their kinds."""

    PRODUCT_ADDED = "product.added"
    PRODUCT_CHANGED = "product.changed"
    PRODUCT_BINNED = "product.binned"
    PRODUCT_RESTORED = "product.restored"
    BUNDLE_SET = "bundle.set"
    PRICE_SET = "price.set"
    PRICE_REMOVED = "price.removed"
    RULE_ADDED = "rule.added"
    RULE_CHANGED = "rule.changed"
    RULE_BINNED = "rule.binned"
    RULE_RESTORED = "rule.restored"
    TAX_RATES_SET = "tax_rates.set"
