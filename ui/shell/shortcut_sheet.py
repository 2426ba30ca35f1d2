"""F1: the shortcuts of the present page, and a way to change them (U32)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.kit.actions import Actions, ActionSpec, ShortcutTaken
from ui.kit.fonts import Type, font, set_type
from ui.kit.tokens import Space

_SIZE = (560, 560)
_KEYS_WIDTH = 190
_ID = Qt.ItemDataRole.UserRole


class ShortcutSheet(QDialog):
    """The actions that can be reached from here, with their keys."""

    def __init__(
        self, actions: Actions, scope: str, hints: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Make the sheet.

        Args:
            actions: The window's registry.
            scope: The page's scope.
            hints: Keys that are no actions, and what they do.
            parent: The window.
        """
        super().__init__(parent)
        self._actions = actions
        self._scope = scope
        self._hints = tuple(hints)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(*_SIZE)
        self.table = _table()
        self.table.currentCellChanged.connect(self._chosen)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(_("New keys for the chosen action"))
        self.change = QPushButton(_("C&hange"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._change)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("tone", "bad")
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        title = QLabel(_("Keyboard shortcuts"))
        set_type(title, Type.HEADING)
        close = QPushButton(_("C&lose"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for widget in (QLabel(_("New keys")), self.keys, self.change):
            row.addWidget(widget)
        row.addWidget(self.problem, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(title)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _fill(self) -> None:
        self.table.setRowCount(0)
        for spec in self._actions.specs(self._scope):
            written = [_native(keys) for keys in (self._actions.shortcut(spec), *spec.also) if keys]
            self._add(spec.plain_text, "  ".join(written), spec)
        for keys, text in self._hints:
            self._add(text, keys, None)
        self.table.setCurrentCell(0, 0)

    def _add(self, text: str, keys: str, spec: ActionSpec | None) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        what, which = QTableWidgetItem(text), QTableWidgetItem(keys)
        what.setData(_ID, spec.id if spec else "")
        which.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        which.setFont(font(Type.NUMBER))
        self.table.setItem(row, 0, what)
        self.table.setItem(row, 1, which)

    @property
    def _chosen_id(self) -> str:
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else ""

    def _chosen(self) -> None:
        self.problem.clear()
        self.keys.clear()
        self.change.setEnabled(bool(self._chosen_id))

    def _change(self) -> None:
        row = self.table.currentRow()
        try:
            self._actions.change_shortcut(self._chosen_id, self.keys.keySequence().toString())
        except ShortcutTaken:
            self.problem.setText(_("These keys are taken."))
            return
        self._fill()
        self.table.setCurrentCell(row, 0)


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setAccessibleName(_("Keyboard shortcuts"))
    table.setTabKeyNavigation(False)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(1, _KEYS_WIDTH)
    return table


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
