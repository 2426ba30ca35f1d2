"""The page of an invoice or credit note: read-only, with the reason and the ways that are open (U23)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.documents.body import DocumentBody
from ui.documents.paper import MAIL, PRINT, SAVE, DocumentPaper
from ui.invoices.lines import COLUMNS, OPTIONAL
from ui.invoices.presenter import Credited, InvoicePresenter
from ui.invoices.shown import SETTLED_COLUMNS, InvoiceShown
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space, Tone
from ui.payments.opening import open_booking
from ui.quotes.notice import Way
from ui.shell.page import Frame, Heading, Page
from ui.widgets.confirm import ConfirmDialog, Question
from ui.widgets.facts import FactsView
from ui.widgets.fixed_table import FixedTable
from ui.widgets.totals import TotalsPanel

if TYPE_CHECKING:
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError

BOOK, CREDIT, PREVIEW = "invoices.book", "invoices.credit", "invoices.preview"
_TOTALS_WIDTH = 320


class InvoicePage(Page):
    """Lines with their source, taxes, what is open, and what settled it."""

    def __init__(self, frame: Frame, invoice_id: UUID) -> None:
        super().__init__(frame)
        self.shown: InvoiceShown | None = None
        self.dialog: ConfirmDialog | None = None
        self.presenter = InvoicePresenter(frame.session, invoice_id, self)
        self.presenter.shown.connect(self._show)
        self.presenter.credited.connect(self._credited)
        self.presenter.refused.connect(self._refused)
        self.paper = DocumentPaper(frame, self, "invoice", invoice_id)
        self.paper.refused.connect(frame.refuse)
        self.body = DocumentBody(frame.settings, "invoice")
        self.body.link_wanted.connect(frame.open)
        self.body.preview.crashed.connect(frame.session.crashed)
        self.paper.arrived.connect(self.body.show_pdf)
        self.facts = FactsView()
        self.facts.link_wanted.connect(frame.open)
        self.lines, self.settled = FixedTable(COLUMNS, OPTIONAL), FixedTable(SETTLED_COLUMNS)
        self.lines.setAccessibleName(_("Lines"))
        self.settled.setAccessibleName(_("Payments and credit notes"))
        for table in (self.lines, self.settled):
            table.opened.connect(frame.open)
        self.totals, self._early = TotalsPanel(), _soft_label()
        self._sections()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)

    def heading(self) -> Heading:
        """Return what the header shows."""
        shown = self.shown
        trail = ((_("Invoices"), "invoices"),)
        if shown is None:
            return Heading("", trail=trail)
        primary = BOOK if shown.is_open else ""
        return Heading(shown.number, shown.chip, shown.customer, primary, (PRINT, SAVE, MAIL), trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return booking, crediting and the ways of the paper."""
        return (
            ActionSpec(
                BOOK, lambda: _("&Book payment"), self.book, "Ctrl+Return", "wallet", self._why_no_book
            ),
            ActionSpec(
                CREDIT, lambda: _("&Credit whole invoice"), self.ask_credit, "", "undo-2", self._why_no_credit
            ),
            *self.paper.actions(),
            ActionSpec(PREVIEW, lambda: _("Pre&view"), self.body.toggle_aside, "F9", "panel-right"),
        )

    def book(self) -> None:
        """Book a payment that settles this invoice first."""
        open_booking(self.frame, invoice_id=self.presenter.ref.id)

    def ask_credit(self) -> None:
        """Ask whether to credit, saying what that does."""
        if self.shown is None:
            return
        title = _("Credit invoice {number} as a whole?").format(number=self.shown.number)
        points, yes = self.shown.credit_points, _("Issue the credit note")
        self.dialog = ConfirmDialog(Question(title, points, yes, danger=True), self)
        self.dialog.confirmed.connect(self.presenter.credit)
        self.dialog.finished.connect(self._dialog_gone)
        self.dialog.open()

    def entered(self) -> None:
        """Ask for what may have changed."""
        self.presenter.ask()
        self.paper.ask()

    def left(self) -> None:
        """Remember how wide the paper is."""
        self.body.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where its deal changed."""
        self.presenter.refresh(changes)

    def _show(self, shown: InvoiceShown) -> None:
        first = self.shown is None
        self.shown, self.paper.name = shown, shown.number
        self.facts.show_facts(shown.facts)
        self.lines.show_rows(shown.lines, shown.hidden)
        self.totals.show_totals(shown.totals)
        self.settled.show_rows(shown.settled)
        self._settled_by.setVisible(bool(shown.settled))
        self._early.setText("\n".join(shown.early))
        self._early.setVisible(bool(shown.early))
        self.body.show_deal(shown.deal.links, shown.deal.entries)
        self.body.notice.show_notice(shown.locked, self._ways(shown), Tone.NEUTRAL, "lock")
        self.heading_changed.emit()
        if first:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self, shown: InvoiceShown) -> tuple[Way, ...]:
        number, ref = shown.contract
        if shown.can_credit:
            return (Way(_("Credit whole invoice"), self.ask_credit),)
        return (Way(_("Open contract {number}").format(number=number), lambda: self.frame.open(ref)),)

    def _why_no_book(self) -> str:
        shown = self.shown
        return "" if shown is None or shown.is_open else _("Nothing is open on it.")

    def _why_no_credit(self) -> str:
        shown = self.shown
        if shown is None or shown.can_credit:
            return ""
        return _("It is a credit note, or was credited before.")

    def _credited(self, credited: Credited) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.frame.notify(_("Credit note {number} issued").format(number=credited.number))
        self.frame.open(credited.ref)

    def _refused(self, refusal: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(refusal)
        else:
            self.frame.refuse(refusal)

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _sections(self) -> None:
        self.body.add("", self.facts)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, Space.S, 0, 0)
        row.setSpacing(Space.XL)
        row.addWidget(self._early, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.totals.setFixedWidth(_TOTALS_WIDTH)
        row.addWidget(self.totals)
        self.body.add("", self.lines, end)
        self._settled_by = self.body.add(_("Settled by"), self.settled)
        self._settled_by.hide()


def _soft_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", "soft")
    return label
