"""The page of a payment: what it settled, what is left of it, and its reversal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.money import Money
from ui.documents.body import HISTORY, DocumentBody
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space, Tone
from ui.payments.presenter import PaymentPresenter
from ui.payments.sharing import Sharing, sharing_of, with_share
from ui.payments.sharing_table import SharingTable
from ui.payments.shown import COLUMNS, PaymentShown
from ui.quotes.notice import Way
from ui.shell.page import Frame, Heading, Page
from ui.widgets.confirm import ConfirmDialog, Question
from ui.widgets.facts import FactsView
from ui.widgets.fixed_table import FixedTable
from ui.widgets.totals import TotalsPanel

if TYPE_CHECKING:
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError
    from app.payments.payment import Payment

ALLOCATE, REVERSE, ASIDE = "payments.allocate", "payments.reverse", "payments.aside"
_TOTALS_WIDTH = 320


class PaymentPage(Page):
    """Read-only: money that came in is corrected by entries, never rewritten."""

    def __init__(self, frame: Frame, payment_id: UUID) -> None:
        super().__init__(frame)
        self.shown: PaymentShown | None = None
        self.dialog: ConfirmDialog | None = None
        self.sharing: Sharing | None = None
        self.presenter = PaymentPresenter(frame.session, payment_id, self)
        self.presenter.shown.connect(self._show)
        self.presenter.done.connect(self._done)
        self.presenter.refused.connect(self._refused)
        self.body = DocumentBody(frame.settings, "payment", HISTORY, has_paper=False)
        self.body.link_wanted.connect(frame.open)
        self.facts, self.settled, self.totals = FactsView(), FixedTable(COLUMNS), TotalsPanel()
        self.facts.link_wanted.connect(frame.open)
        self.settled.opened.connect(frame.open)
        self.settled.setAccessibleName(_("Settled invoices"))
        self._sections()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)

    def heading(self) -> Heading:
        """Return what the header shows."""
        shown, trail = self.shown, ((_("Payments"), "payments"),)
        if shown is None:
            return Heading("", trail=trail)
        primary = ALLOCATE if shown.has_credit and shown.owed else ""
        more = (REVERSE,) if shown.can_reverse else ()
        return Heading(shown.payment.number, shown.chip, shown.customer, primary, more, trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Allocate and Reverse."""
        return (
            ActionSpec(
                ALLOCATE,
                lambda: _("&Allocate credit"),
                self.ask_allocate,
                "Ctrl+Return",
                "coins",
                self._why_no_credit,
            ),
            ActionSpec(REVERSE, lambda: _("&Reverse"), self.ask_reverse, "", "undo-2", self._why_no_reversal),
            ActionSpec(ASIDE, lambda: _("&History"), self.body.toggle_aside, "F9", "panel-right"),
        )

    def ask_reverse(self) -> None:
        """Ask whether to reverse, naming what it undoes."""
        if self.shown is None or not self.shown.can_reverse:
            return
        title = _("Reverse payment {number}?").format(number=self.shown.payment.number)
        question = Question(title, self.shown.undoes, _("Reverse the payment"), danger=True)
        self._ask(ConfirmDialog(question, self)).confirmed.connect(self.presenter.reverse)

    def ask_allocate(self) -> None:
        """Show what the rest of the payment could settle, the oldest due first."""
        shown = self.shown
        if shown is None or not shown.has_credit:
            return
        free = shown.payment.unallocated
        self.sharing = sharing_of(free.currency, shown.owed, amount=free)
        session = self.frame.session
        self.shares = SharingTable(session.formats, session.today())
        self.shares.share_changed.connect(self._share_changed)
        self.shares.show_sharing(self.sharing, shown.customer)
        title = _("Allocate the credit of {amount}").format(amount=session.formats.money(free))
        dialog = ConfirmDialog(Question(title, (), _("Allocate")), self, self.shares)
        self._ask(dialog).confirmed.connect(self._allocate)

    def entered(self) -> None:
        """Ask for what may have changed."""
        self.presenter.ask()

    def left(self) -> None:
        """Remember how wide the history is."""
        self.body.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where its deal changed."""
        self.presenter.refresh(changes)

    def _ask(self, dialog: ConfirmDialog) -> ConfirmDialog:
        self.dialog = dialog
        dialog.finished.connect(self._dialog_gone)
        dialog.open()
        return dialog

    def _share_changed(self, invoice_id: UUID, amount: Decimal | None) -> None:
        if self.sharing is not None and self.shown is not None:
            share = None if amount is None else Money(amount, self.sharing.currency)
            self.sharing = with_share(self.sharing, invoice_id, share)
            self.shares.show_sharing(self.sharing, self.shown.customer)

    def _allocate(self) -> None:
        if self.sharing is not None:
            self.presenter.allocate(self.sharing.wanted)

    def _show(self, shown: PaymentShown) -> None:
        first = self.shown is None
        self.shown = shown
        self.facts.show_facts(shown.facts)
        self.settled.show_rows(shown.settled)
        self.settled.setVisible(bool(shown.settled))
        self.totals.show_totals(shown.totals)
        self.body.show_deal(shown.deal.links, shown.deal.entries)
        ways = (Way(_("Reverse"), self.ask_reverse),) if shown.can_reverse else ()
        self.body.notice.show_notice(shown.locked, ways, Tone.NEUTRAL, "lock")
        self.heading_changed.emit()
        if first:
            self.settled.setFocus(Qt.FocusReason.OtherFocusReason)

    def _why_no_credit(self) -> str:
        shown = self.shown
        if shown is None or not shown.has_credit:
            return _("Nothing is left of the payment.")
        return "" if shown.owed else _("The customer has no open invoice.")

    def _why_no_reversal(self) -> str:
        shown = self.shown
        return "" if shown is None or shown.can_reverse else _("It was reversed, or is a reversal itself.")

    def _done(self, payment: Payment) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        words = (
            _("Reversed by {number}") if payment.reverses is not None else _("Credit of {number} allocated")
        )
        self.frame.notify(words.format(number=payment.number))

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
        row.addStretch(1)
        self.totals.setFixedWidth(_TOTALS_WIDTH)
        row.addWidget(self.totals)
        self.body.add("", self.settled, end)
