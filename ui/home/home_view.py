"""The start page: large figures first, then what waits, two lists beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayoutItem,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.home.presenter import HomePresenter
from ui.home.short_list import ShortListView
from ui.home.shown import Figure, HomeShown
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_rows import Empty

if TYPE_CHECKING:
    from app.kernel.changes import Changes

NEW_QUOTE = "quotes.new"
_COLUMNS = 2


class HomePage(Page):
    """What waits for me today."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.presenter = HomePresenter(frame.session, self)
        self.presenter.shown.connect(self._show)
        self.empty = EmptyState()
        self.empty.wanted.connect(self._start)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._column.setSpacing(Space.XL)
        area = QScrollArea()
        area.setWidget(self._content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Home"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self.empty)

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Home"), primary=NEW_QUOTE if self._can_quote() else "")

    def entered(self) -> None:
        """Ask for what may have changed."""
        self.presenter.ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a document was written."""
        self.presenter.refresh(changes)

    def _show(self, shown: HomeShown) -> None:
        if shown.is_new:
            self._teach()
            return
        self._stack.setCurrentIndex(0)
        self._clear()
        self._column.addLayout(_figures(shown))
        grid = QGridLayout()
        grid.setSpacing(Space.XL)
        for n, short in enumerate(shown.lists):
            view = ShortListView(short)
            view.opened.connect(self.frame.open)
            view.all_wanted.connect(self.frame.open_section)
            grid.addWidget(view, n // _COLUMNS, n % _COLUMNS)
            grid.setColumnStretch(n % _COLUMNS, 1)
        self._column.addLayout(grid)
        self._column.addStretch(1)

    def _teach(self) -> None:
        self.empty.show_empty(
            Empty(
                "file-text",
                _("Begin with a quote"),
                _("Pick a customer, type products, send it. Contract and invoice follow by themselves."),
                NEW_QUOTE,
                _("New quote") if self._can_quote() else "",
            )
        )
        self._stack.setCurrentIndex(1)

    def _start(self, action: str) -> None:
        self.frame.actions_of_window.action(action).trigger()

    def _can_quote(self) -> bool:
        return any(spec.id == NEW_QUOTE for spec in self.frame.actions_of_window.specs())

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            _discard(item)


def _discard(item: QLayoutItem) -> None:
    """Let go of a layout's item and of everything in it."""
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        widget.deleteLater()
    while inner is not None and (child := inner.takeAt(0)) is not None:
        _discard(child)


def _figures(shown: HomeShown) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.XL * 2)
    for figure in shown.figures or (Figure(_("Money due"), "–", _("Every invoice is paid.")),):
        row.addLayout(_figure(figure))
    row.addStretch(1)
    return row


def _figure(figure: Figure) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.XS)
    label, amount, note = (QLabel(text) for text in (figure.label, figure.amount, figure.note))
    for each in (label, amount, note):
        each.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(each)
    label.setProperty("tone", "soft")
    note.setProperty("tone", "bad" if figure.late else "soft")
    set_type(amount, Type.FIGURE)
    return column
