"""The keyboard line grid: a document's lines, entered without the mouse (U1, U3-U7, U10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Height
from ui.widgets.grid_delegate import GridDelegate
from ui.widgets.grid_model import GridModel
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Key, LineIntents
from ui.widgets.hits import Hit, Search
from ui.widgets.lookup import Lookup
from ui.widgets.pasted import is_table, table_of, text_of

Index = QModelIndex | QPersistentModelIndex
_POSITION_WIDTH = 36
_NARROWEST_DESCRIPTION = 180


class LineGrid(QTableView):
    """Shows rows and turns keys, paste and drag into intents.

    Signals:
        line_changed: The key of the line the cursor is on, `None` on the empty last line.
        search_refused: The `AppError` a product search met.
        search_crashed: Any other exception of a search.
    """

    line_changed = Signal(object)
    search_refused = Signal(object)
    search_crashed = Signal(object)

    def __init__(
        self,
        columns: Sequence[GridColumn],
        intents: LineIntents,
        search: Search,
        after_pick: str = "quantity",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty grid.

        Args:
            columns: Left to right; one of them stretches, and one may be the product search.
            intents: The presenter that does what the person wants and shows the rows again.
            search: Finds products, on a reader thread.
            after_pick: Key of the column to type into after a product was taken.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._intents = intents
        self._search = search
        self._after_pick = after_pick
        self._before_typing = ""
        self.create_text: Callable[[str], str] | None = None
        self.grid_model = GridModel(columns, self)
        self._cells = GridDelegate(self.grid_model, self, self)
        self.setModel(self.grid_model)
        self.setItemDelegate(self._cells)
        self._look(columns)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Lines"))
        self._cells.placeholder_text = _("Add product")
        self.grid_model.retitle()

    def show_rows(self, rows: Sequence[GridRow]) -> None:
        """Show the document's lines as they are now."""
        self.grid_model.set_rows(rows)
        self._make_room()

    def set_editable(self, editable: bool) -> None:
        """Take input, or only show."""
        self.grid_model.set_editable(editable)

    @property
    def current_key(self) -> Key | None:
        """Return the line the cursor is on, `None` for the empty last line."""
        return self.grid_model.key(self.currentIndex().row())

    def go_to(self, key: Key | None, column: str = "") -> None:
        """Put the cursor on a cell (a finding's jump); a line nobody knows is the empty last one."""
        at = max(0, self.grid_model.column(column)) if column else self._lookup_column()
        self._go(self.grid_model.place(key), at)
        self.setFocus()

    def header_state(self) -> QByteArray:
        """Return the column widths to remember."""
        return self.horizontalHeader().saveState()

    def restore_header(self, state: QByteArray) -> None:
        """Take remembered column widths back."""
        if not state.isEmpty():
            self.horizontalHeader().restoreState(state)

    # What the person wants, by key or by menu

    def duplicate(self) -> None:
        """Copy the chosen lines behind the last of them; the cursor goes to the copy."""
        keys = self._chosen_keys()
        if keys:
            last = self.grid_model.place(keys[-1])
            self._intents.duplicate(keys)
            self._go(last + 1, self.currentIndex().column())

    def remove(self) -> None:
        """Take the chosen lines out; the cursor stays at the place."""
        keys = self._chosen_keys()
        if keys:
            at, column = self.grid_model.place(keys[0]), self.currentIndex().column()
            self._intents.remove(keys)
            self._go(at, column)

    def move_up(self) -> None:
        """Move the chosen lines up by one."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen lines down by one."""
        self._move(1)

    def clear_cell(self) -> None:
        """Empty the current cell."""
        index = self.currentIndex()
        if index.isValid() and self.grid_model.can_edit(index.row(), index.column()):
            self.commit(index, "")
            self._intents.seal()

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as a spreadsheet takes them."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        rows: dict[int, list[str]] = {}
        for index in indexes:
            rows.setdefault(index.row(), []).append(self.grid_model.text(index.row(), index.column()))
        QGuiApplication.clipboard().setText(text_of(rows.values()))

    def paste(self) -> None:
        """Make lines of copied rows; a single text goes into the current cell."""
        text = QGuiApplication.clipboard().text()
        index = self.currentIndex()
        if is_table(text):
            table = table_of(text)
            if table:
                self._intents.paste(self.current_key, table)
        elif text and index.isValid() and self.grid_model.can_edit(index.row(), index.column()):
            self.commit(index, text.strip("\r\n"))
            self._intents.seal()

    # The delegate's questions

    def began(self, index: Index) -> None:
        """Remember what Esc restores: an editor opens."""
        self._before_typing = self.grid_model.value_text(index.row(), index.column())

    def lookup_for(self, field: QLineEdit, at: int) -> Lookup:
        """Return the product search for an open lookup cell."""
        lookup = Lookup(field, self._search, self.create_text)
        key = self.grid_model.key(at)
        lookup.picked.connect(lambda hit: self._picked(field, key, hit))
        lookup.create_wanted.connect(lambda text: self._create(field, key, text))
        lookup.refused.connect(self.search_refused)
        lookup.crashed.connect(self.search_crashed)
        return lookup

    def typed(self, index: Index, text: str) -> None:
        """Let totals follow each keystroke; text that cannot be taken leaves the line as it was before.

        Otherwise "1,5" would leave the 1 behind that was taken on the way.
        """
        key, column = self.grid_model.key(index.row()), self.grid_model.columns[index.column()].key
        if key is not None and self._intents.change(key, column, text):
            self._intents.change(key, column, self._before_typing)

    def commit(self, index: Index, text: str) -> None:
        """Take the final text of a cell; a refused one stays in it, marked, and the line keeps its value."""
        at, column = index.row(), self.grid_model.columns[index.column()].key
        if text == self.grid_model.edit_text(at, index.column()):
            return
        key = self.grid_model.key(at)
        if key is None and not text.strip():
            return
        why = self._intents.change(key, column, text)
        if not why:
            self.grid_model.forgive(key, column)
        elif key is not None:
            self.grid_model.refuse(key, column, text, why)

    def restore(self, index: Index) -> None:
        """Put back what stood in the cell before the editor opened."""
        key = self.grid_model.key(index.row())
        if index.isValid() and key is not None:
            column = self.grid_model.columns[index.column()]
            self.grid_model.forgive(key, column.key)
            if column.kind is CellKind.NUMBER:
                self._intents.change(key, column.key, self._before_typing)
        self._intents.seal()
        self.setFocus()

    def go_on(self, index: Index, key: Qt.Key) -> None:
        """Move on after Return or Tab closed the editor."""
        self._intents.seal()
        self.setFocus()
        if key == Qt.Key.Key_Backtab:
            self._step(index, -1)
        elif key == Qt.Key.Key_Tab:
            self._step(index, 1)
        else:
            self._go(index.row() + 1, self._lookup_column())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the grid's keys into intents."""
        act = _KEYS.get((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())))
        if act is not None:
            act(self)
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide and show columns that give way, so that the description can be read."""
        super().resizeEvent(event)
        self._make_room()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab move through the cells and leave the grid at both ends."""
        if self._step(self.currentIndex(), 1 if forward else -1, open_editor=False):
            return True
        return QWidget.focusNextPrevChild(self, forward)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the cursor came to another line."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.line_changed.emit(self.grid_model.key(current.row()))

    # How it is done

    def open_or_leave(self) -> None:
        """Return on a closed cell opens it; on one that cannot be typed into it goes to the next line."""
        index = self.currentIndex()
        if index.isValid() and self.grid_model.can_edit(index.row(), index.column()):
            self.edit(index)
        else:
            self._go(index.row() + 1, self._lookup_column())

    def _picked(self, field: QLineEdit, key: Key | None, hit: Hit) -> None:
        at = self.grid_model.place(key)
        self._close(field)
        self._intents.pick(key, hit)
        self._type_into(at)

    def _create(self, field: QLineEdit, key: Key | None, text: str) -> None:
        self._close(field)
        self._intents.create(key, text)

    def type_into(self, key: Key | None) -> None:
        """Open the quantity of a line, as after a product was taken (a product just created)."""
        self._type_into(self.grid_model.place(key))

    def _type_into(self, at: int) -> None:
        column = self.grid_model.column(self._after_pick)
        if column >= 0 and at < len(self.grid_model.rows):
            self._go(at, column)
            self.setFocus()
            self.edit(self.currentIndex())

    def _close(self, field: QLineEdit) -> None:
        self._cells.closeEditor.emit(field)
        self.setFocus()

    def _chosen_keys(self) -> list[Key]:
        rows = sorted({index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()})
        return [key for key in (self.grid_model.key(row) for row in rows) if key is not None]

    def _move(self, delta: int) -> None:
        keys = self._chosen_keys()
        if not keys:
            return
        first, count = self.grid_model.place(keys[0]), len(self.grid_model.rows)
        target = first - 1 if delta < 0 else first + len(keys) + 1
        if 0 <= target <= count:
            self._intents.move(keys, self.grid_model.key(target))
            self.scrollTo(self.currentIndex())

    def _dragged(self, logical: int, old: int, new: int) -> None:
        """Turn the dragged row number into an intent; the order itself comes back with the rows."""
        header = self.verticalHeader()
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        key = self.grid_model.key(logical)
        if key is not None and old != new:
            self._intents.move([key], self.grid_model.key(new if new < old else new + 1))

    def _step(self, index: Index, delta: int, open_editor: bool = True) -> bool:
        """Go to the next or previous cell that takes typing; tell whether there is one."""
        model, width = self.grid_model, len(self.grid_model.columns)
        at = index.row() * width + index.column() + delta
        while 0 <= at < model.rowCount() * width:
            if model.can_edit(at // width, at % width):
                self._go(at // width, at % width)
                if open_editor and model.key(at // width) is not None:
                    self.edit(self.currentIndex())
                return True
            at += delta
        return False

    def _go(self, at: int, column: int) -> None:
        last = self.grid_model.rowCount() - 1
        index = self.grid_model.index(max(0, min(at, last)), column)
        # Not setCurrentIndex: with Ctrl held (Ctrl+D) it would add to the selection.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lookup_column(self) -> int:
        kinds = [column.kind for column in self.grid_model.columns]
        return kinds.index(CellKind.LOOKUP) if CellKind.LOOKUP in kinds else 0

    def _make_room(self) -> None:
        columns = self.grid_model.columns
        widths = {
            at: self.columnWidth(at) or column.width
            for at, column in enumerate(columns)
            if not column.stretch
        }
        room = self.viewport().width() - _NARROWEST_DESCRIPTION - sum(widths.values())
        marked = self.grid_model.marked_columns()
        yielding = sorted(
            (at for at in widths if columns[at].gives_way), key=lambda at: -columns[at].gives_way
        )
        for at in yielding:
            hide = room < 0 and columns[at].key not in marked
            room += widths[at] if hide else 0
            if self.isColumnHidden(at) is not hide:
                self.setColumnHidden(at, hide)

    def _look(self, columns: Sequence[GridColumn]) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(44)
        set_type(across, Type.CAPTION)
        for at, column in enumerate(columns):
            across.resizeSection(at, column.width)
            if column.stretch:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(max(Height.ROW, self.fontMetrics().height() + 16))
        down.setFixedWidth(_POSITION_WIDTH)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setHighlightSections(False)
        down.setSectionsMovable(True)
        down.sectionMoved.connect(self._dragged)
        set_type(down, Type.CAPTION_NUMBER)


_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier
_KEYS: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[LineGrid], None]] = {
    (_CTRL, Qt.Key.Key_D): LineGrid.duplicate,
    (_CTRL, Qt.Key.Key_Delete): LineGrid.remove,
    (_CTRL_SHIFT, Qt.Key.Key_Up): LineGrid.move_up,
    (_CTRL_SHIFT, Qt.Key.Key_Down): LineGrid.move_down,
    (_CTRL, Qt.Key.Key_C): LineGrid.copy,
    (_CTRL, Qt.Key.Key_V): LineGrid.paste,
    (_NONE, Qt.Key.Key_Delete): LineGrid.clear_cell,
    (_NONE, Qt.Key.Key_Return): LineGrid.open_or_leave,
    (_NONE, Qt.Key.Key_Enter): LineGrid.open_or_leave,
}
