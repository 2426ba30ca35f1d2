"""Stored papers are the bytes that left: each still has the hash it was kept with."""

from __future__ import annotations

from hashlib import sha256

from app.kernel.findings import Finding, Severity
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

_AT_ONCE = 50


def _bytes_hold(reading: Reading, watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    after: object = ""
    sql = (
        "SELECT CAST(id AS TEXT), document_kind, sha256, content FROM document_file "
        "WHERE CAST(id AS TEXT) > :after ORDER BY CAST(id AS TEXT) LIMIT :limit"
    )
    done = 0
    while rows := transaction.rows(sql, {"after": after, "limit": _AT_ONCE}):
        for after, kind, digest, content in rows:  # the last one is where the next page starts
            if sha256(bytes(content)).hexdigest() != digest:
                facts = {"kind": kind, "file": after}
                return Finding("verify.file_changed", Severity.BLOCKER, str(after), facts)
        done += len(rows)
        watch.step("files.bytes", done)
    return None


CHECKS = (Check("files.bytes", _bytes_hold),)
