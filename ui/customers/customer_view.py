"""The page of one customer: who they are on the left, how they stand on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.customers.form import CustomerForm
from ui.customers.presenter import Asked, CustomerPresenter
from ui.customers.standing import standing_of
from ui.customers.typed import TypedCustomer
from ui.home.short_list import ShortListView
from ui.home.shown import Figure
from ui.kit.actions import ActionSpec
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space, Tone
from ui.payments.opening import open_booking
from ui.shell.page import Frame, Heading
from ui.shell.record_page import RecordPage, RecordTexts, fact
from ui.widgets.state_chip import Chip

if TYPE_CHECKING:
    from app.customers.customer import Customer

BOOK = "customer.book_payment"


class CustomerPage(RecordPage[TypedCustomer, "Customer", Asked]):
    """Everything about one customer."""

    form: CustomerForm
    presenter: CustomerPresenter

    def __init__(self, frame: Frame, customer_id: UUID | None) -> None:
        texts = RecordTexts("customer", _("Customer"), _("The customer is not saved yet."))
        super().__init__(frame, texts, CustomerForm(), CustomerPresenter(frame.session, customer_id))
        self.facts.setSpacing(Space.XL)

    def heading(self) -> Heading:
        """Return what the header shows."""
        customer = self.presenter.record
        trail = ((_("Customers"), "customers"),)
        if customer is None:
            return Heading(_("New customer"), primary=self.save_action, trail=trail)
        chip = None if customer.active else Chip(_("Inactive"), Tone.NEUTRAL, "circle")
        return Heading(customer.name, chip, customer.reference, self.save_action, (BOOK,), trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Save and Bin, and the booking of what the customer paid."""
        book = ActionSpec(
            BOOK, lambda: _("Book &payment"), self.book_payment, "", "wallet", blocked=self._why_no_payment
        )
        return (*super().page_actions(), book)

    def book_payment(self) -> None:
        """Open the booking of a payment by this customer."""
        open_booking(self.frame, customer_id=self.presenter.record_id)

    def name_of(self, record: Customer) -> str:
        """Return the customer's name."""
        return record.name

    def lacks(self) -> str:
        """Ask for a name."""
        return "" if self.form.typed().name.strip() else _("A customer needs a name.")

    def add_facts(self, found: Asked) -> None:
        """Show warnings, then what they owe and buy, then their last documents."""
        session = self.frame.session
        shown = standing_of(found.page, (found.quotes, found.invoices), session.today(), session.formats)
        for warning in shown.warnings:
            self.facts.addWidget(fact(warning, "warn"))
        for figure in shown.figures:
            self.facts.addWidget(_figure(figure))
        for short in shown.lists:
            view = ShortListView(short)
            view.opened.connect(self.frame.open)
            view.all_wanted.connect(self.frame.open_section)
            self.facts.addWidget(view)

    def _why_no_payment(self) -> str:
        if self.frame.session.file.read_only:
            return self.frame.session.file.read_only
        return "" if self.presenter.record_id else self._texts.unsaved


def _figure(figure: Figure) -> QWidget:
    amount = fact(figure.amount)
    set_type(amount, Type.FIGURE)
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(Space.XS)
    for each in (fact(figure.label, "soft"), amount, fact(figure.note, "bad" if figure.late else "soft")):
        lines.addWidget(each)
    return box
