"""A short table inside a page: as tall as its rows, painted as lists are, without a scroll bar of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from ui.kit.fonts import Type, font, set_type
from ui.kit.tokens import Height, Space
from ui.widgets.list_delegate import ListDelegate
from ui.widgets.list_model import ListModel
from ui.widgets.list_rows import ListColumn, ListKind, ListPage, ListRow

_NARROWEST_COLUMN = 40
_CELL_PADDING = 2 * Space.S + Space.XS


class FixedRows(ListModel):
    """Rows that are all here: nothing is fetched."""

    def __init__(self, columns: Sequence[ListColumn], parent: QWidget | None = None) -> None:
        super().__init__(columns, lambda _request: ListPage(()), parent)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows."""
        if tuple(rows) != tuple(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return that these are all."""
        return False


class FixedTable(QTableView):
    """Shows rows; the page around it scrolls.

    Signals:
        opened: The key of the row to open (Return, double click), where it has one.
    """

    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[ListColumn],
        optional: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            columns: Left to right; one of them stretches.
            optional: Keys of columns that go, in this order, where the one that stretches has no room.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._optional = tuple(optional)
        self._hidden: frozenset[str] = frozenset()
        self.rows = FixedRows(columns, self)
        self.setModel(self.rows)
        self._cells = ListDelegate(self.rows, self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(_NARROWEST_COLUMN)
        set_type(header, Type.CAPTION)
        for at, column in enumerate(self.rows.columns):
            header.resizeSection(at, column.width)
            self.setColumnHidden(at, not column.shown)
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def show_rows(self, rows: Sequence[ListRow], hidden: Collection[str] = ()) -> None:
        """Show other rows; columns named in `hidden` have nothing to say for them."""
        self._hidden = frozenset(hidden)
        self.rows.show_rows(rows)
        self._widen(rows)
        self._fit()
        self._make_room()

    def _widen(self, rows: Sequence[ListRow]) -> None:
        """Make room for the longest number or period of each column: one that is cut off is a wrong one."""
        metrics = QFontMetrics(font(Type.NUMBER))
        for at, column in enumerate(self.rows.columns):
            if column.stretch or column.kind not in (ListKind.NUMBER, ListKind.DATE):
                continue
            texts = [cell for cell in (row.cells[at] for row in rows) if isinstance(cell, str)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            self.horizontalHeader().resizeSection(at, max(column.width, widest + _CELL_PADDING))

    def retranslate(self) -> None:
        """Say the titles in the current language."""
        self.rows.retitle()

    def sizeHint(self) -> QSize:
        """Return the room all rows need."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide and show what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Return; leave what scrolls the page to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first row where it is on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no row marked behind: several tables stand on a page."""
        super().focusOutEvent(event)
        self.clearSelection()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def _open(self, row: int) -> None:
        key = self.rows.rows[row].key
        if key is not None:
            self.opened.emit(key)

    def _make_room(self) -> None:
        """Hide optional columns until the one that stretches has its width."""
        columns = self.rows.columns
        gone = set(self._hidden) | {column.key for column in columns if not column.shown}
        for key in self._optional:
            if sum(column.width for column in columns if column.key not in gone) <= self.width():
                break
            gone.add(key)
        for at, column in enumerate(columns):
            if self.isColumnHidden(at) != (column.key in gone):
                self.setColumnHidden(at, column.key in gone)

    def _fit(self) -> None:
        height = max(Height.ROW, self.fontMetrics().height() + 16)
        self.verticalHeader().setDefaultSectionSize(height)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.rows.rowCount() * height + 2 * self.frameWidth() + 1)
