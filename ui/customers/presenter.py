"""One customer: asked for, edited as texts, kept by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from ui.customers.typed import TypedCustomer, customer_of, typed_of
from ui.shell.record_presenter import RecordPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.access.act import Act
    from app.customers.customer import Customer
    from app.services.customers import CustomerPage
    from app.services.lists import InvoiceRow, QuoteRow
    from ui.shell.session import Unit

SHOWN_DOCUMENTS = 8


class Asked(NamedTuple):
    """A customer with the documents shown beside the form."""

    page: CustomerPage
    quotes: list[QuoteRow]
    invoices: list[InvoiceRow]


class CustomerPresenter(RecordPresenter[TypedCustomer, "Customer", Asked]):
    """The facts of one customer and the way to change them."""

    kinds = ("customer", "quote", "invoice", "payment")

    def blank(self) -> TypedCustomer:
        """Return empty boxes."""
        return TypedCustomer()

    def question(self, record_id: UUID) -> Callable[[Unit], Asked]:
        """Ask for the customer and their last documents."""
        act = self._session.file.act("")

        def everything(unit: Unit) -> Asked:
            from app.services import customers, lists
            from app.services.lists import PageRequest

            mine = {"customer_id": record_id.hex}
            quotes = lists.quotes(unit, PageRequest("dated", filters=mine, limit=SHOWN_DOCUMENTS))
            issued = PageRequest("issued_on", filters=mine, limit=SHOWN_DOCUMENTS)
            page = customers.page(unit, act, customer_id=record_id)
            return Asked(page, quotes, lists.invoices(unit, issued))

        return everything

    def save(self, typed: TypedCustomer) -> None:
        """Keep what was typed; a refusal says which field and why."""
        before = self.record

        def keep(uow: Unit, act: Act) -> Customer:
            from app.services import customers

            customer = customer_of(typed, before, new_id=uow.new_id())
            return customers.save(uow, act, customer=customer)

        self._session.run(keep, self._kept, self.refused.emit)

    def move(self, uow: Unit, act: Act, record_id: UUID, *, binned: bool) -> None:
        """Take the customer out of lists and searches, or bring them back."""
        from app.services import customers

        customers.put_in_bin(uow, act, customer_id=record_id, binned=binned)

    def arrived(self, found: Asked) -> None:
        """Fill the form again where the customer was written since."""
        before, self.record = self.record, found.page.customer
        if before is None or before.rev != self.record.rev:
            self.shown.emit(typed_of(self.record))
        self.facts.emit(found)

    def _kept(self, customer: Customer) -> None:
        self.record_id, self.record = customer.id, customer
        self.shown.emit(typed_of(customer))
        self.saved.emit(customer)
        self.ask()
