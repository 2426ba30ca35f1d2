"""One open company file as the pages see it: commands to give, questions to ask, the day and the formats."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.i18n.translations import current_language
from app.kernel.changes import Changes
from app.kernel.errors import AppError
from ui.kit.commands import Command, CommandRunner, HasChanges, Writing
from ui.kit.progress import LongJob
from ui.kit.queries import Question
from ui.shell.status_line import SaveState

if TYPE_CHECKING:
    from app.access.act import Act
    from app.i18n.formats import Formats
    from ui.widgets.hits import Answer, Search

Unit = Any
"""A unit of work or a reading unit: only services look into it, and the window never imports the store."""

Service = Callable[[Unit, "Act"], object]
"""A use case with its arguments bound: ``lambda uow, act: quotes.send(uow, act, quote_id=id)``."""

Ask = Callable[[Unit], object]
"""A question to a read-only unit: ``lambda uow: quotes.get(uow, quote_id=id)``."""


def _nothing() -> None:
    """Do nothing: there is nothing to let go of."""


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """An open company file, made by the composition root on a worker thread.

    Attributes:
        path: The database file.
        company: The company's name, for the title.
        writing: Opens a unit of work for an act; leaving it commits.
        reading: Opens a read-only unit.
        act: Makes the act of this moment for an idempotency key (actor, instant, the company's today).
        locale: The user's number and date habits: ``en``, ``de_CH``.
        read_only: Why nothing can be written, as a sentence; empty when all can be.
        close: Lets go of the file.
    """

    path: Path
    company: str
    writing: Callable[[Act], AbstractContextManager[HasChanges]]
    reading: Callable[[], AbstractContextManager[object]]
    act: Callable[[str], Act]
    locale: str = ""
    read_only: str = ""
    close: Callable[[], None] = _nothing


class Session(QObject):
    """What every page works with; two windows on one file share it.

    Signals:
        changed: The `Changes` of every committed command; pages refresh on what they show.
        refused: An `AppError` nobody else handles: the window shows it.
        crashed: A bug nobody else handles: the window shows and logs it.
        save_state: A `SaveState` for the status line.
        long_work: A `LongJob` that was started: the window shows its progress.
    """

    changed = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    save_state = Signal(object)
    long_work = Signal(object)

    def __init__(self, file: CompanyFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.commands: CommandRunner[Act] = CommandRunner(Writing(file.writing, file.act), self)
        self.commands.changed.connect(self.changed)
        self.commands.busy.connect(self._busy)

    def run(
        self,
        service: Service,
        done: Callable[[Any], object] | None = None,
        refused: Callable[[AppError], object] | None = None,
    ) -> Command[Act]:
        """Run a use case on the writer thread.

        Args:
            service: The use case with its arguments bound.
            done: Called with its result, on the window's thread; hand in bound methods of the page.
            refused: Called with the `AppError` instead of the window's message.
        """
        command = self.commands.command(service)
        if done is not None:
            command.succeeded.connect(done)
        command.refused.connect(refused if refused is not None else self.refused)
        command.crashed.connect(self.crashed)
        self.commands.start(command)
        return command

    def run_long(self, job: LongJob) -> LongJob:
        """Start long work (an import, a batch of papers); the window shows progress and Cancel."""
        job.crashed.connect(self.crashed)
        self.long_work.emit(job)
        job.start()
        return job

    def question(self, ask: Ask) -> Question:
        """Return a question for `Latest.ask`: opens a read-only unit on the reader thread and asks it."""
        reading = self.file.reading

        def asked() -> object:
            with reading() as uow:
                return ask(uow)

        return asked

    def search(self, find: Callable[[Unit, str], Answer]) -> Search:
        """Return a search for lookups: asks `find` with a read-only unit and the text."""
        reading = self.file.reading

        def search(text: str) -> Answer:
            with reading() as uow:
                return find(uow, text)

        return search

    def today(self) -> date:
        """Return the business day: the date in the company's time zone."""
        return self.file.act("").today

    @property
    def formats(self) -> Formats:
        """Return how numbers and dates are written for the person at the window."""
        from app.i18n.formats import formats

        return formats(self.file.locale or current_language())

    def touched(self, changes: Changes) -> None:
        """Tell the pages of records that were written outside a command (an import's own writer)."""
        self.changed.emit(changes)

    def unsaved(self) -> None:
        """Say that an edit is not in the file yet; saying that it is comes by itself when a command ends."""
        self.save_state.emit(SaveState.UNSAVED)

    def _busy(self, busy: bool) -> None:
        self.save_state.emit(SaveState.SAVING if busy else SaveState.SAVED)
