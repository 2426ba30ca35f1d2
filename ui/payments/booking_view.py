"""The page that books a payment: what came in on the left, what it settles on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.payments.payment import PaymentMethod
from ui.kit.actions import ActionSpec
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space, Tone
from ui.payments.booking_presenter import BookingPresenter, Typed
from ui.payments.sharing_table import SharingTable, amount_format
from ui.payments.states import method_word
from ui.quotes.dates import date_field
from ui.quotes.forms import Choice, ChoiceField, TextField, labelled
from ui.quotes.lookups import customer_search
from ui.quotes.notice import Notice
from ui.shell.page import Frame, Heading, Page
from ui.widgets.amount_edit import AmountEdit, Range
from ui.widgets.lookup import LookupEdit

if TYPE_CHECKING:
    from datetime import date

    from app.kernel.changes import Changes
    from app.kernel.errors import AppError
    from app.kernel.money import Currency
    from app.payments.payment import Payment
    from ui.widgets.hits import Hit

BOOK = "payments.book_now"
_FORM_WIDTH, _SHARES_WIDTH = 320, 640
_LONGEST_REFERENCE = 140


class BookingPage(Page):
    """Customer, amount, date, method, reference; the open invoices with the proposed shares."""

    def __init__(
        self, frame: Frame, *, invoice_id: UUID | None = None, customer_id: UUID | None = None
    ) -> None:
        super().__init__(frame)
        session = frame.session
        self.presenter = BookingPresenter(session, self)
        self.presenter.shown.connect(self._show)
        self.presenter.booked.connect(self._booked)
        self.presenter.refused.connect(self._refused)
        self._currency: Currency | None = None
        self.notice = Notice()
        self.customer = LookupEdit(customer_search(session))
        self.customer.setPlaceholderText(_("Who paid?"))
        self.customer.picked.connect(self._picked)
        self.customer.lookup.refused.connect(frame.refuse)
        self.customer.lookup.crashed.connect(session.crashed)
        self.amount = AmountEdit(amount_format(session.formats, _any_currency()), Range(2))
        self.currency = ChoiceField()
        self.currency.value_chosen.connect(self.presenter.take_currency)
        self.on = date_field(session.formats, session.today)
        self.on.show_date(self.presenter.typed.on)
        self.on.date_changed.connect(self._dated)
        self.method = ChoiceField()
        self.method.show_choices(
            [Choice(each.value, method_word(each)) for each in PaymentMethod], "transfer"
        )
        self.method.value_chosen.connect(lambda value: self.presenter.take(method=PaymentMethod(value)))
        self.reference = TextField(_LONGEST_REFERENCE)
        self.reference.setPlaceholderText(_("What stood on the transfer"))
        self.reference.text_taken.connect(lambda text: self.presenter.take(reference=text))
        self.shares = SharingTable(session.formats, session.today())
        self.shares.share_changed.connect(self.presenter.take_share)
        self.shares.opened.connect(frame.open)
        self._lay_out()
        self._is_for_one = invoice_id is not None or customer_id is not None
        self.presenter.begin(customer_id=customer_id, invoice_id=invoice_id)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Book payment"), primary=BOOK, trail=((_("Payments"), "payments"),))

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Book."""
        return (
            ActionSpec(
                BOOK,
                lambda: _("&Book payment"),
                self.book,
                "Ctrl+Return",
                "check",
                self._why_not,
                also=("Ctrl+S",),
            ),
        )

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return what the fields take."""
        return (
            (_("3*49.90"), _("Sums in amount fields")),
            (_("-3, 15.4"), _("Days back and dates in date fields")),
        )

    def book(self) -> None:
        """Book what is typed, with what still stands in an open field."""
        focused = self.focusWidget()
        if isinstance(focused, AmountEdit | TextField) or focused is self.on:
            focused.clearFocus()  # its text is read when the focus leaves
        self.notice.hide()
        self.presenter.book()

    def entered(self) -> None:
        """Put the focus where work begins: the amount, or the customer while nobody is known."""
        (self.amount if self._is_for_one else self.customer).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes) -> None:
        """Ask again what is open where an invoice or a payment was written."""
        if changes.touches("invoice") or changes.touches("payment"):
            self.presenter.again()

    def _why_not(self) -> str:
        return {
            "customer": _("Choose who paid."),
            "amount": _("Enter the amount that came in."),
        }.get(self.presenter.why_not, "")

    def _picked(self, hit: Hit) -> None:
        if isinstance(hit.key, UUID):
            self.presenter.begin(customer_id=hit.key)
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dated(self, day: date | None) -> None:
        if day is None:
            self.on.show_date(self.presenter.typed.on)
        else:
            self.presenter.take(on=day)

    def _show(self, typed: Typed) -> None:
        sharing = typed.sharing
        if sharing is None:
            return
        if not self.customer.hasFocus() or not self.customer.text():
            self.customer.show_chosen(typed.customer)
        if sharing.currency != self._currency:
            self._use_currency(sharing.currency)
        self.amount.show_amount(None if sharing.amount is None else sharing.amount.amount)
        self.currency.show_choices([Choice(code, code) for code in typed.currencies], sharing.currency.code)
        self.shares.show_sharing(sharing, typed.customer)
        self._owed.setText(
            _("Open invoices of {customer}").format(customer=typed.customer)
            if typed.customer
            else _("Open invoices")
        )
        self.shares.setVisible(typed.customer_id is not None)
        self._nobody.setVisible(typed.customer_id is None)
        self.heading_changed.emit()

    def _use_currency(self, currency: Currency) -> None:
        """Put a field in place that reads and writes this currency's decimals."""
        old, focused = self.amount, self.amount.hasFocus()
        self.amount = AmountEdit(
            amount_format(self.frame.session.formats, currency), Range(currency.exponent)
        )
        self.amount.setAccessibleName(_("Amount"))
        self.amount.amount_changed.connect(self.presenter.take_amount)
        self._amount_place.replaceWidget(old, self.amount)
        QWidget.setTabOrder(self.customer, self.amount)
        QWidget.setTabOrder(self.amount, self.currency)
        old.hide()
        old.deleteLater()
        self._currency = currency
        if focused:
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _booked(self, payment: Payment) -> None:
        text = _("Payment {number} over {amount} booked").format(
            number=payment.number, amount=self.frame.session.formats.money(payment.amount)
        )
        self.frame.notify(text)
        self.frame.close_page(self)

    def _refused(self, refusal: AppError) -> None:
        self.notice.show_notice(sentence(refusal), tone=Tone.BAD, icon="circle-alert")

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "page")
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        row.setSpacing(2 * Space.XL)
        row.addWidget(self._form())
        row.addWidget(self._invoices(), 1)
        row.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        over = QHBoxLayout()
        over.setContentsMargins(Space.XL, Space.S, Space.XL, 0)
        over.addWidget(self.notice)
        whole.addLayout(over)
        whole.addWidget(area, 1)

    def _form(self) -> QWidget:
        form = QWidget()
        form.setFixedWidth(_FORM_WIDTH)
        fields = QGridLayout(form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setVerticalSpacing(Space.L)
        fields.setHorizontalSpacing(Space.S)
        fields.setColumnStretch(0, 2)
        fields.setColumnStretch(1, 1)
        money = labelled(lambda: _("Amount"), self.amount)
        layout = money.layout()
        assert layout is not None  # labelled has just given it one
        self._amount_place = layout
        fields.addWidget(labelled(lambda: _("Customer"), self.customer), 0, 0, 1, 2)
        fields.addWidget(money, 1, 0)
        fields.addWidget(labelled(lambda: _("Currency"), self.currency), 1, 1)
        fields.addWidget(labelled(lambda: _("Received on"), self.on), 2, 0)
        fields.addWidget(labelled(lambda: _("Method"), self.method), 2, 1)
        fields.addWidget(labelled(lambda: _("Reference"), self.reference), 3, 0, 1, 2)
        fields.setRowStretch(4, 1)
        return form

    def _invoices(self) -> QWidget:
        self._owed = _text("", Type.HEADING)
        self._owed.setWordWrap(False)
        self._nobody = _text(_("Choose who paid; their open invoices come here."))
        self._nobody.setProperty("tone", "soft")
        inside = QWidget()
        inside.setMaximumWidth(_SHARES_WIDTH)
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.M)
        for widget in (self._owed, self._nobody, self.shares):
            right.addWidget(widget)
        right.addStretch(1)
        return inside


def _any_currency() -> Currency:
    from app.kernel.money import Currency

    return Currency.of("EUR")


def _text(words: str, role: Type = Type.BODY) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_type(label, role)
    return label
