"""One open quote: head, lines and foot, with its paper, prices and history beside it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.quotes.editing import change_line
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import Quote
from app.services.quote_editor import last_quote
from app.services.timeline import chain
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.quotes.cells import Writing
from ui.quotes.configuring import Configuring
from ui.quotes.creating import Creating
from ui.quotes.discount_dialog import DiscountDialog
from ui.quotes.edits import with_section_discount
from ui.quotes.foot_view import CHECKS, FootView
from ui.quotes.header_view import HeaderView
from ui.quotes.history import chain_links
from ui.quotes.ids import LineIds
from ui.quotes.intents import GridIntents
from ui.quotes.line_dialog import LineDialog
from ui.quotes.lines_view import LinesView
from ui.quotes.notice import Notice
from ui.quotes.places import place_of
from ui.quotes.presenter import QuotePresenter
from ui.quotes.side_panel import NARROWEST, Panel, SidePanel
from ui.shell.page import Frame
from ui.widgets.chain_bar import ChainBar

_WIDTH = "quotes/panel_width"
_LINES_NEED = 600
"""Below this width the lines could not be read."""


class QuoteEditor(QWidget):
    """The parts of the builder, wired to one presenter.

    Signals:
        panel_changed: The `Panel` that is open beside the quote now.
    """

    panel_changed = Signal(object)

    def __init__(self, frame: Frame, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self.presenter = presenter
        self.intents = GridIntents(presenter, LineIds(), self)
        self.notice, self.chain = Notice(), ChainBar()
        self.header = HeaderView(presenter)
        self.lines = LinesView(presenter, self.intents)
        self.foot = FootView(presenter)
        self.panel = SidePanel(presenter)
        self.creating = Creating(presenter, self)
        self.configuring = Configuring(presenter, LineIds(), self)
        self.discount: DiscountDialog | None = None
        self.line: LineDialog | None = None
        self._chain_asked, self._last_asked = Latest(self), Latest(self)
        self._left = QWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.panel.hide()
        self.header.set_editable(presenter.is_editable)
        if not presenter.quote.is_editable:
            self.ask_chain()

    def begin(self) -> None:
        """Put the focus where work begins: the customer of a new quote, else the line to be added next."""
        if not self.presenter.is_editable:
            self.lines.grid.setFocus()
        elif self.presenter.quote.customer_id is None:
            self.header.customer.setFocus()
        else:
            self.lines.grid.go_to(None)

    def jump(self, where: str) -> None:
        """Put the cursor where a finding points."""
        place = place_of(where)
        if place.line is not None:
            column = place.column if place.column != "amount" else "quantity"
            self.lines.grid.go_to(place.line, column)
        elif not self.header.jump(place.field):
            self.lines.grid.go_to(None)

    @property
    def open_now(self) -> Panel:
        """Return what is open beside the quote, also while the page stands behind another."""
        return Panel.NONE if self.panel.isHidden() else self.panel.panel

    def toggle_panel(self, panel: Panel) -> None:
        """Open a view beside the quote, or close it where it is open."""
        self.open_panel(Panel.NONE if self.open_now is panel else panel)

    def open_panel(self, panel: Panel) -> None:
        """Open a view beside the quote; none closes the panel."""
        self.panel.setVisible(panel is not Panel.NONE)
        self._share()
        if panel is not Panel.NONE:
            self._make_room(panel)
            self.panel.open(panel)
            self._show_current_line()
        self.panel_changed.emit(panel)

    def show_checks(self) -> None:
        """Show what stands in the way of sending."""
        self.foot.open_tab(CHECKS)
        self.foot.show_findings()

    def ask_chain(self) -> None:
        """Read which documents the quote became; the answer comes later."""
        ref = Ref("quote", self.presenter.quote.id)
        self._chain_asked.ask(
            self.presenter.session.question(
                lambda unit: chain_links(chain(unit, kind="quote", document_id=ref.id), ref)
            )
        )

    def add_last_items(self) -> None:
        """Add the lines of the customer's last quote (U9)."""
        quote = self.presenter.quote
        customer = quote.customer_id
        if customer is None:
            self._frame.notify(_("Choose a customer first: their last quote gives the lines."))
            return
        self._last_asked.ask(
            self.presenter.session.question(
                lambda unit: last_quote(unit, customer_id=customer, other_than=quote.id)
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Let the panel take the place of the lines where both find no room (a small window)."""
        both = self.width() >= _LINES_NEED + NARROWEST[self.panel.panel]
        self._left.setVisible(both or self.open_now is Panel.NONE)

    def _make_room(self, panel: Panel) -> None:
        """Give the panel the width it had last, or a third; the lines keep what they need."""
        whole = self.width()
        remembered = self._frame.settings.number(_WIDTH, 0)
        wanted = max(NARROWEST[panel], remembered or whole // 3)
        panel_width = max(NARROWEST[panel], min(wanted, whole - _LINES_NEED))
        self.splitter.setSizes([whole - panel_width, panel_width])

    def _keep_width(self) -> None:
        self._frame.settings.remember(_WIDTH, self.panel.width())

    def _go_on_to_lines(self) -> None:
        """A quote that has its customer and no line yet: what is typed next is a product."""
        if not self.presenter.quote.lines and self.header.customer.hasFocus():
            self.lines.grid.go_to(None)

    def _show_last(self, other: Quote | None) -> None:
        if other is None or not other.lines:
            self._frame.notify(_("This customer has no other quote with lines."))
        else:
            self.intents.add_from(other)

    def _show_chain(self, links: list[object]) -> None:
        self.chain.show_links(links)  # type: ignore[arg-type]  # what the question returned
        self.chain.setVisible(len(links) > 1)

    def _show_current_line(self) -> None:
        key = self.lines.grid.current_key
        self.panel.show_line(key if isinstance(key, UUID) else None)

    def configure(self) -> None:
        """Configure the bundle of the cursor's line."""
        line = self._current_line()
        if line is not None:
            self.configuring.ask(line)

    def _current_line(self) -> QuoteLine | None:
        """Return the cursor's line, and say so where it stands on none."""
        key = self.lines.grid.current_key
        line = next((line for line in self.presenter.quote.lines if line.id == key), None)
        if line is None:
            self._frame.notify(_("Put the cursor on a line first."))
        return line

    def ask_line(self) -> None:
        """Ask for what the cursor's line says beyond its cells."""
        line = self._current_line()
        if line is None:
            return
        self.line = LineDialog(line, self.presenter.session.formats, self)
        self.line.line_taken.connect(self._take_line)
        self.line.open()

    def _take_line(self, taken: QuoteLine) -> None:
        """Take text and term; the cells may have moved on behind the dialog."""

        def change(line: QuoteLine) -> QuoteLine:
            return replace(line, name=taken.name, detail=taken.detail, term_months=taken.term_months)

        self.presenter.attempt(_("Change line"), lambda quote: change_line(quote, taken.id, change))

    def _ask_discount(self, section: UUID | None) -> None:
        quote = self.presenter.quote
        heading = next((line for line in quote.lines if line.id == section), None)
        if heading is None or heading.kind is not LineKind.HEADING:
            self._frame.notify(_("The line stands in no section. Add a section above it first."))
            return
        dialog = DiscountDialog(heading, Writing(self.presenter.session.formats, quote.currency), self)
        dialog.discount_taken.connect(
            lambda discount: self.presenter.attempt(
                _("Change section discount"),
                lambda draft: with_section_discount(draft, heading.id, discount),
            )
        )
        self.discount = dialog
        dialog.open()

    def _connect(self) -> None:
        self.intents.create_wanted.connect(self.creating.ask_product)
        self.intents.said.connect(lambda text: self._frame.notify(text) if text else None)
        self.header.create_wanted.connect(self.creating.ask_customer)
        self.header.customer_taken.connect(self._go_on_to_lines)
        self.header.said.connect(self._frame.notify)
        self.creating.customer_made.connect(self.header.take_customer)
        self.creating.product_made.connect(self.lines.put_product)
        self.configuring.said.connect(self._frame.notify)
        self.lines.line_changed.connect(lambda _key: self._show_current_line())
        self.lines.last_wanted.connect(self.add_last_items)
        self.lines.discount_wanted.connect(self._ask_discount)
        self.foot.jump_wanted.connect(self.jump)
        self.splitter.splitterMoved.connect(lambda _at, _index: self._keep_width())
        self.panel.closed.connect(lambda: self.open_panel(Panel.NONE))
        self.panel.link_wanted.connect(self._frame.open)
        self.panel.crashed.connect(self.presenter.crashed)
        self.chain.wanted.connect(self._frame.open)
        self._frame.theme.changed.connect(self.lines.refit)
        for asked, show in ((self._chain_asked, self._show_chain), (self._last_asked, self._show_last)):
            asked.arrived.connect(show)
            asked.refused.connect(self.presenter.refused)
            asked.crashed.connect(self.presenter.crashed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.notice)
        column.addWidget(self.chain)
        column.addWidget(self.header)
        column.addWidget(self.lines, 1)
        column.addWidget(self.foot)
        self.chain.hide()
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
