"""The page of a section: its list, from filter to foot; the nouns say what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.money import Currency, Money
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Page
from ui.widgets.list_rows import Empty, Fetch, ListColumn, ListFilter
from ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from app.kernel.changes import Changes


class SectionList(NamedTuple):
    """What a section lists.

    Attributes:
        section: The section's id; its list's widths and views are remembered under it.
        columns: Left to right.
        fetch: Reads a page on a reader thread.
        sort: Key of the column it is sorted by at first.
        empty: Returns what an empty list teaches.
        records: Kinds of records shown: where one is written the list asks again.
        descending: Largest first.
        filters: Ready-made choices of rows.
    """

    section: str
    columns: Sequence[ListColumn]
    fetch: Fetch
    sort: str
    empty: Callable[[], Empty]
    records: tuple[str, ...]
    descending: bool = False
    filters: Sequence[ListFilter] = ()


class SectionPage(Page):
    """A section's list; derive, say the heading, the actions and what the empty list's button does."""

    def __init__(self, frame: Frame, listed: SectionList) -> None:
        super().__init__(frame)
        self._listed = listed
        self.list = ListView(listed.columns, listed.fetch, self._written, listed.filters, self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: self.begin_first())
        self.list.remember_in(frame.settings, listed.section)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin(listed.sort, listed.descending, listed.empty)

    def begin_first(self) -> None:
        """Do what the empty list offers."""

    def find_action(self) -> ActionSpec:
        """Return the action that leads to the filter box."""
        id = f"{self._listed.section}.find"
        return ActionSpec(id, lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search")

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where something the list shows was written."""
        if any(changes.touches(kind) for kind in self._listed.records):
            self.list.reload()

    def _written(self, amount: Decimal, currency: str) -> str:
        return self.frame.session.formats.money(Money(amount, Currency.of(currency)))
