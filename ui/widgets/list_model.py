"""A list that grows while it is scrolled: pages come by key from a reader thread."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.kit.queries import Latest
from ui.kit.tool_tips import plain_tip
from ui.widgets.list_rows import Fetch, ListColumn, ListKind, ListPage, ListRequest, ListRow
from ui.widgets.state_chip import Chip

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMERIC = (ListKind.NUMBER, ListKind.DATE)


class ListModel(QAbstractTableModel):
    """Holds the rows fetched so far; old rows stay until the first page of a new request is there.

    Signals:
        loaded: The first page of a request was shown.
        refused: The `AppError` a fetch met.
        crashed: Any other exception of a fetch.
    """

    loaded = Signal()
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, columns: Sequence[ListColumn], fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.request = ListRequest()
        self._fetch = fetch
        self._rows: list[ListRow] = []
        self._next: object = None
        self._fresh = False
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(self.refused)
        self._latest.crashed.connect(self.crashed)

    @property
    def rows(self) -> Sequence[ListRow]:
        """Return the rows fetched so far."""
        return self._rows

    @property
    def is_complete(self) -> bool:
        """Tell whether every row of the request is here."""
        return self._next is None and not self._latest.is_waiting

    def ask(self, request: ListRequest) -> None:
        """Show what another request finds."""
        self.request = request._replace(after=None)
        self._fresh = True
        self._ask(self.request)

    def reload(self) -> None:
        """Ask again, for as many rows as are shown: some of them were written."""
        wanted = max(self.request.limit, min(len(self._rows), 5 * self.request.limit))
        self._fresh = True
        self._ask(self.request._replace(limit=wanted))

    def place(self, key: Hashable) -> int:
        """Return where a row stands, -1 when it is not here."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of rows fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether more rows can be had and none are on their way."""
        return not parent.isValid() and self._next is not None and not self._latest.is_waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the following page."""
        if self.canFetchMore(parent):
            self._ask(self.request._replace(after=self._next))

    def cell(self, at: int, column: int) -> str | Chip:
        """Return what a cell shows."""
        return self._rows[at].cells[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, alignment and tip."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = self.cell(index.row(), index.column())
            text = cell.text if isinstance(cell, Chip) else cell
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the titles."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def retitle(self) -> None:
        """Say the titles in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.columns[column].kind in _NUMERIC else _LEFT

    def _ask(self, request: ListRequest) -> None:
        fetch = self._fetch
        self._latest.ask(lambda: fetch(request))

    def _arrived(self, page: ListPage) -> None:
        self._next = page.next
        if self._fresh:
            self._fresh = False
            self.beginResetModel()
            self._rows = list(page.rows)
            self.endResetModel()
            self.loaded.emit()
        elif page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
