"""The list of products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.money import Currency, Money
from ui.catalog.rows import COLUMNS, fetch
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from decimal import Decimal

    from app.kernel.changes import Changes

NEW = "catalog.new"


class CatalogPage(Page):
    """Everything that can be sold."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(COLUMNS, fetch(frame.session), self._written, parent=self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: self.new())
        self.list.remember_in(frame.settings, "catalog")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("sku", empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Catalog"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New product"), self.new, "Ctrl+N", "plus"),
            ActionSpec(
                "catalog.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def new(self) -> None:
        """Open an empty product's page."""
        from ui.catalog.product_view import ProductPage

        self.frame.open_page("catalog.new", lambda frame: ProductPage(frame, None))

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a product was written."""
        if changes.touches("product"):
            self.list.reload()

    def _written(self, amount: Decimal, unit: str) -> str:
        return self.frame.session.formats.money(Money(amount, Currency.of(unit)))


def _teaching() -> Empty:
    return Empty(
        "package",
        _("Products stand here"),
        _("Import your price list as csv or xlsx from Settings, or add the first product."),
        NEW,
        _("New product"),
    )
