"""The page of a contract: what was promised, when it is billed, and what was issued for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.contracts.issue_dialog import IssueDialog
from ui.contracts.presenter import ContractPresenter
from ui.contracts.schedule import COLUMNS
from ui.contracts.shown import DOCUMENTS, ITEMS, ContractShown
from ui.documents.body import HISTORY, DocumentBody
from ui.documents.paper import MAIL, PRINT, SAVE, DocumentPaper
from ui.kit.actions import ActionSpec
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space, Tone
from ui.quotes.notice import Way
from ui.shell.page import Frame, Heading, Page
from ui.widgets.facts import FactsView
from ui.widgets.fixed_table import FixedTable
from ui.widgets.month_strip import MonthStrip
from ui.widgets.totals import TotalsPanel

if TYPE_CHECKING:
    from app.billing.invoice import Invoice
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError

ISSUE, QUOTE, ASIDE = "contracts.issue", "contracts.quote", "contracts.aside"
_TOTALS_WIDTH = 320


class ContractPage(Page):
    """Parties, items, schedule, documents; the next invoice is issued here."""

    def __init__(self, frame: Frame, contract_id: UUID) -> None:
        super().__init__(frame)
        self.shown: ContractShown | None = None
        self.dialog: IssueDialog | None = None
        self.presenter = ContractPresenter(frame.session, contract_id, self)
        self.presenter.shown.connect(self._show)
        self.presenter.issued.connect(self._issued)
        self.presenter.refused.connect(self._refused)
        self.paper = DocumentPaper(frame, self, "contract", contract_id)
        self.paper.refused.connect(frame.refuse)
        self.body = DocumentBody(frame.settings, "contract", HISTORY)
        self.body.link_wanted.connect(frame.open)
        self.body.preview.crashed.connect(frame.session.crashed)
        self.body.tabs.currentChanged.connect(lambda _at: self.paper.ask())
        self.paper.arrived.connect(self.body.show_pdf)
        self.facts, self.strip, self.totals = FactsView(), MonthStrip(), TotalsPanel()
        self.facts.link_wanted.connect(frame.open)
        self.strip.chosen.connect(self._month_chosen)
        self.subscriptions, self.one_offs = FixedTable(ITEMS), FixedTable(ITEMS)
        self.schedule, self.documents = FixedTable(COLUMNS, ("period",)), FixedTable(DOCUMENTS)
        for table in (self.subscriptions, self.one_offs, self.schedule, self.documents):
            table.opened.connect(frame.open)
        self._more = QLabel()
        self._sections()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)

    def heading(self) -> Heading:
        """Return what the header shows."""
        shown, trail = self.shown, ((_("Contracts"), "contracts"),)
        if shown is None:
            return Heading("", trail=trail)
        return Heading(shown.number, shown.chip, shown.customer, ISSUE, (PRINT, SAVE, MAIL), trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Issue, Open quote and the ways of the paper."""
        return (
            ActionSpec(
                ISSUE,
                lambda: _("&Issue invoice"),
                self.ask_issue,
                "Ctrl+Return",
                "receipt-text",
                self._why_not,
            ),
            ActionSpec(QUOTE, lambda: _("Open &quote"), self.open_quote, "", "file-text"),
            *self.paper.actions(),
            ActionSpec(ASIDE, lambda: _("Pre&view and history"), self.body.toggle_aside, "F9", "panel-right"),
        )

    def ask_issue(self) -> None:
        """Show what would be issued, and issue it when the person says so."""
        if self.shown is None or self.shown.preview is None:
            return
        self.dialog = IssueDialog(self.shown.preview, self.frame.session.formats, self)
        self.dialog.confirmed.connect(self.presenter.issue)
        self.dialog.jump_wanted.connect(self._mend)
        self.dialog.finished.connect(self._dialog_gone)
        self.dialog.open()

    def open_quote(self) -> None:
        """Show the quote that was accepted."""
        if self.shown is not None:
            self.frame.open(self.shown.quote)

    def entered(self) -> None:
        """Ask for what may have changed."""
        self.presenter.ask()

    def left(self) -> None:
        """Remember how wide the right side is."""
        self.body.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where its deal changed."""
        self.presenter.refresh(changes)

    def _show(self, shown: ContractShown) -> None:
        first = self.shown is None
        self.shown, self.paper.name = shown, shown.number
        self.facts.show_facts(shown.facts)
        for section, table, rows, hidden in (
            (self._recurring, self.subscriptions, shown.subscriptions, ()),
            (self._single, self.one_offs, shown.one_offs, ("period",)),
            (self._issued_so_far, self.documents, shown.documents, ()),
        ):
            table.show_rows(rows, hidden)
            section.setVisible(bool(rows))
        self.strip.show_months([each.month for each in shown.months])
        self.strip.setVisible(len(shown.months) > 1)
        self.schedule.show_rows(shown.schedule.rows, () if shown.subscriptions else ("period",))
        self._more.setText(shown.schedule.more)
        self._more.setVisible(bool(shown.schedule.more))
        self.totals.show_totals(shown.totals)
        self.body.show_deal(shown.deal.links, shown.deal.entries)
        self._show_notice(shown)
        self.heading_changed.emit()
        if first:
            self.schedule.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notice(self, shown: ContractShown) -> None:
        notice = self.body.notice
        if shown.why_not:
            notice.show_notice(shown.why_not, (), Tone.NEUTRAL, "circle-check")
            return
        amount = self.frame.session.formats.money(shown.preview.invoice.total) if shown.preview else ""
        text = _("{amount} is due to be invoiced, tax included.").format(amount=amount)
        notice.show_notice(text, (Way(_("Issue invoice"), self.ask_issue),), Tone.INFO, "receipt-text")

    def _why_not(self) -> str:
        return self.shown.why_not if self.shown is not None else ""

    def _month_chosen(self, at: int) -> None:
        invoice = self.shown.months[at].invoice if self.shown is not None else None
        if invoice is not None:
            self.frame.open(invoice)

    def _mend(self, where: str) -> None:
        """Show where a finding is mended: the customer's page, or the settings of the company."""
        if self.dialog is not None:
            self.dialog.reject()
        if where.startswith("buyer") and self.shown is not None and self.shown.preview is not None:
            self.frame.open(Ref("customer", self.shown.preview.invoice.customer_id))
        elif where.startswith("seller"):
            self.frame.open_section("settings")

    def _issued(self, invoice: Invoice) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.frame.notify(_("Invoice {number} issued").format(number=invoice.number))
        self.frame.open(Ref("invoice", invoice.id))

    def _refused(self, refusal: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(refusal)
        else:
            self.frame.refuse(refusal)

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _sections(self) -> None:
        self.body.add("", self.facts)
        self._recurring = self.body.add(_("Subscriptions"), self.subscriptions)
        self._single = self.body.add(_("One-off items"), self.one_offs)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        self.totals.setFixedWidth(_TOTALS_WIDTH)
        row.addWidget(self.totals)
        self.body.add("", end)
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("tone", "soft")
        set_type(self._more, Type.CAPTION)
        self.body.add(_("Billing schedule"), self.strip, _gap(), self.schedule, self._more)
        self._issued_so_far = self.body.add(_("Invoices and credit notes"), self.documents)
        for table, name in (
            (self.subscriptions, _("Subscriptions")),
            (self.one_offs, _("One-off items")),
            (self.schedule, _("Billing schedule")),
            (self.documents, _("Invoices and credit notes")),
        ):
            table.setAccessibleName(name)


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(Space.S)
    return gap
