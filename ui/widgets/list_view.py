"""A list of documents, customers or products: filter, sort, columns, totals of the selection (U29, U30)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.settings import WindowSettings
from ui.kit.tokens import Height, Space
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_delegate import ListDelegate
from ui.widgets.list_model import ListModel
from ui.widgets.list_rows import Empty, Fetch, ListColumn, ListFilter, ListKind, ListRequest
from ui.widgets.view_bar import ViewBar

_TYPING_PAUSE_MS = 60
_FILTER_WIDTH = 260
WriteAmount = Callable[[Decimal, str], str]
"""Writes an amount with its currency for the foot of the list."""


class ListView(QWidget):
    """Filter box and views above, the table, the selection's totals below.

    Signals:
        opened: The key of the row to open (Return, double click).
        selection_changed: The keys of the chosen rows.
        empty_wanted: The id of the empty list's action.
        sample_wanted: The person wants the sample company.
        refused: The `AppError` a fetch met.
        crashed: Any other exception of a fetch.
    """

    opened = Signal(object)
    selection_changed = Signal(object)
    empty_wanted = Signal(str)
    sample_wanted = Signal()
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        columns: Sequence[ListColumn],
        fetch: Fetch,
        write_amount: WriteAmount,
        filters: Sequence[ListFilter] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make a list that shows nothing until `begin`.

        Args:
            columns: Left to right; one of them stretches.
            fetch: Reads a page on a reader thread.
            write_amount: Writes the totals of the selection.
            filters: Ready-made choices of rows, the first one chosen.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._write_amount = write_amount
        self._empty: Callable[[], Empty] | None = None
        self._settings: tuple[WindowSettings, str] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.model = ListModel(columns, fetch, self)
        self.model.loaded.connect(self._loaded)
        self.model.refused.connect(self.refused)
        self.model.crashed.connect(self.crashed)
        self.table = _Table(self.model)
        self.table.opened.connect(self._open)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.horizontalHeader().customContextMenuRequested.connect(self._column_menu)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.filter_box = self._made_filter_box()
        self.views = ViewBar(filters)
        self.views.chosen.connect(self._view_chosen)
        self.views.name_given.connect(self.save_view)
        self._columns_button = QToolButton()
        set_icon(self._columns_button, "columns-3")
        self._columns_button.clicked.connect(self._column_menu)
        self.empty_state = EmptyState()
        self.empty_state.wanted.connect(self.empty_wanted)
        self.empty_state.sample_wanted.connect(self.sample_wanted)
        self._foot = QLabel()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.filter_box.setPlaceholderText(_("Filter"))
        self.filter_box.setAccessibleName(_("Filter the list"))
        self.table.setAccessibleName(_("List"))
        self._columns_button.setAccessibleName(_("Choose columns"))
        self._columns_button.setToolTip(_("Choose columns"))
        self.model.retitle()
        self._show_foot()

    def begin(self, sort: str, descending: bool = False, empty: Callable[[], Empty] | None = None) -> None:
        """Fetch the first rows, sorted by a column; `empty` says what an empty list teaches."""
        self._empty = empty
        request = ListRequest(sort=sort, descending=descending, view=self.views.current)
        self.model.ask(request)
        self._show_sort(request)

    def remember_in(self, settings: WindowSettings, name: str) -> None:
        """Take column widths, chosen columns and saved views from the settings, and keep them there."""
        self._settings = (settings, f"list-{name}")
        state = settings.state(f"list-{name}/columns")
        if not state.isEmpty():
            self.table.horizontalHeader().restoreState(state)
        self.views.restore(settings.texts(f"list-{name}/views"))

    def remember(self) -> None:
        """Write widths and views to the settings (when the page is left)."""
        if self._settings is not None:
            settings, name = self._settings
            settings.remember(f"{name}/columns", self.table.horizontalHeader().saveState())
            settings.remember(f"{name}/views", self.views.saved())

    def reload(self) -> None:
        """Ask again: rows shown here were written."""
        self.model.reload()

    def focus_filter(self) -> None:
        """Put the cursor into the filter box (Ctrl+F)."""
        self.filter_box.setFocus()
        self.filter_box.selectAll()

    def search(self) -> None:
        """Fetch what the filter box says, now."""
        self._pause.stop()
        self.model.ask(self.model.request._replace(text=self.filter_box.text().strip()))

    def save_view(self, name: str) -> None:
        """Keep the present filter, text and order under a name."""
        self.views.save(name, self.model.request)

    @property
    def selected_keys(self) -> tuple[Hashable, ...]:
        """Return the keys of the chosen rows, top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row].key for row in rows)

    def totals(self) -> dict[str, dict[str, Decimal]]:
        """Return the selection's sums by column key and unit."""
        sums: dict[str, dict[str, Decimal]] = {}
        for index in self.table.selectionModel().selectedRows():
            row = self.model.rows[index.row()]
            for key, amount in row.amounts:
                by_unit = sums.setdefault(key, {})
                by_unit[row.unit] = by_unit.get(row.unit, Decimal(0)) + amount
        return sums

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Return go from the filter box into the list, and Esc empty the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus()
                if self.model.rows and not self.table.currentIndex().isValid():
                    self.table.selectRow(0)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter_box.text():
                self.filter_box.clear()
                self.search()
                return True
        return False

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.M)
        bar.addWidget(self.views, 1)
        bar.addWidget(self.filter_box)
        bar.addWidget(self._columns_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty_state)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.setMinimumHeight(Height.CONTROL)
        self._foot.setProperty("tone", "soft")
        set_type(self._foot, Type.NUMBER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _made_filter_box(self) -> QLineEdit:
        box = QLineEdit()
        box.setClearButtonEnabled(True)
        box.setFixedWidth(_FILTER_WIDTH)
        box.textChanged.connect(self._typed)  # the clear button tells nothing else
        box.installEventFilter(self)
        return box

    def _typed(self) -> None:
        """Wait for a pause of typing, so that not every letter asks the store."""
        self._pause.start()

    def _open(self, row: int) -> None:
        self.opened.emit(self.model.rows[row].key)

    def _loaded(self) -> None:
        request = self.model.request
        nothing = not self.model.rows and not request.text and request.view == self.views.first
        if nothing and self._empty is not None:
            self.empty_state.show_empty(self._empty())
        self._stack.setCurrentWidget(self.empty_state if nothing and self._empty else self.table)
        self._show_foot()

    def _view_chosen(self, request: ListRequest) -> None:
        wanted = request if request.sort else self.model.request._replace(view=request.view)
        self.filter_box.setText(wanted.text)
        self._pause.stop()
        self.model.ask(wanted)
        self._show_sort(wanted)

    def _sort_by(self, section: int) -> None:
        column = self.model.columns[section]
        if not column.sortable:
            self._show_sort(self.model.request)
            return
        same = self.model.request.sort == column.key
        numeric = column.kind in (ListKind.NUMBER, ListKind.DATE)
        descending = not self.model.request.descending if same else numeric
        request = self.model.request._replace(sort=column.key, descending=descending)
        self.model.ask(request)
        self._show_sort(request)

    def _show_sort(self, request: ListRequest) -> None:
        keys = [column.key for column in self.model.columns]
        order = Qt.SortOrder.DescendingOrder if request.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(
            keys.index(request.sort) if request.sort in keys else -1, order
        )

    def _column_menu(self, _where: object = None) -> None:
        menu = self.column_menu()
        menu.popup(self._columns_button.mapToGlobal(QPoint(0, self._columns_button.height())))

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, column in enumerate(self.model.columns):
            entry = QAction(column.title(), menu)
            entry.setCheckable(True)
            entry.setChecked(not self.table.isColumnHidden(at))
            entry.setEnabled(not column.stretch)
            entry.toggled.connect(lambda shown, at=at: self.table.setColumnHidden(at, not shown))
            menu.addAction(entry)
        return menu

    def _selected(self) -> None:
        self._show_foot()
        self.selection_changed.emit(self.selected_keys)

    def _show_foot(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        if count < 2:
            self._foot.setText("")
            return
        titles = {column.key: column.title() for column in self.model.columns}
        parts = [ngettext("{n} selected", "{n} selected", count).format(n=count)]
        for key, by_unit in self.totals().items():
            sums = " + ".join(self._write_amount(amount, unit) for unit, amount in sorted(by_unit.items()))
            parts.append(f"{titles[key]} {sums}")
        self._foot.setText("    ".join(parts))


class _Table(QTableView):
    """The table itself: whole rows, sorted by the store."""

    opened = Signal(int)

    def __init__(self, model: ListModel) -> None:
        super().__init__()
        self.setModel(model)
        self._cells = ListDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(Height.ROW + 4, self.fontMetrics().height() + 20))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(44)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        set_type(header, Type.CAPTION)
        for at, column in enumerate(model.columns):
            header.resizeSection(at, column.width)
            self.setColumnHidden(at, not column.shown)
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
