"""The catalog's counter: it moves with every change that could move a price, so that plans may be kept."""

from __future__ import annotations

from app.store.records import Records

_RAISE = (
    "INSERT INTO catalog_version (id, version) VALUES (1, 1) "
    "ON CONFLICT (id) DO UPDATE SET version = catalog_version.version + 1"
)


def raise_version(records: Records) -> None:
    """Move the counter in the transaction of the change."""
    records.transaction.rows(_RAISE)


def current_version(records: Records) -> int:
    """Return the counter, 0 for an empty catalog."""
    found = records.transaction.rows("SELECT version FROM catalog_version")
    return int(found[0][0]) if found else 0
