"""The lines as a Qt model: a list lookup per cell, and only what changed is painted again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.kernel.findings import Severity
from ui.kit.tool_tips import plain_tip
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Key, Mark, RowKind

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Made once: Python's flag arithmetic is slow, and Qt asks for every cell it paints.
_SHOWN_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED_FLAGS = _SHOWN_FLAGS | Qt.ItemFlag.ItemIsEditable
_TYPED_IN = {RowKind.TEXT, RowKind.HEADING}


class GridModel(QAbstractTableModel):
    """The rows, then an empty last line that becomes the next one.

    Signals:
        refusals_changed: A refused text came to stand in a cell, or one is gone.
    """

    refusals_changed = Signal()

    def __init__(self, columns: Sequence[GridColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.editable = True
        self._empty_lines = 1
        self._rows: list[GridRow] = []
        self._placeholder = GridRow(None, ("",) * len(self.columns))
        self._positions: list[str] = []
        self._refused: dict[tuple[Key, str], tuple[str, str]] = {}
        self._text_column = next((n for n, column in enumerate(self.columns) if column.stretch), 0)

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """Return the lines, without the empty last one."""
        return tuple(self._rows)

    def row(self, at: int) -> GridRow:
        """Return a line; the empty last one has the key `None`."""
        return self._rows[at] if at < len(self._rows) else self._placeholder

    def key(self, at: int) -> Key | None:
        """Return a line's key, `None` for the empty last line and beyond."""
        return self._rows[at].key if 0 <= at < len(self._rows) else None

    def place(self, key: Key | None) -> int:
        """Return where a line stands; the empty last line for `None` and for unknown keys."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), len(self._rows))

    def column(self, key: str) -> int:
        """Return where a column stands, -1 when there is none."""
        return next((at for at, column in enumerate(self.columns) if column.key == key), -1)

    def set_editable(self, editable: bool) -> None:
        """Show an empty last line and take input, or neither."""
        self.beginResetModel()
        self.editable = editable
        self._empty_lines = int(editable)
        self.endResetModel()

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show other lines; rows that are equal are not painted again and the current cell stays."""
        new = list(rows)
        old_keys, new_keys = [row.key for row in self._rows], [row.key for row in new]
        if old_keys != new_keys:
            self._change_structure(old_keys, new_keys, new)
        self._show_changed(new)
        self._number()
        self._forget_gone()

    def _forget_gone(self) -> None:
        """Drop the refused texts of lines that are not here any more."""
        if self._refused:
            here = {row.key for row in self._rows}
            kept = {place: refused for place, refused in self._refused.items() if place[0] in here}
            if len(kept) < len(self._refused):
                self._refused = kept
                self.refusals_changed.emit()

    @property
    def refusals(self) -> dict[tuple[Key, str], tuple[str, str]]:
        """Return the refused texts that stand in cells, each with the reason."""
        return dict(self._refused)

    def refuse(self, key: Key, column: str, text: str, why: str) -> None:
        """Keep a text that was refused in its cell, marked with the reason."""
        self._refused[key, column] = (text, why)
        self._tell(self.place(key))
        self.refusals_changed.emit()

    def forgive(self, key: Key, column: str) -> None:
        """Drop a refused text."""
        if self._refused.pop((key, column), None) is not None:
            self._tell(self.place(key))
            self.refusals_changed.emit()

    def text(self, at: int, column: int) -> str:
        """Return what a cell shows."""
        row = self.row(at)
        if self._refused:
            refused = self._refused.get((row.key, self.columns[column].key))
            if refused is not None:
                return refused[0]
        return row.cells[column]

    def edit_text(self, at: int, column: int) -> str:
        """Return what an editor of the cell starts with."""
        key = self.columns[column].key
        row = self.row(at)
        refused = self._refused.get((row.key, key))
        return self.value_text(at, column) if refused is None else refused[0]

    def value_text(self, at: int, column: int) -> str:
        """Return what the line itself holds, as it is typed; a refused text is not part of it."""
        key, row = self.columns[column].key, self.row(at)
        return next((text for name, text in row.edit if name == key), row.cells[column])

    def mark(self, at: int, column: int) -> Mark | None:
        """Return what is wrong with a cell: the refused text first, then blockers, then warnings."""
        row = self.row(at)
        key = self.columns[column].key
        refused = self._refused.get((row.key, key)) if self._refused else None
        if refused is not None:
            return Mark(key, Severity.BLOCKER, refused[1])
        marks = [mark for mark in row.marks if mark.column == key]
        return min(marks, key=lambda mark: mark.severity is not Severity.BLOCKER, default=None)

    def marked_columns(self) -> frozenset[str]:
        """Return the columns in which something is wrong."""
        keys = {key for _row, key in self._refused}
        return frozenset(
            keys.union(*({mark.column for mark in row.marks} for row in self._rows if row.marks))
        )

    def can_edit(self, at: int, column: int) -> bool:
        """Tell whether a cell takes typing: all cells of items, the words of headings and texts."""
        if not self.editable:
            return False
        kind = self.row(at).kind
        if at >= len(self._rows):
            return column == self._text_column or self.columns[column].kind is CellKind.LOOKUP
        if kind is RowKind.ITEM:
            return self.columns[column].editable
        return kind in _TYPED_IN and column == self._text_column

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of lines, the empty last one included while the grid takes input."""
        return 0 if parent.isValid() else len(self._rows) + self._empty_lines

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, edits, says and how it is aligned."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].kind is CellKind.NUMBER else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            mark = self.mark(index.row(), index.column())
            return plain_tip(mark.text) if mark else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the titles of the columns and the numbers of the item lines."""
        if orientation == Qt.Orientation.Vertical:
            known = role == Qt.ItemDataRole.DisplayRole and section < len(self._positions)
            return self._positions[section] if known else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].kind is CellKind.NUMBER else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED_FLAGS if self.can_edit(index.row(), index.column()) else _SHOWN_FLAGS

    def retitle(self) -> None:
        """Say the titles in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _spoken(self, at: int, column: int) -> str:
        mark = self.mark(at, column)
        words = [self.columns[column].title(), self.text(at, column), mark.text if mark else ""]
        return ", ".join(word for word in words if word)

    def _number(self) -> None:
        """Number the item lines as the document prints them; headings, texts and subtotals have no number."""
        count = 0
        positions = []
        for row in self._rows:
            count += row.kind is RowKind.ITEM
            positions.append(str(count) if row.kind is RowKind.ITEM else "")
        if positions != self._positions:
            self._positions = positions
            if positions:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(positions) - 1)

    def _change_structure(self, old: list[Key], new: list[Key], rows: list[GridRow]) -> None:
        """Tell Qt which lines came, went or moved, between the equal ends of both lists."""
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        shift = _rotation(gone, come)
        if shift:
            last = head + len(gone) - 1
            self.beginMoveRows(QModelIndex(), head, head + shift - 1, QModelIndex(), last + 1)
            self._rows[head : last + 1] = (
                self._rows[head + shift : last + 1] + self._rows[head : head + shift]
            )
            self.endMoveRows()
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + len(gone) - 1)
            del self._rows[head : head + len(gone)]
            self.endRemoveRows()
        if come and self.editable and head == len(self._rows):
            self._append(rows[head:])
        elif come:
            self.beginInsertRows(QModelIndex(), head, head + len(come) - 1)
            self._rows[head:head] = rows[head : head + len(come)]
            self.endInsertRows()

    def _append(self, rows: list[GridRow]) -> None:
        """Let the empty last line become the first of these, then add the others and a new empty line."""
        at = len(self._rows)
        self._rows.append(rows[0])
        self._empty_lines = 0
        self._tell(at)
        self.beginInsertRows(QModelIndex(), at + 1, at + len(rows))
        self._rows.extend(rows[1:])
        self._empty_lines = 1
        self.endInsertRows()

    def _show_changed(self, new: list[GridRow]) -> None:
        first = last = -1
        for at, (before, after) in enumerate(zip(self._rows, new, strict=True)):
            if before is not after and before != after:
                self._rows[at] = after
                first, last = (at if first < 0 else first), at
            else:
                self._rows[at] = after
                if first >= 0:
                    self._tell(first, last)
                    first = -1
        if first >= 0:
            self._tell(first, last)

    def _tell(self, first: int, last: int = -1) -> None:
        end = max(first, last)
        self.dataChanged.emit(self.index(first, 0), self.index(end, len(self.columns) - 1))


def _common(first: list[Key], second: list[Key]) -> int:
    """Return how many keys both lists begin with."""
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count


def _rotation(old: list[Key], new: list[Key]) -> int:
    """Return by how many places `new` is `old` turned to the left; 0 when it is not."""
    if len(old) < 2 or len(old) != len(new) or new[0] not in old:
        return 0
    shift = old.index(new[0])
    return shift if old[shift:] + old[:shift] == new else 0
