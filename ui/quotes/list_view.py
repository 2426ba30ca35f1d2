"""The list of quotes."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.changes import Changes
from app.kernel.money import Currency, Money
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.quotes.everywhere import NEW, new_quote
from ui.quotes.list_rows import columns, fetch, filters
from ui.quotes.sample import open_sample
from ui.shell.page import Frame, Heading, Page
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView


class QuotesPage(Page):
    """The newest revision of each offer, the newest offer first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = ListView(columns(), fetch(frame.session), self._written, filters(), self)
        self.list.opened.connect(frame.open)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.list.empty_wanted.connect(lambda _action: self.new())
        self.list.sample_wanted.connect(self._open_sample)
        self.list.remember_in(frame.settings, "quotes")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.addWidget(self.list)
        self.list.begin("dated", descending=True, empty=_teaching)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Quotes"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New quote"), self.new, "Ctrl+N", "plus", self._why_not),
            ActionSpec(
                "quotes.find", lambda: _("&Find in the list"), self.list.focus_filter, "Ctrl+F", "search"
            ),
        )

    def new(self) -> None:
        """Begin a quote."""
        new_quote(self.frame)

    def entered(self) -> None:
        """Put the focus where work begins."""
        self.list.table.setFocus()

    def left(self) -> None:
        """Remember widths and views."""
        self.list.remember()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a quote was written."""
        if changes.touches("quote"):
            self.list.reload()

    def _open_sample(self) -> None:
        if open_sample():
            self.frame.notify(_("The sample company opens in a window of its own."))
        else:
            self.frame.notify(_("The sample company could not be opened: the program was not found."))

    def _why_not(self) -> str:
        return self.frame.session.file.read_only

    def _written(self, amount: Decimal, unit: str) -> str:
        return self.frame.session.formats.money(Money(amount, Currency.of(unit)))


def _teaching() -> Empty:
    return Empty(
        "file-text",
        _("No quotes yet"),
        _(
            "A quote is where everything begins: pick a customer, type a few letters of each product, "
            "send it as a PDF. Contract and invoices follow from it without retyping."
        ),
        NEW,
        _("New quote"),
        sample=True,
    )
