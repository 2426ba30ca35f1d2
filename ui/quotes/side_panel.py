"""Beside the quote: its paper as it is now (F9), the price of the current line (F7), its history (F8)."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.pricing.inverse import BetterTier
from app.pricing.result import PricedDocument
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import Quote
from app.services.quote_editor import paper
from app.services.timeline import of_document
from ui.kit.icons import set_icon
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.quotes.history import timeline_entries
from ui.quotes.presenter import QuotePresenter
from ui.quotes.waterfalls import waterfall
from ui.shell.session import Session
from ui.widgets.document_preview import DocumentPreview, MakePdf
from ui.widgets.timeline import Timeline
from ui.widgets.waterfall import WaterfallView


class Panel(StrEnum):
    """What stands beside the quote; the value is what the window remembers."""

    NONE = ""
    PREVIEW = "preview"
    PRICE = "price"
    HISTORY = "history"


_ORDER = (Panel.PREVIEW, Panel.PRICE, Panel.HISTORY)
NARROWEST = {Panel.PREVIEW: 340, Panel.PRICE: 452, Panel.HISTORY: 300}


class SidePanel(QWidget):
    """Three views of one quote, one at a time.

    Signals:
        closed: The person has seen enough.
        link_wanted: The `Ref` of another document of the timeline.
        crashed: A bug met while drawing.
    """

    closed = Signal()
    link_wanted = Signal(object)
    crashed = Signal(object)

    def __init__(self, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._line: UUID | None = None
        self.preview = DocumentPreview()
        self.preview.crashed.connect(self.crashed)
        self.price = WaterfallView()
        self.timeline = Timeline()
        self.timeline.link_wanted.connect(self.link_wanted)
        self._no_line = QLabel()
        self._no_line.setTextFormat(Qt.TextFormat.PlainText)
        self._no_line.setWordWrap(True)
        self._no_line.setProperty("tone", "soft")
        self._history = Latest(self)
        self._history.arrived.connect(self.timeline.show_entries)
        self._history.refused.connect(presenter.refused)
        self._history.crashed.connect(self.crashed)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._close = QToolButton()
        set_icon(self._close, "x")
        self._close.clicked.connect(self.closed)
        self._stack = QStackedWidget()
        for body in (self.preview, _scrolled(self.price, self._no_line), _scrolled(self.timeline)):
            self.tabs.addTab("")
            self._stack.addWidget(body)
        self.tabs.currentChanged.connect(self._turn)
        self._lay_out()
        self.retranslate()
        presenter.changed.connect(self.show_quote)

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.tabs.setAccessibleName(_("Beside the quote"))
        for at, text in enumerate((_("Preview"), _("Price"), _("History"))):
            self.tabs.setTabText(at, text)
        self._close.setAccessibleName(_("Close the panel"))
        self._close.setToolTip(_("Close the panel"))
        self._no_line.setText(_("Put the cursor on a product line to see how its price is made."))

    @property
    def panel(self) -> Panel:
        """Return the view in front."""
        return _ORDER[self.tabs.currentIndex()]

    def open(self, panel: Panel) -> None:
        """Bring a view to the front and show the quote in it."""
        self.tabs.setCurrentIndex(_ORDER.index(panel))
        self.show_quote()
        if panel is Panel.HISTORY:
            self.ask_history()

    def show_line(self, line: UUID | None) -> None:
        """Explain another line."""
        self._line = line
        if self.isVisible() and self.panel is Panel.PRICE:
            self._show_price()

    def show_quote(self) -> None:
        """Show the quote as it is now; only the view in front, and nothing while hidden."""
        if not self.isVisible():
            return
        if self.panel is Panel.PREVIEW:
            self.preview.show_pdf(self._make())
        elif self.panel is Panel.PRICE:
            self._show_price()

    def ask_history(self) -> None:
        """Read the timeline; the answer comes later."""
        session, ref = self._presenter.session, Ref("quote", self._presenter.quote.id)
        zone = self._presenter.surroundings.company.seller.time_zone
        formats = session.formats
        self._history.ask(
            session.question(
                lambda unit: timeline_entries(
                    of_document(unit, kind="quote", document_id=ref.id), ref, zone, formats
                )
            )
        )

    def showEvent(self, event: object) -> None:
        """Show what changed while the panel was hidden."""
        self.show_quote()

    def _make(self) -> MakePdf:
        """Return what draws the open quote's paper, from frozen values only."""
        return _paper_of(self._presenter.session, self._presenter.quote, self._presenter.priced)

    def _show_price(self) -> None:
        quote = self._presenter.quote
        line = next((line for line in quote.product_lines if line.id == self._line), None)
        priced = line is not None and line.kind is LineKind.PRODUCT
        self.price.setVisible(priced)
        self._no_line.setVisible(not priced)
        if line is not None:
            formats = self._presenter.session.formats
            self.price.show_waterfall(waterfall(line, self._presenter.priced, formats, self._better(line)))

    def _better(self, line: QuoteLine) -> tuple[BetterTier, ...]:
        """Return the larger quantities that cost no more; what was sent is not advised any more."""
        presenter = self._presenter
        if not presenter.is_editable or str(line.id) not in {each.key for each in presenter.priced.lines}:
            return ()
        return presenter.surroundings.pricer.better_tiers(presenter.priced, line.id)

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.setMinimumWidth(NARROWEST[_ORDER[at]])
        self.show_quote()
        if _ORDER[at] is Panel.HISTORY:
            self.ask_history()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.XS, Space.S, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(NARROWEST[self.panel])


def _paper_of(session: Session, quote: Quote, priced: PricedDocument) -> MakePdf:
    ask = session.question(lambda unit: paper(unit, quote, priced))

    def make() -> bytes:
        drawn = ask()
        return drawn if isinstance(drawn, bytes) else b""

    return make


def _scrolled(*widgets: QWidget) -> QScrollArea:
    body = QWidget()
    body.setProperty("kind", "page")
    column = QVBoxLayout(body)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(body)
    return area
