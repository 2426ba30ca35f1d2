"""Work on other threads: one writer, a few readers, outcomes delivered on the window's thread.

The pools belong to the process and have no parent: a pool owned by a window deadlocks while the window dies.
Only frozen values may cross; a worker never touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from app.kernel.errors import AppError

READERS = 3


class Outcome(NamedTuple):
    """How a piece of work ended: exactly one of the three tells."""

    result: object = None
    refusal: AppError | None = None
    bug: Exception | None = None


@lru_cache(maxsize=1)
def writer_pool() -> QThreadPool:
    """Return the pool of the single writer thread."""
    return _pool(1)


@lru_cache(maxsize=1)
def reader_pool() -> QThreadPool:
    """Return the pool for queries, pictures of pages and imports."""
    return _pool(READERS)


def wait_for_all(timeout_ms: int = 10_000) -> bool:
    """Wait until nothing runs any more, before the process ends; tell whether that was in time."""
    return all([pool.waitForDone(timeout_ms) for pool in (writer_pool(), reader_pool())])


class Job(QObject):
    """One piece of work, not yet started: connect first, then `start`.

    Connect bound methods of the waiting widget, not lambdas: Qt forgets the connection with the widget.

    Signals:
        succeeded: The work's return value.
        refused: An `AppError` to show to the user.
        crashed: Any other exception: a bug to report.
        ended: After each of the three.
    """

    succeeded = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    ended = Signal()
    _arrived = Signal(object)

    def __init__(self, work: Callable[[], object], pool: QThreadPool | None = None) -> None:
        super().__init__()
        self._work = work
        self._pool = pool or reader_pool()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Queue the work; the job keeps itself alive until its outcome is delivered."""
        _running.add(self)
        self._pool.start(QRunnable.create(self._execute))

    def _execute(self) -> None:
        self._arrived.emit(outcome_of(self._work))

    def _deliver(self, outcome: Outcome) -> None:
        _running.discard(self)
        if outcome.refusal is not None:
            self.refused.emit(outcome.refusal)
        elif outcome.bug is not None:
            self.crashed.emit(outcome.bug)
        else:
            self.succeeded.emit(outcome.result)
        self.ended.emit()


def outcome_of(work: Callable[[], object]) -> Outcome:
    """Run the work and return how it ended; nothing escapes, so that no worker thread dies unseen."""
    try:
        return Outcome(result=work())
    except AppError as refusal:
        return Outcome(refusal=refusal)
    except Exception as bug:
        return Outcome(bug=bug)


_running: set[Job] = set()


def _pool(threads: int) -> QThreadPool:
    pool = QThreadPool()
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(-1)
    return pool
