"""The open invoices with what each of them gets, to be changed by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.changes import Ref
from app.kernel.money import Currency, Money
from app.payments.allocation import OpenInvoice
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space, Tone
from ui.payments.sharing import Sharing, rest_in_words
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range

MOST_ROWS = 100
"""Rows shown; the oldest due come first, and nobody shares a payment over more by hand."""

_NUMBER, _DUE, _OPEN, _SHARE = range(4)
_EDIT_WIDTH = 130
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SharingTable(QWidget):
    """A row per open invoice, and below them what remains, in words.

    Signals:
        share_changed: Invoice id and the new `Decimal`, `None` for nothing.
        opened: The `Ref` of an invoice to look at.
    """

    share_changed = Signal(object, object)
    opened = Signal(object)

    def __init__(self, formats: Formats, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats, self._today = formats, today
        self._owed: tuple[OpenInvoice, ...] = ()
        self.edits: dict[UUID, AmountEdit] = {}
        self._rows = QWidget()
        self._place = QVBoxLayout()
        self._place.addWidget(self._rows)
        self.rest = _label("", role=Type.STRONG)
        self.rest.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._place)
        column.addWidget(self.rest)

    def show_sharing(self, sharing: Sharing, customer: str) -> None:
        """Show the shares as they are now."""
        if sharing.owed != self._owed or not self.edits:
            self._owed = sharing.owed
            self._build(sharing.currency)
        for invoice_id, edit in self.edits.items():
            share = sharing.shares.get(invoice_id)
            edit.show_amount(None if share is None else share.amount)
        self.rest.setText(rest_in_words(sharing, customer, self._formats))
        tone = Tone.BAD if sharing.rest.amount < 0 else Tone.NEUTRAL
        self.rest.setProperty("tone", tone.value)
        self.rest.style().unpolish(self.rest)
        self.rest.style().polish(self.rest)

    def _build(self, currency: Currency) -> None:
        old, self._rows = self._rows, QWidget()
        self._place.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        self.edits = {}
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(_DUE, 1)
        if not self._owed:
            grid.addWidget(_label(_("No invoice is open."), "soft"), 0, 0)
            return
        titles = (_("Invoice"), _("Due"), _("Open {currency}"), _("Settles"))
        for column, title in enumerate(titles):
            label = _label(title.format(currency=currency.code), "soft", Type.CAPTION)
            if column in (_OPEN, _SHARE):
                label.setAlignment(_RIGHT)
            grid.addWidget(label, 0, column)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        grid.addWidget(rule, 1, 0, 1, 4)
        for at, invoice in enumerate(self._owed[:MOST_ROWS], start=2):
            self._row(grid, at, invoice)
        hidden = len(self._owed) - MOST_ROWS
        if hidden > 0:
            words = ngettext("{n} later invoice", "{n} later invoices", hidden).format(n=hidden)
            grid.addWidget(_label(words, "soft"), MOST_ROWS + 2, 0, 1, 4)

    def _row(self, grid: QGridLayout, at: int, invoice: OpenInvoice) -> None:
        number = QPushButton(invoice.number)
        number.setProperty("kind", "link")
        number.clicked.connect(partial(self.opened.emit, Ref("invoice", invoice.id)))
        days = (self._today - invoice.due_on).days
        due = self._formats.date(invoice.due_on)
        if days > 0:
            due = ngettext("{day}, {n} day late", "{day}, {n} days late", days).format(day=due, n=days)
        amount = _label(self._formats.amount(invoice.open), role=Type.NUMBER)
        amount.setAlignment(_RIGHT)
        edit = AmountEdit(
            amount_format(self._formats, invoice.open.currency),
            Range(invoice.open.currency.exponent, Decimal(0)),
        )
        edit.setFixedWidth(_EDIT_WIDTH)
        edit.setAccessibleName(_("Settles of {number}").format(number=invoice.number))
        edit.amount_changed.connect(partial(self.share_changed.emit, invoice.id))
        self.edits[invoice.id] = edit
        grid.addWidget(number, at, _NUMBER, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(_label(due, "bad" if days > 0 else "soft"), at, _DUE)
        grid.addWidget(amount, at, _OPEN)
        grid.addWidget(edit, at, _SHARE)


def amount_format(formats: Formats, currency: Currency) -> NumberFormat:
    """Return how amounts of a currency are typed and written."""
    return NumberFormat(
        formats.decimal_sign,
        formats.group_sign,
        lambda value: formats.amount(Money(value, currency)),
        formats.typed,
    )


def _label(text: str, tone: str = "", role: Type = Type.BODY) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
