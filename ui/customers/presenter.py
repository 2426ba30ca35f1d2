"""One customer: asked for, edited as texts, kept by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.kernel.errors import AppError
from ui.customers.typed import TypedCustomer, customer_of, typed_of
from ui.kit.queries import Latest

if TYPE_CHECKING:
    from app.access.act import Act
    from app.customers.customer import Customer
    from app.kernel.changes import Changes
    from app.services.customers import CustomerPage
    from app.services.lists import InvoiceRow, QuoteRow
    from ui.shell.session import Session, Unit

    Asked = tuple[CustomerPage, list[QuoteRow], list[InvoiceRow]]

SHOWN_DOCUMENTS = 8


class CustomerPresenter(QObject):
    """The facts of one customer and the way to change them.

    Signals:
        shown: The `TypedCustomer` to put into the form.
        facts: The `CustomerPage`, the last quotes and the last invoices.
        saved: The `Customer` as they are kept now.
        binned: They lie in the bin.
        refused: An `AppError` about what was typed.
    """

    shown = Signal(object)
    facts = Signal(object, object, object)
    saved = Signal(object)
    binned = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, customer_id: UUID | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.customer_id = customer_id
        self.customer: Customer | None = None
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the customer and their last documents."""
        wanted = self.customer_id
        if wanted is None:
            self.shown.emit(TypedCustomer())
            return
        act = self._session.file.act("")

        def everything(unit: Unit) -> Asked:
            from app.services import customers, lists
            from app.services.lists import PageRequest

            mine = {"customer_id": wanted.hex}
            quotes = lists.quotes(unit, PageRequest("dated", filters=mine, limit=SHOWN_DOCUMENTS))
            issued = PageRequest("issued_on", filters=mine, limit=SHOWN_DOCUMENTS)
            return customers.page(unit, act, customer_id=wanted), quotes, lists.invoices(unit, issued)

        self._latest.ask(self._session.question(everything))

    def save(self, typed: TypedCustomer) -> None:
        """Keep what was typed; a refusal says which field and why."""
        before = self.customer

        def keep(uow: Unit, act: Act) -> Customer:
            from app.services import customers

            customer = customer_of(typed, before, new_id=uow.new_id())
            return customers.save(uow, act, customer=customer)

        self._session.run(keep, self._kept, self._refused)

    def put_in_bin(self) -> None:
        """Take the customer out of lists and searches."""
        self._bin(binned=True)

    def restore(self) -> None:
        """Bring them back."""
        self._bin(binned=False)

    def refresh(self, changes: Changes) -> None:
        """Ask again where something of theirs may have been written."""
        if self.customer_id is not None and any(
            changes.touches(kind) for kind in ("customer", "quote", "invoice", "payment")
        ):
            self.ask()

    def _bin(self, *, binned: bool) -> None:
        wanted = self.customer_id
        if wanted is None:
            return

        def move(uow: Unit, act: Act) -> bool:
            from app.services import customers

            customers.put_in_bin(uow, act, customer_id=wanted, binned=binned)
            return binned

        self._session.run(move, self._moved, self._refused)

    def _arrived(self, found: Asked) -> None:
        page, quotes, invoices = found
        was_known = self.customer
        self.customer = page.customer
        if was_known is None or was_known.rev != page.customer.rev:
            self.shown.emit(typed_of(page.customer))
        self.facts.emit(page, quotes, invoices)

    def _kept(self, customer: Customer) -> None:
        self.customer_id, self.customer = customer.id, customer
        self.shown.emit(typed_of(customer))
        self.saved.emit(customer)
        self.ask()

    def _moved(self, binned: bool) -> None:
        if binned:
            self.binned.emit()

    def _refused(self, refusal: AppError) -> None:
        self.refused.emit(refusal)
