"""One contract: asked for again whenever its deal changes, invoiced by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.kernel.changes import Ref
from ui.contracts.shown import Billing, ContractShown, Seen, contract_shown
from ui.documents.deal import DEAL, deal_of
from ui.kit.queries import Latest

if TYPE_CHECKING:
    from app.access.act import Act
    from app.billing.invoice import Invoice
    from app.kernel.changes import Changes
    from ui.shell.session import Session, Unit

_WATCHED = (*DEAL, "customer", "company")
"""An address that was mended changes what the next invoice would say."""


class ContractPresenter(QObject):
    """Says what the page shows, and issues the next invoice.

    Signals:
        shown: The `ContractShown` of today.
        issued: The `Invoice`.
        refused: The `AppError` that keeps it from being issued.
    """

    shown = Signal(object)
    issued = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, contract_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ref = Ref("contract", contract_id)
        self._latest = Latest(self)
        self._latest.arrived.connect(self.shown)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the contract as it stands today."""
        ref, act, formats = self.ref, self._session.file.act(""), self._session.formats

        def seen(unit: Unit) -> ContractShown:
            from app.services import billing, contracts
            from app.services.papers.terms import item_terms

            found = contracts.overview(unit, ref.id, today=act.today)
            issued = (billing.overview(unit, each.id, today=act.today) for each in found.invoices)
            facts = Seen(
                found,
                tuple(issued),
                _billing(unit, act, ref.id),
                deal_of(unit, ref, formats),
                item_terms(unit, found.contract),
            )
            return contract_shown(facts, act.today, formats)

        self._latest.ask(self._session.question(seen))

    def refresh(self, changes: Changes) -> None:
        """Ask again where a document of a deal, or a party, was written."""
        if any(changes.touches(kind) for kind in _WATCHED):
            self.ask()

    def issue(self) -> None:
        """Issue the invoice over everything due, and keep its paper at once."""
        contract_id = self.ref.id

        def issue(uow: Unit, act: Act) -> Invoice:
            from app.services import billing, documents

            invoice = billing.issue(uow, act, contract_id=contract_id)
            documents.pdf_of(uow, act, kind="invoice", document_id=invoice.id)
            return invoice

        self._session.run(issue, self.issued.emit, self.refused.emit)


def _billing(unit: Unit, act: Act, contract_id: UUID) -> Billing:
    from app.billing.carry_over import NothingToBill
    from app.services.billing import preview

    try:
        return Billing(preview(unit, act, contract_id=contract_id), None)
    except NothingToBill as refusal:
        return Billing(None, refusal)
