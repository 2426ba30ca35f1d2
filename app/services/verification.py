"""Prove the whole file, and see who may ask for it."""

from __future__ import annotations

from collections.abc import Callable
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


def watch(progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]) -> Watch:
    """Return who watches a proof: told the check's name, rows done and rows in all, asked whether to stop."""
    from app.store.verify import Watch

    return Watch(progress, cancelled)
