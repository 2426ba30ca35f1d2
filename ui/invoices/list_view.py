"""The list of invoices and credit notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.documents.listing import written
from ui.invoices.rows import COLUMNS, FILTERS, fetch
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.payments.opening import open_booking
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from app.kernel.changes import Changes

BOOK = "invoices.book"
_FIRST = "invoices.contracts"


class InvoicesPage(Page):
    """Everything that was issued, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(COLUMNS, fetch(frame.session), written(frame.session), FILTERS, self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: frame.open_section("contracts"))
        self.list.remember_in(frame.settings, "invoices")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("issued_on", descending=True, empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Invoices"), primary=BOOK)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Book payment and Find."""
        return (
            ActionSpec(BOOK, lambda: _("&Book payment"), self.book, "Ctrl+N", "wallet"),
            ActionSpec(
                "invoices.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def book(self) -> None:
        """Book a payment: for the chosen invoice where one is chosen, for any customer otherwise."""
        chosen = self.list.selected_keys
        alone = chosen[0] if len(chosen) == 1 else None
        open_booking(self.frame, invoice_id=alone.id if isinstance(alone, Ref) else None)

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where an invoice or what settles it was written."""
        if changes.touches("invoice") or changes.touches("payment"):
            self.list.reload()


def _teaching() -> Empty:
    return Empty(
        "receipt-text",
        _("Invoices stand here"),
        _(
            "An invoice is issued from a contract: it takes over lines, prices and taxes, nothing is typed "
            "again. Open a contract and press “Issue invoice”."
        ),
        _FIRST,
        _("Open contracts"),
        sample=False,
    )
