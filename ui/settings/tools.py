"""What is done with the whole file: import, back up, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.tokens import Space
from ui.settings.file_work import STOPPED, backup_job, check_job
from ui.widgets.findings import FindingsList, ShownFinding

if TYPE_CHECKING:
    from app.kernel.errors import AppError
    from ui.kit.progress import LongJob
    from ui.shell.session import Session


class ToolsBox(QWidget):
    """Three buttons, and below them what came of the last one.

    Signals:
        import_wanted: The import page shall open.
        refused: An `AppError` to show.
    """

    import_wanted = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._running: LongJob | None = None
        self.import_button = _button(_("&Import…"), "upload", _("Import a table"))
        self.import_button.clicked.connect(self.import_wanted)
        self.backup_button = _button(_("&Back up now"), "database", _("Back up the file now"))
        self.backup_button.clicked.connect(self.back_up)
        self.check_button = _button(_("Check the &whole file"), "shield-check", _("Check the whole file"))
        self.check_button.clicked.connect(self.check)
        self.result = QLabel()
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setWordWrap(True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.hide()
        self.findings = FindingsList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self.import_button, self.backup_button, self.check_button, self.result, self.findings):
            column.addWidget(widget)

    def back_up(self) -> None:
        """Copy the file beside it and prove the copy."""
        job = backup_job(self._session.file, self)
        job.succeeded.connect(self._backed_up)
        self._run(job)

    def check(self) -> None:
        """Prove every sum, number and chain in the file."""
        job = check_job(self._session.file, self)
        job.succeeded.connect(self._checked)
        self._run(job)

    def _run(self, job: LongJob) -> None:
        if self._running is not None:
            return
        self._running = job
        for button in (self.backup_button, self.check_button):
            button.setEnabled(False)
        self.findings.show_findings(())
        self._say(job.text + " …", "soft")
        job.refused.connect(self._refused)
        job.crashed.connect(self._failed)
        job.ended.connect(self._ended)
        self._session.run_long(job)

    def _backed_up(self, file: Path) -> None:
        self._say(_("The backup is proven and lies here: {file}").format(file=file), "good")

    def _checked(self, found: tuple[int, tuple[ShownFinding, ...]]) -> None:
        count, bad = found
        self.findings.show_findings(bad)
        if bad:
            text = ngettext(
                "{n} of {count} checks found something", "{n} of {count} checks found something", len(bad)
            )
            self._say(text.format(n=len(bad), count=count), "bad")
        else:
            text = ngettext("{n} check, all in order", "{n} checks, all in order", count)
            self._say(text.format(n=count), "good")

    def _refused(self, refusal: AppError) -> None:
        if refusal.code == STOPPED:
            from app.i18n.messages import sentence

            self._say(sentence(refusal), "soft")
        else:
            self.result.hide()
            self.refused.emit(refusal)

    def _failed(self, _bug: Exception) -> None:
        self.result.hide()

    def _ended(self) -> None:
        if self._running is not None:
            self._running.deleteLater()
        self._running = None
        for button in (self.backup_button, self.check_button):
            button.setEnabled(True)

    def _say(self, text: str, tone: str) -> None:
        self.result.setText(text)
        self.result.setProperty("tone", tone)
        self.result.style().polish(self.result)
        self.result.show()


def heading(text: str) -> QLabel:
    """Return the heading above a box."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_type(label, Type.STRONG)
    return label


def _button(text: str, icon: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    set_icon(button, icon)
    return button
