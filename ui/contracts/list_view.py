"""The list of contracts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.contracts.rows import COLUMNS, fetch
from ui.documents.listing import written
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from app.kernel.changes import Changes

OPEN = "contracts.open"
_FIRST = "contracts.quotes"


class ContractsPage(Page):
    """Every agreement, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(COLUMNS, fetch(frame.session), written(frame.session), (), self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: frame.open_section("quotes"))
        self.list.selection_changed.connect(lambda _keys: self.heading_changed.emit())
        self.list.remember_in(frame.settings, "contracts")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("signed_on", descending=True, empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Contracts"), primary=OPEN)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Open and Find."""
        return (
            ActionSpec(OPEN, lambda: _("&Open contract"), self.open_chosen, "Ctrl+O", blocked=self._why_not),
            ActionSpec(
                "contracts.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def open_chosen(self) -> None:
        """Open the chosen contract."""
        for key in self.list.selected_keys[:1]:
            if isinstance(key, Ref):
                self.frame.open(key)

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a contract was written."""
        if changes.touches("contract"):
            self.list.reload()

    def _why_not(self) -> str:
        return "" if len(self.list.selected_keys) == 1 else _("Choose one contract of the list.")


def _teaching() -> Empty:
    return Empty(
        "scroll-text",
        _("Contracts stand here"),
        _(
            "When a customer accepts a quote, its contract is made by itself, with the billing schedule of "
            "everything in it."
        ),
        _FIRST,
        _("Open quotes"),
        sample=False,
    )
