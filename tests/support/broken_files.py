"""Break a file from outside, and ask the checks what they see."""

from __future__ import annotations

from collections.abc import Iterable

from app.kernel.findings import Finding
from app.store.store import Store
from app.store.verify import Check, verify


def broken(store: Store, *statements: str) -> None:
    """Run plain statements, with foreign keys off, as another program would."""
    with store.place.write() as transaction:
        transaction.rows("PRAGMA defer_foreign_keys=ON")
        for sql in statements:
            transaction.rows(sql)


def first_bad(store: Store, checks: Iterable[Check]) -> Finding | None:
    with store.reading() as reading:
        return next((verdict.bad for verdict in verify(reading, checks) if not verdict.ok), None)
