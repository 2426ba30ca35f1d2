"""An import step by step: what it is, the table, its mapping, the dry run, the import itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.imports.mapped import Column, columns_of, offered_fields, with_field
from ui.imports.words import KINDS
from ui.imports.work import (
    Imported,
    Opened,
    Trial,
    file_reader,
    import_job,
    open_job,
    text_reader,
    trial_job,
)

if TYPE_CHECKING:
    from app.exchange.tables.table import Table
    from app.kernel.errors import AppError
    from ui.kit.progress import LongJob
    from ui.shell.session import Session


class ImportPresenter(QObject):
    """Where an import stands.

    Signals:
        mapped: The table is open, or its mapping is another one: `columns` and `fields` say which.
        tried: The dry run is there (`trial`), or the last one holds no longer (`trial` is `None`).
        imported: The `Trial` of what was written.
        refused: An `AppError` to show.
    """

    mapped = Signal()
    tried = Signal()
    imported = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.noun = KINDS[0]
        self.opened: Opened | None = None
        self.trial: Trial | None = None
        self.is_done = False
        self.is_importing = False
        self._read: Callable[[], Table] | None = None
        self._job: LongJob | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether a step is under way."""
        return self._job is not None

    @property
    def name(self) -> str:
        """Return what the table is called, empty while there is none."""
        return self.opened.table.name if self.opened else ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the table with the field each becomes."""
        return columns_of(*self.opened) if self.opened else ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields a column may become."""
        from app.i18n.translations import languages

        return offered_fields(self.opened.mapping, languages()) if self.opened else ()

    def choose(self, noun: str) -> None:
        """Import the table as another kind."""
        if noun != self.noun and not self.is_importing:
            self.noun = noun
            self._open()

    def open_file(self, file: Path) -> None:
        """Take a file: csv, xlsx, ods or xls."""
        if not self.is_importing:
            self._read = file_reader(file)
            self._open()

    def paste(self, text: str) -> None:
        """Take rows that were copied from a spreadsheet, the first with the names of the columns."""
        if not self.is_importing:
            self._read = text_reader(text)
            self._open()

    def map_column(self, column: str, field: str) -> None:
        """Let a column become a field, or none, and try again."""
        if self.opened is not None and not self.is_importing:
            header = self.opened.table.header
            mapping = with_field(self.opened.mapping, column, field, header)
            self._use(self.opened._replace(mapping=mapping))

    def tell(self, *, decimal: str = "", order: str = "") -> None:
        """Decide how numbers or dates are written, and try again.

        Args:
            decimal: Sign before the decimals, ``.`` or ``,``.
            order: What slashed dates begin with, ``dmy`` or ``mdy``.
        """
        if self.opened is not None and not self.is_importing:
            mapping = self.opened.mapping
            told = replace(mapping.told, decimal=decimal or mapping.told.decimal)
            told = replace(told, order=order or told.order)
            self._use(self.opened._replace(mapping=replace(mapping, told=told)))

    def carry_out(self, *, skip_faulty: bool) -> None:
        """Import in one transaction."""
        if self.trial is not None and not self.is_busy:
            job = import_job(self._session.file, self.trial.parsed, skip_faulty=skip_faulty, parent=self)
            self.is_importing = True
            self._start(job, self._imported)

    def stop(self) -> None:
        """Stop what is under way; nothing of it is shown, and nothing is written."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _open(self) -> None:
        if self._read is not None:
            self.trial = None
            self._start(open_job(self._session.file, self.noun, self._read, self), self._opened)

    def _opened(self, opened: Opened) -> None:
        if self._is_newest():
            self._use(opened)

    def _use(self, opened: Opened) -> None:
        self.opened, self.trial, self.is_done = opened, None, False
        self.mapped.emit()
        self._start(trial_job(self._session.file, opened, self), self._tried)

    def _tried(self, trial: Trial | None) -> None:
        if self._is_newest():
            self.trial = trial

    def _imported(self, imported: Imported | None) -> None:
        if imported is not None:
            self.trial, self.is_done = imported.trial, True
            self._session.touched(imported.changes)
            self.imported.emit(imported.trial)

    def _start(self, job: LongJob, done: Callable[..., None]) -> None:
        self.stop()
        self._job = job
        job.succeeded.connect(done)
        job.refused.connect(self._refused)
        job.ended.connect(self._ended)
        self.tried.emit()
        self._session.run_long(job)

    def _refused(self, refusal: AppError) -> None:
        if self._is_newest():
            self.refused.emit(refusal)

    def _ended(self) -> None:
        job = self.sender()
        if isinstance(job, QObject):
            job.deleteLater()  # with it goes the table it read
        if self._is_newest():
            self._job, self.is_importing = None, False
            self.tried.emit()

    def _is_newest(self) -> bool:
        """Tell whether the step that speaks is the one under way; an overtaken one is not heard."""
        return self.sender() is self._job
