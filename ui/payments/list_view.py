"""The list of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from ui.documents.listing import written
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.payments.opening import open_booking
from ui.payments.rows import COLUMNS, FILTERS, fetch
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from app.kernel.changes import Changes

BOOK = "payments.book"


class PaymentsPage(Page):
    """All money that came in, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(COLUMNS, fetch(frame.session), written(frame.session), FILTERS, self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: self.book())
        self.list.remember_in(frame.settings, "payments")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("paid_on", descending=True, empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Payments"), primary=BOOK)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Book payment and Find."""
        return (
            ActionSpec(BOOK, lambda: _("&Book payment"), self.book, "Ctrl+N", "plus"),
            ActionSpec(
                "payments.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def book(self) -> None:
        """Book a payment of any customer."""
        open_booking(self.frame)

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a payment was written."""
        if changes.touches("payment"):
            self.list.reload()


def _teaching() -> Empty:
    return Empty(
        "wallet",
        _("Payments stand here"),
        _(
            "Book what a customer paid: it settles their oldest invoices first, you may share it out "
            "differently, and what is left stays as their credit."
        ),
        BOOK,
        _("Book payment"),
        sample=False,
    )
