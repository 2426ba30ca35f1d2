"""Prove a whole file: every check in turn, each answering with the first bad row it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.kernel.errors import AppError
from app.kernel.findings import Finding
from app.store.unit_of_work import Reading


class VerifyCancelled(AppError):
    """The person stopped the proof; what was proven until then stands."""

    code = "verify.cancelled"


def _ignore(_check: str, _done: int, _of: int) -> None:
    """Show nothing."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a long proof.

    Attributes:
        progress: Told the check's name, rows done and rows in all (0 when unknown).
        cancelled: Asked between rows whether to stop.
    """

    progress: Callable[[str, int, int], None] = _ignore
    cancelled: Callable[[], bool] = _never

    def step(self, check: str, done: int, of: int = 0) -> None:
        """Say how far a check is; call it every few hundred rows.

        Raises:
            VerifyCancelled: The person wants to stop.
        """
        if self.cancelled():
            raise VerifyCancelled
        self.progress(check, done, of)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold in every file.

    Attributes:
        name: Stable name, ``journal.chain``.
        find: Returns the first bad row as a finding that names it, None when all is well.
    """

    name: str
    find: Callable[[Reading, Watch], Finding | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found."""

    check: str
    bad: Finding | None = field(default=None)

    @property
    def ok(self) -> bool:
        """Test whether the check found nothing."""
        return self.bad is None


def verify(reading: Reading, checks: Iterable[Check], watch: Watch | None = None) -> tuple[Verdict, ...]:
    """Return a verdict per check, in order; a bad one does not stop the others.

    Raises:
        VerifyCancelled: The watch said so.
    """
    watch = watch or Watch()
    verdicts = []
    for check in checks:
        watch.step(check.name, 0)
        verdicts.append(Verdict(check.name, check.find(reading, watch)))
    return tuple(verdicts)
