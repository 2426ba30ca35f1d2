"""The stored PDF of an issued document: shown, saved, printed, mailed; the same bytes each time (U17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec
from ui.kit.queries import Latest
from ui.papers.leaving import Leaving
from ui.papers.mail import Letter
from ui.shell.page import Frame

if TYPE_CHECKING:
    from app.access.act import Act
    from app.documents.mail_draft import MailDraft
    from app.kernel.errors import AppError
    from app.services.documents import Kind
    from ui.shell.session import Unit

SAVE, PRINT, MAIL = "papers.save", "papers.print", "papers.mail"


class DocumentPaper(QObject):
    """Gets the PDF of one document once, and lets it out of the house.

    Signals:
        arrived: The bytes.
        refused: The `AppError` that keeps them from being made.
    """

    arrived = Signal(bytes)
    refused = Signal(object)

    def __init__(self, frame: Frame, page: QWidget, kind: Kind, document_id: UUID) -> None:
        super().__init__(page)
        self._session = frame.session
        self._kind, self._id = kind, document_id
        self.leaving = Leaving(frame, page)
        self.name = ""
        self.pdf = b""
        self._waiting: list[Callable[[], None]] = []
        self._kept = self._latest(self._found)
        self._draft = self._latest(self._drafted)

    def ask(self) -> None:
        """Get the kept bytes; where nobody asked for the paper yet, have it made and kept."""
        kind, id = self._kind, self._id

        def kept(unit: Unit) -> bytes:
            from app.services.documents import kept_pdf

            return kept_pdf(unit, kind=kind, document_id=id) or b""

        if not self.pdf:
            self._kept.ask(self._session.question(kept))

    def save(self) -> None:
        """Ask where to, and save the PDF."""
        self._with_pdf(lambda: self.leaving.save(self.pdf, self.name))

    def print(self) -> None:
        """Print through the system's dialog."""
        self._with_pdf(lambda: self.leaving.print(self.pdf, self.name))

    def mail(self) -> None:
        """Open a draft with the PDF attached in the mail program."""
        self._with_pdf(self._ask_draft)

    def actions(self) -> tuple[ActionSpec, ...]:
        """Return Save, Print and E-mail."""
        return (
            ActionSpec(PRINT, lambda: _("&Print"), self.print, "Ctrl+P", "printer"),
            ActionSpec(SAVE, lambda: _("Save P&DF"), self.save, "Ctrl+Shift+S", "download"),
            ActionSpec(MAIL, lambda: _("E-&mail"), self.mail, "Ctrl+Shift+E", "mail"),
        )

    def _with_pdf(self, then: Callable[[], None]) -> None:
        if self.pdf:
            then()
        else:
            self._waiting.append(then)
            self.ask()

    def _found(self, pdf: bytes) -> None:
        if pdf:
            self._arrived(pdf)
            return
        kind, id = self._kind, self._id

        def made(uow: Unit, act: Act) -> bytes:
            from app.services.documents import pdf_of

            return pdf_of(uow, act, kind=kind, document_id=id)

        self._session.run(made, self._arrived, self._refused)

    def _arrived(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.arrived.emit(pdf)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _refused(self, refusal: AppError) -> None:
        self._waiting.clear()
        self.refused.emit(refusal)

    def _ask_draft(self) -> None:
        kind, id, pdf = self._kind, self._id, self.pdf

        def drafted(unit: Unit) -> MailDraft:
            from app.services.mail import draft

            return draft(unit, kind=kind, document_id=id, pdf=pdf)

        self._draft.ask(self._session.question(drafted))

    def _drafted(self, made: MailDraft) -> None:
        self.leaving.mail(made.pdf, self.name, Letter(made.to, made.subject, made.body, made.sender))

    def _latest(self, arrived: Callable[..., None]) -> Latest:
        latest = Latest(self)
        latest.arrived.connect(arrived)
        latest.refused.connect(self._refused)
        latest.crashed.connect(self._session.crashed)
        return latest
