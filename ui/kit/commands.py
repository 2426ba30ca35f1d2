"""Run use cases on the writer thread, one after the other, and say what they changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.kernel.changes import Changes
from ui.kit.work import Job, Outcome, wait_for_all, writer


class HasChanges(Protocol):
    """A unit of work as the window sees it."""

    @property
    def changes(self) -> Changes:
        """Return what was written."""


A = TypeVar("A")
Service = Callable[[Any, A], object]
"""A use case with its arguments bound; called with the unit of work (services alone know it) and the act."""


class Writing(NamedTuple, Generic[A]):
    """How a command reaches the store.

    Attributes:
        open: Opens a unit of work for an act; leaving it commits.
        act: Makes the act (who, when, today) for an idempotency key.
    """

    open: Callable[[A], AbstractContextManager[HasChanges]]
    act: Callable[[str], A]


class _Done(NamedTuple):
    result: object
    changes: Changes


class Command(Job, Generic[A]):
    """One user action: one unit of work, one idempotency key however often it is tried."""

    changed = Signal(object)

    def __init__(self, writing: Writing[A], service: Service[A]) -> None:
        super().__init__(self._run, writer())
        self._writing = writing
        self._service = service
        from uuid import uuid4

        self.key = str(uuid4())

    def _run(self) -> _Done:
        act = self._writing.act(self.key)
        with self._writing.open(act) as uow:
            result = self._service(uow, act)
        return _Done(result, uow.changes)

    def _deliver(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, _Done):
            done = outcome.result
            super()._deliver(outcome._replace(result=done.result))
            self.changed.emit(done.changes)
        else:
            super()._deliver(outcome)


class CommandRunner(QObject, Generic[A]):
    """Runs the commands of one company file.

    Signals:
        changed: The `Changes` of every committed command, after its own `succeeded`; views refresh on it.
        busy: Whether any command has not ended yet.
    """

    changed = Signal(object)
    busy = Signal(bool)

    def __init__(self, writing: Writing[A], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = writing
        self._waiting = 0

    def command(self, service: Service[A]) -> Command[A]:
        """Return a command that will call the service with an open unit of work and the act."""
        command = Command(self._writing, service)
        command.changed.connect(self.changed)
        command.ended.connect(self._ended)
        return command

    def start(self, command: Command[A]) -> None:
        """Queue the command behind those already started."""
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        command.start()

    @property
    def is_busy(self) -> bool:
        """Tell whether a command has not ended yet."""
        return self._waiting > 0

    def wait(self, timeout_ms: int = 10_000) -> bool:
        """Tell whether every started command ended within the time given."""
        return wait_for_all(timeout_ms)

    def _ended(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.busy.emit(False)
