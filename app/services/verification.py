"""Prove the whole file, and see who may ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.unit_of_work import Reading
    from app.store.verify import Verdict, Watch


def verify(unit: Reading, watch: Watch | None = None) -> tuple[Verdict, ...]:
    """Return a verdict per check: what holds, and the first row that does not.

    Raises:
        VerifyCancelled: The watch said so.
    """
    from app.store import verify as proof
    from app.store.checks import every_check

    return proof.verify(unit, every_check(), watch)
