"""The page of one customer: who they are on the left, how they stand on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.customers.form import CustomerForm
from ui.customers.presenter import CustomerPresenter
from ui.customers.standing import standing_of
from ui.home.short_list import ShortListView
from ui.kit.actions import ActionSpec
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space, Tone
from ui.shell.page import Frame, Heading, Page
from ui.widgets.state_chip import Chip

if TYPE_CHECKING:
    from app.customers.customer import Customer
    from app.kernel.changes import Changes
    from app.services.customers import CustomerPage as Facts
    from app.services.lists import InvoiceRow, QuoteRow

SAVE, BIN = "customer.save", "customer.bin"
_FORM_WIDTH = 460


class CustomerPage(Page):
    """Everything about one customer."""

    def __init__(self, frame: Frame, customer_id: UUID | None) -> None:
        super().__init__(frame)
        self.presenter = CustomerPresenter(frame.session, customer_id, self)
        self.form = CustomerForm()
        self.form.edited.connect(self._edited)
        self.refusal = QLabel()
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.setProperty("tone", "bad")
        self.refusal.hide()
        self._right = QVBoxLayout()
        self._right.setSpacing(Space.XL)
        self._lay_out()
        self.presenter.shown.connect(self.form.show_typed)
        self.presenter.shown.connect(lambda _typed: self.heading_changed.emit())
        self.presenter.facts.connect(self._show_facts)
        self.presenter.saved.connect(self._saved)
        self.presenter.binned.connect(self._binned)
        self.presenter.refused.connect(self._refused)
        self.presenter.ask()

    def heading(self) -> Heading:
        """Return what the header shows."""
        customer = self.presenter.customer
        trail = ((_("Customers"), "customers"),)
        if customer is None:
            return Heading(_("New customer"), primary=SAVE, trail=trail)
        chip = None if customer.active else Chip(_("Inactive"), Tone.NEUTRAL, "circle")
        return Heading(customer.name, chip, customer.reference, primary=SAVE, trail=trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Save and Bin."""
        return (
            ActionSpec(SAVE, lambda: _("&Save"), self.save, "Ctrl+S", "save", blocked=self._why_not_save),
            ActionSpec(
                BIN, lambda: _("Put in the &bin"), self.presenter.put_in_bin, "", "trash-2",
                blocked=self._why_not_bin,
            ),
        )  # fmt: skip

    def entered(self) -> None:
        """Begin with the name of a new customer."""
        if self.presenter.customer_id is None:
            self.form.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Ask again where something of theirs was written."""
        self.presenter.refresh(changes)

    def save(self) -> None:
        """Keep what was typed."""
        self.refusal.hide()
        self.presenter.save(self.form.typed())

    def ready_to_close(self) -> bool:
        """Keep what was typed before the page goes; a new customer without a name is let go."""
        if self.form.is_changed and self.form.typed().name.strip():
            self.save()
            return False
        return True

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(_FORM_WIDTH)
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.refusal)
        words.addWidget(self.form)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.setSpacing(Space.XL * 2)
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._right, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Customer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _show_facts(self, page: Facts, quotes: list[QuoteRow], invoices: list[InvoiceRow]) -> None:
        shown = standing_of(page, (quotes, invoices), self.frame.session.today(), self.frame.session.formats)
        while (item := self._right.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for warning in shown.warnings:
            self._right.addWidget(_label(warning, "warn"))
        for figure in shown.figures:
            amount = _label(figure.amount)
            set_type(amount, Type.FIGURE)
            box = QWidget()
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(Space.XS)
            for each in (_label(figure.label, "soft"), amount):
                lines.addWidget(each)
            lines.addWidget(_label(figure.note, "bad" if figure.late else "soft"))
            self._right.addWidget(box)
        for short in shown.lists:
            view = ShortListView(short)
            view.opened.connect(self.frame.open)
            view.all_wanted.connect(self.frame.open_section)
            self._right.addWidget(view)
        self._right.addStretch(1)
        self.heading_changed.emit()

    def _edited(self) -> None:
        self.frame.session.unsaved()

    def _saved(self, customer: Customer) -> None:
        self.heading_changed.emit()
        self.frame.notify(_("{name} is saved.").format(name=customer.name))

    def _binned(self) -> None:
        customer = self.presenter.customer
        name = customer.name if customer else ""
        self.frame.notify(_("{name} is in the bin.").format(name=name), self.presenter.restore)
        self.frame.close_page(self)

    def _refused(self, refusal: AppError) -> None:
        self.refusal.setText(sentence(refusal))
        self.refusal.show()
        self.form.focus_field(str(refusal.params.get("field", "")))

    def _why_not_save(self) -> str:
        return "" if self.form.typed().name.strip() else _("A customer needs a name.")

    def _why_not_bin(self) -> str:
        return "" if self.presenter.customer_id else _("The customer is not saved yet.")


def _label(text: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(bool(tone))
    if tone:
        label.setProperty("tone", tone)
    return label
