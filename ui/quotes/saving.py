"""Keep a draft in the file while it is written: soon after each edit, and before anything leaves (U21)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.kernel.errors import AppError, Conflict
from app.quotes.quote import Quote
from ui.shell.session import Session

PAUSE_MS = 1_000
"""After the last edit; the file has it well within two seconds."""
LONGEST_MS = 5_000
"""Who types without a pause is saved this often all the same."""
_ISSUED_ELSEWHERE = "store.record_frozen"
"""Somebody else sent the draft meanwhile: it lost against theirs like against any other change."""
RETRY_MS = 8_000
"""After a full disk or a locked file."""


class Saving(QObject):
    """Saves the newest state of one draft, one command at a time.

    Signals:
        saved: The `Quote` as stored, with its new `rev`.
        failed: The `AppError` that kept it from being stored; the draft stays open and unsaved.
        conflicted: The `Conflict`: somebody else stored the draft since it was read.
    """

    saved = Signal(object)
    failed = Signal(object)
    conflicted = Signal(object)

    def __init__(self, session: Session, current: Callable[[], Quote], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current = current
        self._dirty = self._running = self._failed = False
        self._lost = False
        self._waiting: list[Callable[[], object]] = []
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)
        self._retry = self._timer(RETRY_MS)

    @property
    def is_lost(self) -> bool:
        """Tell whether somebody else's draft is in the file, so that this one never will be."""
        return self._lost

    @property
    def is_clean(self) -> bool:
        """Tell whether everything is in the file."""
        return not (self._dirty or self._running)

    def touch(self) -> None:
        """Hear of an edit: save it soon."""
        self._dirty = True
        self._session.unsaved()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self, then: Callable[[], object] | None = None) -> None:
        """Save now, and go on with `then` once everything is in the file; a failure drops what waits."""
        if then is not None:
            self._waiting.append(then)
        if self.is_clean:
            self._go_on()
        elif not self._running:
            self._save()

    def stop(self) -> None:
        """Save nothing any more: the draft was given up."""
        self._lost = True
        self._dirty = False
        self._waiting.clear()
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.flush)
        return timer

    def _save(self) -> None:
        from app.services.quotes import save_draft

        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        if self._lost:
            return
        quote = self._current()
        self._dirty, self._running, self._failed = False, True, True
        command = self._session.run(
            lambda uow, act: save_draft(uow, act, quote=quote), self._stored, self._refused
        )
        command.ended.connect(self._ended)

    def _stored(self, quote: Quote) -> None:
        self._failed = False
        self.saved.emit(quote)

    def _refused(self, refusal: AppError) -> None:
        if isinstance(refusal, Conflict) or refusal.code == _ISSUED_ELSEWHERE:
            self._lost = True
            self.conflicted.emit(refusal)
        else:
            self.failed.emit(refusal)

    def _ended(self) -> None:
        """Go on after the command, whatever became of it; the status line has just said that all is saved."""
        self._running = False
        if self._failed:
            self._dirty = True
            self._waiting.clear()
            self._session.unsaved()
            if not self._lost:
                self._retry.start()
        elif self._dirty:
            self._session.unsaved()
            (self._save if self._waiting else self._pause.start)()
        else:
            self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
