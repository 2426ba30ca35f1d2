"""Work on other threads: one writer, a few readers, outcomes delivered on the window's thread.

The threads belong to the process, not to a window: a pool owned by a window deadlocks while the window dies.
They are plain threads because `QRunnable.create` leaves a dead wrapper behind: a Qt object made later at the
same address comes back as that runnable. Only frozen values may cross; a worker never touches a widget, nor
does it let go of the last reference to one: what it worked on is handed back and dropped on the window's
thread (see `ui.kit.garbage` for cycles).
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from functools import lru_cache
from queue import SimpleQueue
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from app.kernel.errors import AppError

READERS = 3


class Workers:
    """Threads that take work from one queue, first come, first served."""

    def __init__(self, name: str, threads: int) -> None:
        self.threads = threads
        self._name = name
        self._queue: SimpleQueue[list[Callable[[], None]]] = SimpleQueue()
        self._idle = threading.Condition()
        self._unfinished = 0
        self._started = 0

    def start(self, work: Callable[[], None]) -> None:
        """Queue work; the threads begin with the first."""
        with self._idle:
            self._unfinished += 1
            if self._started < min(self.threads, self._unfinished):
                self._started += 1
                threading.Thread(target=self._run, name=f"{self._name}-{self._started}", daemon=True).start()
        drop_spent()
        self._queue.put([work])

    def wait(self, timeout_ms: int) -> bool:
        """Wait until nothing runs or waits any more; tell whether that was in time."""
        with self._idle:
            return self._idle.wait_for(lambda: not self._unfinished, timeout_ms / 1000)

    def _run(self) -> None:
        while True:
            cell = self._queue.get()
            cell[0]()
            _spent.append(cell)
            del cell
            with self._idle:
                self._unfinished -= 1
                self._idle.notify_all()


_spent: deque[list[Callable[[], None]]] = deque()
"""Work that is done, in cells that the window's thread empties; a worker then holds an empty cell at most."""


def drop_spent() -> None:
    """Let go of the work that is done; called on the window's thread."""
    while _spent:
        _spent.popleft().clear()


@lru_cache(maxsize=1)
def writer() -> Workers:
    """Return the single writer thread."""
    return Workers("writer", 1)


@lru_cache(maxsize=1)
def readers() -> Workers:
    """Return the threads for queries, pictures of pages and imports."""
    return Workers("reader", READERS)


def wait_for_all(timeout_ms: int = 10_000) -> bool:
    """Wait until nothing runs any more, before the process ends; tell whether that was in time."""
    until = time.monotonic() + timeout_ms / 1000
    left = (max(0, int((until - time.monotonic()) * 1000)) for _ in range(2))
    return all([workers.wait(next(left)) for workers in (writer(), readers())])


class Outcome(NamedTuple):
    """How a piece of work ended: a result, a refusal or a bug."""

    result: object = None
    refusal: AppError | None = None
    bug: Exception | None = None


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

    def __init__(self, work: Callable[[], object], workers: Workers | None = None) -> None:
        super().__init__()
        self._work = work
        self._workers = workers or readers()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Queue the work; the job keeps itself alive until its outcome is delivered."""
        _running.add(self)
        self._workers.start(self._execute)

    def _execute(self) -> None:
        self._arrived.emit(outcome_of(self._work))

    def _deliver(self, outcome: Outcome) -> None:
        _running.discard(self)
        drop_spent()
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
