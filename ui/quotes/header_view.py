"""The head of the quote: whom it is for and until when; what is rarely touched lies folded below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.quotes.quote import Quote
from app.services.quotes import for_customer as prepared_for
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.quotes.dates import date_field, show_day
from ui.quotes.edits import dated_on, for_customer, with_header
from ui.quotes.forms import Choice, TermsField, is_typed_in, labelled, mark_invalid
from ui.quotes.header_details import HeaderDetails
from ui.quotes.kept_prices import kept_prices
from ui.quotes.lookups import customer_search
from ui.quotes.presenter import QuotePresenter
from ui.widgets.hits import Hit
from ui.widgets.lookup import LookupEdit

_DATE_WIDTH = 112
_LEAST_WIDTH = 124


class HeaderView(QWidget):
    """Shows the header's fields and hands their edits to the presenter.

    Signals:
        create_wanted: The name of a customer to be made.
        customer_taken: The quote is for a customer now.
        said: Something to be told in passing: what an edit did not change.
    """

    create_wanted = Signal(str)
    customer_taken = Signal()
    said = Signal(str)

    def __init__(self, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        formats = presenter.session.formats
        self.customer = LookupEdit(customer_search(presenter.session), _create_text)
        self.customer.picked.connect(self._picked)
        self.customer.create_wanted.connect(self.create_wanted)
        self.dated = date_field(formats, lambda: presenter.quote.dated)
        self.dated.date_changed.connect(self._dated)
        self.valid_until = date_field(formats, lambda: presenter.quote.dated)
        self.valid_until.date_changed.connect(self._valid)
        self.payment = TermsField()
        self.payment.value_chosen.connect(self._payment)
        self.details = HeaderDetails(presenter)
        self.details.said.connect(self.said)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self.show_details)
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setProperty("tone", "soft")
        set_type(self._summary, Type.CAPTION)
        self._preparing = Latest(self)
        self._preparing.arrived.connect(self._prepared)
        self._preparing.refused.connect(presenter.refused)
        self._preparing.crashed.connect(presenter.crashed)
        self.customer.lookup.refused.connect(presenter.refused)
        self.customer.lookup.crashed.connect(presenter.crashed)
        self._lay_out()
        self.show_details(False)
        self.retranslate()
        self.show_quote()
        for field in (self.dated, self.valid_until):
            field.problem_changed.connect(self._keep_refused)
        presenter.head_changed.connect(self.show_quote)
        presenter.renewed.connect(self.show_quote)

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return the fields by the name a finding calls them."""
        own: dict[str, QWidget] = {
            "customer": self.customer,
            "dated": self.dated,
            "valid_until": self.valid_until,
            "payment": self.payment,
        }
        return own | self.details.fields

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.customer.setPlaceholderText(_("Search or create a customer"))
        self.more.setText(_("Details"))
        self.more.setAccessibleName(_("More fields of the header"))
        self._say_summary()

    def show_details(self, shown: bool) -> None:
        """Fold the rarely touched fields out or in."""
        self.details.setVisible(shown)
        self._summary.setVisible(not shown)
        self.more.setChecked(shown)
        set_icon(self.more, "chevron-down" if shown else "chevron-right", "accent_text")

    def set_editable(self, editable: bool) -> None:
        """Take input, or only show."""
        for field in self.fields.values():
            field.setEnabled(editable)

    def show_quote(self) -> None:
        """Show the quote as it is now; what is being typed is left alone."""
        quote = self._presenter.quote
        if not is_typed_in(self.customer):
            self.customer.show_chosen(self._customer_name())
            self.customer.home(False)  # a long name is read from its beginning
        show_day(self.dated, quote.dated)
        show_day(self.valid_until, quote.valid_until)
        company = self._presenter.surroundings.company
        terms = [str(standing.terms) for standing in company.payment_terms]
        self.payment.show_choices([Choice(text, text) for text in terms], quote.terms.payment)
        self._say_summary()

    def take_customer(self, customer_id: UUID, name: str) -> None:
        """Make the quote one for a customer; currency, price book, terms and language come with them."""
        self.customer.show_chosen(name)
        quote = self._presenter.quote
        question = self._presenter.session.question
        self._preparing.ask(question(lambda unit: prepared_for(unit, quote, customer_id)))

    def jump(self, field: str) -> bool:
        """Put the focus into a field, folding it out where it lies folded; tell whether there is one."""
        widget = self.fields.get(field)
        if widget is None:
            return False
        if field in self.details.fields:
            self.show_details(True)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _customer_name(self) -> str:
        around, quote = self._presenter.surroundings, self._presenter.quote
        if around.customer is not None and around.customer.id == quote.customer_id:
            return around.customer.name
        return self.customer.text() if quote.customer_id else ""

    def _picked(self, hit: Hit) -> None:
        if isinstance(hit.key, UUID):
            self.take_customer(hit.key, hit.title)

    def _prepared(self, prepared: Quote) -> None:
        currency = self._presenter.surroundings.company.seller.currency
        before = self._presenter.quote
        self._edit(self.customer, _("Choose customer"), lambda quote: for_customer(quote, prepared, currency))
        kept = kept_prices(before, self._presenter.quote)
        if kept:
            self.said.emit(kept)
        self.customer_taken.emit()

    def _dated(self, day: date | None) -> None:
        if day is not None:
            self._edit(self.dated, _("Change date"), lambda quote: dated_on(quote, day))
        else:
            self.show_quote()

    def _valid(self, day: date | None) -> None:
        if day is not None:
            self._edit(
                self.valid_until, _("Change validity"), lambda quote: with_header(quote, valid_until=day)
            )
        else:
            self.show_quote()

    def _keep_refused(self) -> None:
        fields = {"dated": self.dated, "valid_until": self.valid_until}
        problems = {name: (field.text(), field.accessibleDescription()) for name, field in fields.items()}
        refused = {name: said for name, said in problems.items() if said[1]}
        self._presenter.keep_refused("header", refused)

    def _payment(self, text: str) -> None:
        try:
            terms = str(self._presenter.surroundings.company.terms_named(text))
        except AppError as refusal:
            self.payment.say(sentence(refusal))
            return
        self._edit(
            self.payment,
            _("Change payment terms"),
            lambda quote: with_header(quote, terms=replace(quote.terms, payment=terms)),
        )

    def _edit(self, field: QWidget, text: str, edit: Callable[[Quote], Quote]) -> None:
        """Edit the draft; a refusal leaves it as it was and is said at the field."""
        problem = self._presenter.attempt(text, edit)
        self._presenter.seal()
        self.show_quote()
        mark_invalid(field, problem)

    def _say_summary(self) -> None:
        self._summary.setText(self.details.summary())

    def _lay_out(self) -> None:
        row = QGridLayout()
        row.setHorizontalSpacing(Space.M)
        for at, (text, field, share) in enumerate(
            (
                (lambda: _("Customer"), self.customer, 5),
                (lambda: _("Date"), self.dated, 2),
                (lambda: _("Valid until"), self.valid_until, 2),
                (lambda: _("Payment terms"), self.payment, 3),
            )
        ):
            row.addWidget(labelled(text, field), 0, at)
            row.setColumnStretch(at, share)
        for field in (self.dated, self.valid_until):
            field.setMinimumWidth(_DATE_WIDTH)
        for wide in (self.customer, self.payment):
            wide.setMinimumWidth(_LEAST_WIDTH)
        folded = QHBoxLayout()
        folded.setSpacing(Space.M)
        folded.addWidget(self.more)
        folded.addWidget(self._summary, 1)
        folded.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addLayout(folded)
        column.addWidget(self.details)
        in_order = (
            self.customer,
            self.dated,
            self.valid_until,
            self.payment,
            self.more,
            *self.details.in_order,
        )
        for first, second in pairwise(in_order):
            QWidget.setTabOrder(first, second)


def _create_text(name: str) -> str:
    return _("Create customer “{name}”").format(name=name)
