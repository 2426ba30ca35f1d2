"""One payment: asked for again whenever its deal changes; allocated and reversed by commands."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.kernel.changes import Ref
from ui.documents.deal import DEAL, deal_of
from ui.kit.queries import Latest
from ui.payments.shown import PaymentShown, payment_shown

if TYPE_CHECKING:
    from app.access.act import Act
    from app.kernel.changes import Changes
    from app.payments.allocation import Share
    from app.payments.payment import Payment
    from ui.shell.session import Session, Unit


class PaymentPresenter(QObject):
    """Says what the page shows, allocates and reverses.

    Signals:
        shown: The `PaymentShown`.
        done: The `Payment` a command wrote.
        refused: The `AppError` a command met.
    """

    shown = Signal(object)
    done = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, payment_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ref = Ref("payment", payment_id)
        self._latest = Latest(self)
        self._latest.arrived.connect(self.shown)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the payment as it stands."""
        ref, formats = self.ref, self._session.formats

        def seen(unit: Unit) -> PaymentShown:
            from app.services.payments import open_invoices, overview

            found = overview(unit, ref.id)
            owed = open_invoices(unit, found.payment.customer_id)
            return payment_shown(found, owed, deal_of(unit, ref, formats), formats)

        self._latest.ask(self._session.question(seen))

    def refresh(self, changes: Changes) -> None:
        """Ask again where a document of a deal was written."""
        if any(changes.touches(kind) for kind in DEAL):
            self.ask()

    def allocate(self, shares: tuple[Share, ...]) -> None:
        """Settle invoices with what is left of the payment."""
        payment_id = self.ref.id

        def allocate(uow: Unit, act: Act) -> Payment:
            from app.services.payments import allocate

            return allocate(uow, act, payment_id=payment_id, shares=shares)

        self._session.run(allocate, self.done.emit, self.refused.emit)

    def reverse(self) -> None:
        """Undo the payment by an entry of its own."""
        payment_id = self.ref.id

        def reverse(uow: Unit, act: Act) -> Payment:
            from app.services.payments import reverse

            return reverse(uow, act, payment_id=payment_id)

        self._session.run(reverse, self.done.emit, self.refused.emit)
