"""Long work: progress after 300 ms, a way out after two seconds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.kit.work import Job

SHOW_AFTER_MS = 300
CANCEL_AFTER_MS = 2_000
_BAR_WIDTH = 160


class Stage(Enum):
    """How much of the progress is shown."""

    HIDDEN = 0
    SHOWN = 1
    CANCELLABLE = 2


class Reached(NamedTuple):
    """How far the work is: `done` of `total` steps; a total of 0 means nobody knows."""

    done: int
    total: int
    doing: str = ""


Report = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
LongWork = Callable[[Report, Cancelled], object]
"""Work that says how far it is and asks now and then whether to stop; both are called on its own thread."""


class LongJob(QObject):
    """One long piece of work on a reader thread.

    Signals:
        reached: A `Reached`, at most one on its way at a time.
        stage_changed: A `Stage`.
        succeeded, refused, crashed: As with every job.
        ended: After each of them, and when cancelled work stopped.
    """

    reached = Signal(object)
    stage_changed = Signal(object)
    succeeded = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    ended = Signal()
    _reported = Signal(object)

    def __init__(self, text: str, work: LongWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.stage = Stage.HIDDEN
        self._stop = threading.Event()
        self._reported.connect(self.reached, Qt.ConnectionType.QueuedConnection)
        self._job = Job(lambda: work(self._report, self._stop.is_set))
        self._job.succeeded.connect(self.succeeded)
        self._job.refused.connect(self.refused)
        self._job.crashed.connect(self.crashed)
        self._job.ended.connect(self._finish)
        self._timers = [
            self._timer(SHOW_AFTER_MS, Stage.SHOWN),
            self._timer(CANCEL_AFTER_MS, Stage.CANCELLABLE),
        ]

    def start(self) -> None:
        """Begin."""
        for timer in self._timers:
            timer.start()
        self._job.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    def _report(self, done: int, total: int, doing: str = "") -> None:
        self._reported.emit(Reached(done, total, doing))

    def _timer(self, after: int, stage: Stage) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(lambda: self._enter(stage))
        return timer

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit(stage)

    def _finish(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._enter(Stage.HIDDEN)
        self.ended.emit()


class ProgressStrip(QWidget):
    """One line for the long work under way: what, how far, and Cancel once it takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: LongJob | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self._label, Type.CAPTION)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._cancel = QPushButton()
        self._cancel.setProperty("kind", "link")
        set_type(self._cancel, Type.CAPTION)
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for widget in (self._label, self._bar, self._cancel):
            row.addWidget(widget)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self._cancel.setText(_("Cancel"))
        self._cancel.setAccessibleName(_("Cancel what is running"))
        self._bar.setAccessibleName(_("Progress"))

    def watch(self, job: LongJob) -> None:
        """Show the progress of a job from now on, in place of an earlier one."""
        self._job = job
        self._label.setText(job.text)
        self._bar.setRange(0, 0)
        job.reached.connect(self._reached)
        job.stage_changed.connect(self._enter)
        self._enter(job.stage)

    def cancel(self) -> None:
        """Ask the job to stop; the button says that it was heard."""
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)

    def _enter(self, stage: Stage) -> None:
        self._cancel.setVisible(stage is Stage.CANCELLABLE)
        self._cancel.setEnabled(True)
        self.setVisible(stage is not Stage.HIDDEN)

    def _reached(self, reached: Reached) -> None:
        self._bar.setRange(0, reached.total)
        self._bar.setValue(reached.done)
        if reached.doing and self._job is not None:
            self._label.setText(f"{self._job.text} {reached.doing}")
