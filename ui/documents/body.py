"""The page around an issued document: its chain, what is known of it, and beside it its paper and history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.quotes.notice import Notice
from ui.widgets.chain_bar import ChainBar, ChainLink
from ui.widgets.document_preview import DocumentPreview
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from ui.kit.settings import WindowSettings

PAPER, HISTORY = "paper", "history"
_NARROWEST_BODY, _NARROWEST_ASIDE = 420, 300
_SHARES = {PAPER: (5, 3), HISTORY: (8, 3)}
"""A paper wants more room than a history."""
_WIDEST_BODY = 1240


class DocumentBody(QWidget):
    """Sections on the left, which the page adds; paper and history on the right, F9 shows and hides them.

    Signals:
        link_wanted: The `Ref` of another document.
    """

    link_wanted = Signal(object)

    def __init__(
        self, settings: WindowSettings, name: str, first: str = PAPER, *, has_paper: bool = True
    ) -> None:
        """Make an empty body.

        Args:
            settings: Where the width of the right side is remembered.
            name: Under which name.
            first: `PAPER` for a document whose paper is looked at first, `HISTORY` for others.
            has_paper: Whether there is a paper at all.
        """
        super().__init__()
        self._settings, self._name = settings, f"{name}/aside"
        self.chain, self.notice = ChainBar(), Notice()
        self.chain.wanted.connect(self.link_wanted)
        self.preview, self.timeline = DocumentPreview(), Timeline()
        self.timeline.link_wanted.connect(self.link_wanted)
        self.sections = QVBoxLayout()
        self.sections.setSpacing(Space.XL)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Beside the document"))
        self._stack = QStackedWidget()
        self.aside = self._aside(first)
        self.tabs.setTabVisible(0, has_paper)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self.aside)
        for at, share in enumerate(_SHARES[first]):
            self.splitter.setStretchFactor(at, share)
        self.splitter.setSizes([share * 1000 for share in _SHARES[first]])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        state = settings.state(self._name)
        if not state.isEmpty():
            self.splitter.restoreState(state)
        self.aside.setVisible(settings.text(f"{self._name}-shown", "yes") == "yes")

    def add(self, title: str, *widgets: QWidget) -> QWidget:
        """Add a section under its heading; return it: it is hidden while it has nothing to say."""
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        if title:
            heading = QLabel(title)
            heading.setTextFormat(Qt.TextFormat.PlainText)
            set_type(heading, Type.HEADING)
            column.addWidget(heading)
        for widget in widgets:
            column.addWidget(widget)
        self.sections.addWidget(section)
        return section

    def show_deal(self, links: Sequence[ChainLink], entries: Sequence[TimelineEntry]) -> None:
        """Show the chain the document stands in, and its history."""
        self.chain.show_links(links)
        self.timeline.show_entries(entries)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the stored paper."""
        self.preview.show_pdf(lambda: pdf)

    def toggle_aside(self) -> None:
        """Show or hide the right side (F9)."""
        self.aside.setVisible(self.aside.isHidden())
        self._settings.remember(f"{self._name}-shown", "no" if self.aside.isHidden() else "yes")

    def remember(self) -> None:
        """Remember how wide the right side is."""
        self._settings.remember(self._name, self.splitter.saveState())

    def _left(self) -> QWidget:
        content = QWidget()
        content.setProperty("kind", "page")
        content.setMaximumWidth(_WIDEST_BODY)
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(self.chain)
        column.addWidget(self.notice)
        column.addLayout(self.sections)
        column.addStretch(1)
        left = _scrolled(content)
        left.setMinimumWidth(_NARROWEST_BODY)
        return left

    def _aside(self, first: str) -> QWidget:
        history = QWidget()
        history.setProperty("kind", "page")
        column = QVBoxLayout(history)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(self.timeline)
        column.addStretch(1)
        for text, body in ((_("Paper"), self.preview), (_("History"), _scrolled(history))):
            self.tabs.addTab(text)
            self._stack.addWidget(body)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.tabs.setCurrentIndex(0 if first == PAPER else 1)
        aside = QWidget()
        aside.setMinimumWidth(_NARROWEST_ASIDE)
        whole = QVBoxLayout(aside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.XS, Space.L, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        whole.addLayout(bar)
        whole.addWidget(self._stack, 1)
        return aside


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
