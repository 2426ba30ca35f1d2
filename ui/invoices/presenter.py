"""One invoice: asked for again whenever its deal changes, credited by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.kernel.changes import Ref
from ui.documents.deal import DEAL, deal_of
from ui.invoices.shown import InvoiceShown, invoice_shown
from ui.kit.queries import Latest

if TYPE_CHECKING:
    from app.access.act import Act
    from app.billing.invoice import Invoice
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError
    from ui.shell.session import Session, Unit


class Credited(NamedTuple):
    """A credit note that was issued."""

    ref: Ref
    number: str


class InvoicePresenter(QObject):
    """Says what the page shows, and credits.

    Signals:
        shown: The `InvoiceShown` of today.
        credited: The `Credited` note.
        refused: The `AppError` that keeps the invoice from being credited.
    """

    shown = Signal(object)
    credited = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, invoice_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ref = Ref("invoice", invoice_id)
        self._latest = Latest(self)
        self._latest.arrived.connect(self.shown)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the invoice as it stands today."""
        ref, today, formats = self.ref, self._session.today(), self._session.formats

        def seen(unit: Unit) -> InvoiceShown:
            from app.services.billing import overview

            found = overview(unit, ref.id, today=today)
            return invoice_shown(found, deal_of(unit, ref, formats), today, formats)

        self._latest.ask(self._session.question(seen))

    def refresh(self, changes: Changes) -> None:
        """Ask again where a document of a deal was written."""
        if any(changes.touches(kind) for kind in DEAL):
            self.ask()

    def credit(self) -> None:
        """Issue the credit note over the whole, and keep its paper at once."""
        invoice_id = self.ref.id

        def credit(uow: Unit, act: Act) -> Invoice:
            from app.services import billing, documents

            note = billing.credit(uow, act, invoice_id=invoice_id)
            documents.pdf_of(uow, act, kind="invoice", document_id=note.id)
            return note

        self._session.run(credit, self._credited, self._refused)

    def _credited(self, note: Invoice) -> None:
        self.credited.emit(Credited(Ref("invoice", note.id), note.number))

    def _refused(self, refusal: AppError) -> None:
        self.refused.emit(refusal)
