"""The exchange rates on the page of settings: those entered, and the row that enters one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.kernel.money import Currency
from app.quotes.exchange_rate import FrozenRate
from app.services.exchange_rates import EnteredRate, RateInTheFuture, enter, entered
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.kit.tool_tips import plain_tip
from ui.quotes.dates import date_field
from ui.quotes.discounts import number_format
from ui.quotes.forms import TextField, labelled
from ui.widgets.amount_edit import AmountEdit, Range
from ui.widgets.fixed_table import FixedTable
from ui.widgets.list_rows import ListColumn, ListKind, ListRow

if TYPE_CHECKING:
    from app.access.act import Act
    from app.i18n.formats import Formats
    from app.kernel.changes import Changes
    from ui.shell.session import Session, Unit

EACH = 8
"""How many rates of a currency are listed; older ones stay in the file, for documents of their days."""

_SCALE = 6
_HIGHEST = Decimal(1_000_000_000)
_CODE = 3
_SOURCE = 60

COLUMNS = (
    ListColumn("currency", lambda: _("Currency"), ListKind.STRONG, 84),
    ListColumn("on", lambda: _("Day"), ListKind.DATE, 110),
    ListColumn("source", lambda: _("Source"), stretch=True),
    ListColumn("rate", lambda: _("Rate"), ListKind.NUMBER, 130),
)


class Known(NamedTuple):
    """The company's own currency and the rates to it."""

    home: Currency
    rates: tuple[EnteredRate, ...]


class RatesBox(QWidget):
    """Lists what was entered, the newest of a currency first; a new rate is typed above.

    Signals:
        added: The rate of a currency that is kept now: its `EnteredRate`.
    """

    added = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        formats = session.formats
        self.currency, self.source = TextField(_CODE), TextField(_SOURCE)
        self.currency.setPlaceholderText("CHF")
        self.source.setPlaceholderText(_("ECB, bank"))
        self.on = date_field(formats, session.today)
        self.on.show_date(session.today())
        self.rate = AmountEdit(number_format(formats), Range(_SCALE, Decimal("0.000001"), _HIGHEST))
        self.add_button = QPushButton(_("&Add rate"))
        self.add_button.clicked.connect(self.add)
        for field in (self.currency, self.on, self.rate, self.source):
            # Queued: a field reads its text just after it told of Return.
            field.returnPressed.connect(self.add, Qt.ConnectionType.QueuedConnection)
        self.meaning, self.problem, self.empty = _words("soft"), _words("bad"), _words("soft")
        self.older = _words("soft")
        self.problem.hide()
        self.older.hide()
        self.table = FixedTable(COLUMNS)
        self.table.setAccessibleName(_("Exchange rates"))
        self._latest = Latest(self)
        self._latest.arrived.connect(self._show)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)
        self._lay_out()
        why = session.file.read_only
        self.add_button.setEnabled(not why)
        self.add_button.setToolTip(plain_tip(why))
        self.ask()

    def ask(self) -> None:
        """Ask for the rates; the answer comes later."""

        def known(unit: Unit) -> Known:
            return Known(unit.company.get().seller.currency, entered(unit, each=EACH + 1))

        self._latest.ask(self._session.question(known))

    def refresh(self, changes: Changes) -> None:
        """Ask again where a rate or the company was written."""
        if changes.touches("exchange_rate") or changes.touches("company"):
            self.ask()

    def add(self) -> None:
        """Keep the rate that was typed, or say what is wrong with it."""
        focused = self.focusWidget()
        if focused in (self.rate, self.on):
            focused.clearFocus()  # its text is read when the focus leaves
        rate, on, source = self.rate.amount, self.on.chosen, self.source.text()
        said = self.rate.problem or self.on.accessibleDescription()
        if said or rate is None or on is None:
            missing = _("Enter the rate.") if rate is None else _("Enter the day the rate is of.")
            self._refuse(said or missing, self.rate if rate is None or self.rate.problem else self.on)
            return
        try:
            currency = Currency.of(self.currency.text().strip().upper())
        except AppError as refusal:
            self._refuse(sentence(refusal), self.currency)
            return

        def keep(uow: Unit, act: Act) -> FrozenRate:
            return enter(uow, act, currency=currency, rate=FrozenRate(rate, on, source))

        def kept(frozen: FrozenRate) -> None:
            self._kept(EnteredRate(currency, frozen))

        def refused(refusal: AppError) -> None:
            field = self.on if isinstance(refusal, RateInTheFuture) else self.currency
            self._refuse(sentence(refusal), field)

        self._session.run(keep, kept, refused)

    def _kept(self, one: EnteredRate) -> None:
        """Be ready for the next one: of the same day and source, as on a published list."""
        self.problem.hide()
        self.currency.show_text("")
        self.currency.clear()
        self.rate.show_amount(None)
        self.currency.setFocus()
        self.added.emit(one)
        self.ask()

    def _refuse(self, problem: str, field: QWidget) -> None:
        self.problem.setText(problem)
        self.problem.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, known: Known) -> None:
        home = known.home.code
        self.meaning.setText(
            _(
                "What one unit of another currency is worth in {currency}. A quote in that currency takes the"
                " last rate up to its date, and keeps it."
            ).format(currency=home)
        )
        self.empty.setText(
            _(
                "No rate is entered yet, so every quote in another currency than {currency} asks for one."
                " Enter the first above; enter another when a new one is published."
            ).format(currency=home)
        )
        listed = newest(known.rates, EACH)
        self.table.show_rows([row_of(one, home, self._session.formats) for one in listed])
        self.older.setText(
            _(
                "The {n} newest of a currency are listed; older ones are kept for quotes of their days."
            ).format(n=EACH)
        )
        self.older.setVisible(len(listed) < len(known.rates))
        self.table.setVisible(bool(known.rates))
        self.empty.setVisible(not known.rates)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.S)
        bodies = (
            (labelled(lambda: _("Currency"), self.currency), 2),
            (labelled(lambda: _("Day"), self.on), 3),
            (labelled(lambda: _("Rate"), self.rate), 3),
            (labelled(lambda: _("Source"), self.source), 3),
        )
        for at, (body, share) in enumerate(bodies):
            fields.addWidget(body, 0, at)
            fields.setColumnStretch(at, share)
        fields.addWidget(self.add_button, 0, len(bodies), Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.meaning)
        column.addLayout(fields)
        for widget in (self.problem, self.empty, self.table, self.older):
            column.addWidget(widget)
        column.addStretch(1)


def newest(rates: Sequence[EnteredRate], each: int) -> list[EnteredRate]:
    """Return at most so many rates of each currency, of rates that stand by currency and newest first."""
    by_currency = groupby(rates, key=lambda one: one.currency)
    return [one for _currency, group in by_currency for one in islice(group, each)]


def row_of(one: EnteredRate, home: str, formats: Formats) -> ListRow:
    """Return the row of a rate as the reader writes days and numbers."""
    day = "" if one.rate.on is None else formats.date(one.rate.on)
    source = _("typed") if one.rate.source == "typed" else one.rate.source
    rate = f"{formats.number(one.rate.rate, low=2, high=_SCALE)} {home}"
    return ListRow((one.currency.code, one.rate.on), (one.currency.code, day, source, rate))


def _words(tone: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label
