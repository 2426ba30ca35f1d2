"""Load and save how bundles may be configured."""

from __future__ import annotations

from collections.abc import Collection

from app.configurator.model import Model
from app.configurator.plain import model_from_plain, model_to_plain
from app.kernel.errors import RuleViolation
from app.store.native import among, listed
from app.store.plain import mapping_of, to_text
from app.store.records import Records

_SAVE = (
    "INSERT INTO bundle_model (sku, version, model) VALUES (:sku, 1, :model) "
    "ON CONFLICT (sku) DO UPDATE SET version = bundle_model.version + 1, model = excluded.model"
)


class NotABundle(RuleViolation):
    """A product cannot be configured: nobody said how."""

    code = "catalog.not_a_bundle"


class Bundles:
    """The bundle models of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, sku: str) -> Model:
        """Return how a bundle may be configured.

        Raises:
            NotABundle: The product has no model.
        """
        rows = self._records.transaction.rows("SELECT model FROM bundle_model WHERE sku = :sku", {"sku": sku})
        if not rows:
            raise NotABundle(sku=sku)
        return model_from_plain(mapping_of(rows[0][0]))

    def among(self, skus: Collection[str]) -> frozenset[str]:
        """Return which of some products can be configured, in one query."""
        transaction = self._records.transaction
        rows = transaction.rows(
            f"SELECT sku FROM bundle_model WHERE {among(transaction, 'sku', 'skus')}",
            {"skus": listed(transaction, skus)},
        )
        return frozenset(row[0] for row in rows)

    def save(self, model: Model) -> None:
        """Keep a model; the one the bundle had is replaced.

        Raises:
            RecordGone: No product has the bundle's SKU.
        """
        values = {"sku": model.sku, "model": to_text(model_to_plain(model))}
        self._records.transaction.rows(_SAVE, values)

    def remove(self, sku: str) -> None:
        """Take a model away; the product is sold as it is from now on."""
        self._records.transaction.rows("DELETE FROM bundle_model WHERE sku = :sku", {"sku": sku})
