"""The file has the tables, the index and the triggers this version expects, and no other trigger."""

from __future__ import annotations

from collections.abc import Mapping

from app.kernel.findings import Finding, Severity
from app.store import schema
from app.store.transaction import Transaction
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch


def _tables(reading: Reading, _watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    for table, columns in schema.columns().items():
        if set(columns) - _columns(transaction, table):
            return Finding("verify.table_differs", Severity.BLOCKER, table, {"table": table})
    return None


def _columns(transaction: Transaction, table: str) -> set[str]:
    if transaction.dialect == "sqlite":
        sql = "SELECT name FROM pragma_table_info(:table)"
    else:
        sql = "SELECT column_name FROM information_schema.columns WHERE table_name = :table"
    return {str(row[0]) for row in transaction.rows(sql, {"table": table})}


def _index(reading: Reading, _watch: Watch) -> Finding | None:
    found = _definitions(reading.records.transaction, "table")
    wanted = schema.virtual_tables()
    return _first_difference(found, wanted) if found else None


def _triggers(reading: Reading, _watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    if transaction.dialect != "sqlite":
        return None
    found, wanted = _definitions(transaction, "trigger"), schema.expected_triggers()
    strange = sorted(set(found) - set(wanted))
    if strange:
        return Finding("verify.trigger_strange", Severity.BLOCKER, strange[0], {"name": strange[0]})
    return _first_difference(found, wanted)


def _definitions(transaction: Transaction, kind: str) -> dict[str, str]:
    if transaction.dialect != "sqlite":
        return {}
    rows = transaction.rows("SELECT name, sql FROM sqlite_master WHERE type = :kind", {"kind": kind})
    return {str(name): str(sql) for name, sql in rows}


def _first_difference(found: Mapping[str, str], wanted: Mapping[str, str]) -> Finding | None:
    for name, sql in wanted.items():
        if name not in found:
            return Finding("verify.definition_missing", Severity.BLOCKER, name, {"name": name})
        if found[name] != sql:
            return Finding("verify.definition_changed", Severity.BLOCKER, name, {"name": name})
    return None


CHECKS = (
    Check("schema.tables", _tables),
    Check("schema.index", _index),
    Check("schema.triggers", _triggers),
)
