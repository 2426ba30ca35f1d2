"""The file itself: its pages are whole and every reference leads somewhere."""

from __future__ import annotations

from app.kernel.findings import Finding, Severity
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch


def _pages(reading: Reading, _watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    if transaction.dialect != "sqlite":
        return None
    said = str(transaction.rows("PRAGMA integrity_check(1)")[0][0])
    return None if said == "ok" else Finding("verify.page_damaged", Severity.BLOCKER, params={"reason": said})


def _references(reading: Reading, _watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    if transaction.dialect != "sqlite":
        return None
    for table, row, target, _ in transaction.rows("PRAGMA foreign_key_check"):
        facts = {"table": table, "row": row, "target": target}
        return Finding("verify.reference_broken", Severity.BLOCKER, f"{table}[{row}]", facts)
    return None


CHECKS = (Check("file.pages", _pages), Check("file.references", _references))
