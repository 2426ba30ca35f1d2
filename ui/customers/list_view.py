"""The list of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.money import Currency, Money
from ui.customers.rows import COLUMNS, fetch
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from decimal import Decimal

    from app.kernel.changes import Changes

NEW = "customers.new"


class CustomersPage(Page):
    """Everybody who buys, or may."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(COLUMNS, fetch(frame.session), self._written, parent=self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: self.new())
        self.list.remember_in(frame.settings, "customers")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("name", empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Customers"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New customer"), self.new, "Ctrl+N", "plus"),
            ActionSpec(
                "customers.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def new(self) -> None:
        """Open an empty customer's page."""
        from ui.customers.customer_view import CustomerPage

        self.frame.open_page("customers.new", lambda frame: CustomerPage(frame, None))

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a customer was written."""
        if changes.touches("customer"):
            self.list.reload()

    def _written(self, amount: Decimal, unit: str) -> str:
        return self.frame.session.formats.money(Money(amount, Currency.of(unit)))


def _teaching() -> Empty:
    return Empty(
        "users",
        _("Customers stand here"),
        _("Add the first one, import a table from Settings, or create one while writing a quote."),
        NEW,
        _("New customer"),
        sample=False,
    )
