"""A frame for sums: one statement that returns the first rows whose parts do not make their whole."""

from __future__ import annotations

from app.kernel.findings import Finding, Severity
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch


def adds_up(name: str, sql: str) -> Check:
    """Return the check that a statement finds nothing.

    Args:
        name: Name of the check.
        sql: Returns number, what stands in the row and what its parts sum to, of rows where they differ.
    """

    def find(reading: Reading, _watch: Watch) -> Finding | None:
        for number, kept, computed in reading.records.transaction.rows(f"{sql} LIMIT 1"):
            facts = {"check": name, "number": number, "kept": kept, "computed": computed}
            return Finding("verify.sum_differs", Severity.BLOCKER, str(number), facts)
        return None

    return Check(name, find)
