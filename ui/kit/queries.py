"""Questions to the store whose answers may come late: only the newest one is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.kit.work import Job, Outcome, outcome_of

Question = Callable[[], object]
"""Asked on a reader thread; returns frozen values."""


class Latest(QObject):
    """Asks on reader threads and drops every answer that a newer question has overtaken.

    Signals:
        arrived: The newest question's answer.
        refused: The `AppError` it met.
        crashed: Any other exception: a bug to report.
    """

    arrived = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._jobs: dict[Job, int] = {}

    def ask(self, question: Question) -> None:
        """Ask; questions not yet begun that this one overtakes are never asked."""
        self._number += 1
        number = self._number

        def work() -> Outcome | None:
            return outcome_of(question) if number == self._number else None

        job = Job(work)
        self._jobs[job] = number
        job.succeeded.connect(self._answered)
        job.start()

    def forget(self) -> None:
        """Drop whatever is under way."""
        self._number += 1

    @property
    def is_waiting(self) -> bool:
        """Tell whether the newest question is still unanswered."""
        return self._number in self._jobs.values()

    def _answered(self, outcome: Outcome | None) -> None:
        job = self.sender()
        number = self._jobs.pop(job, 0) if isinstance(job, Job) else 0
        if outcome is None or number != self._number:
            return
        if outcome.refusal is not None:
            self.refused.emit(outcome.refusal)
        elif outcome.bug is not None:
            self.crashed.emit(outcome.bug)
        else:
            self.arrived.emit(outcome.result)
