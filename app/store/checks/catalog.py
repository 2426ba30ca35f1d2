"""Rules are found under the products they name, products and customers by search."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.store.repositories.rule_rows import selector_of_json
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

_RULES = "catalog.rules"
_FINDABLE = "catalog.findable"
_STEP = 1_000
_TABLES = (("schedule", "discount_schedule"), ("promotion", "promotion"))
_HIDDEN = (
    "SELECT r.{key} FROM {table} r LEFT JOIN search_entry e ON e.scope = '{table}' AND e.subject = r.id "
    "WHERE NOT r.binned AND (e.seq IS NULL OR e.label <> r.{key} OR e.title <> r.name) LIMIT 1"
)


def _rules(reading: Reading, watch: Watch) -> Finding | None:
    """A rule filed under other products than it names would price some of them and miss others."""
    for done, (code, named, filed) in enumerate(_filed(reading)):
        if named != filed:
            return Finding("verify.rule_strays", Severity.BLOCKER, code, {"rule": code})
        if not done % _STEP:
            watch.step(_RULES, done)
    return None


def _filed(reading: Reading) -> Iterator[tuple[str, set[tuple[str, str]], set[tuple[str, str]]]]:
    """Yield each rule's code, what its selector names, and what it is filed under."""
    transaction = reading.records.transaction
    for kind, table in _TABLES:
        targets: dict[object, set[tuple[str, str]]] = {}
        sql = "SELECT rule_id, dimension, value FROM rule_target WHERE rule_kind = :kind"
        for rule, dimension, value in transaction.rows(sql, {"kind": kind}):
            targets.setdefault(rule, set()).add((dimension, value))
        rules = f"SELECT id, code, selector, every_product, every_customer FROM {table} ORDER BY code"
        for rule, code, stored, every_product, every_customer in transaction.rows(rules):
            selector = selector_of_json(stored)
            named = {("sku", sku) for sku in selector.skus}
            named |= {("category", path) for path in selector.categories}
            named |= {("customer", reference) for reference in selector.customers}
            named |= {("every", "product")} if selector.takes_every_product else set()
            named |= set() if selector.customers else {("every", "customer")}
            filed = targets.get(rule, set())
            filed |= {("every", "product")} if every_product else set()
            filed |= {("every", "customer")} if every_customer else set()
            yield code, named, filed


def _findable(reading: Reading, watch: Watch) -> Finding | None:
    """What search does not know is sold to nobody; on a server search comes with the hub."""
    transaction = reading.records.transaction
    if transaction.dialect == "postgresql":
        return None
    for table, key in (("product", "sku"), ("customer", "reference")):
        watch.step(_FINDABLE, 0)
        hidden = transaction.rows(_HIDDEN.format(table=table, key=key))
        if hidden:
            label = str(hidden[0][0])
            return Finding("verify.not_findable", Severity.BLOCKER, label, {"label": label})
    return None


CHECKS = (Check(_RULES, _rules), Check(_FINDABLE, _findable))
