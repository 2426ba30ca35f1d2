"""The columns of a table, and the field each becomes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.imports.mapped import Column
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space

_NAME, _SAMPLE, _FIELD = range(3)
_FIELD_WIDTH = 240
_NAME_WIDTH = 180


class MappingView(QTableWidget):
    """One row per column of the table.

    Signals:
        chosen: The name of a column and the field it shall become, empty for none.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(_("What the columns become"))
        self.setHorizontalHeaderLabels([_("Column"), _("First values"), _("Becomes")])
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(_SAMPLE, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.setColumnWidth(_NAME, _NAME_WIDTH)
        self.setColumnWidth(_FIELD, _FIELD_WIDTH)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._boxes: list[QComboBox] = []
        self._columns: tuple[Column, ...] = ()
        self._offered: tuple[str, ...] = ()

    def show_columns(
        self, columns: tuple[Column, ...], fields: tuple[str, ...], words: Callable[[str], str]
    ) -> None:
        """Show the columns of a table.

        Args:
            columns: The columns with the field each becomes.
            fields: The fields that can be chosen.
            words: Returns what a field is called.
        """
        names = tuple(column.name for column in columns)
        if names != tuple(column.name for column in self._columns) or fields != self._offered:
            self._build(columns, fields, words)
        self._columns, self._offered = columns, fields
        for box, column in zip(self._boxes, columns, strict=True):
            box.setCurrentIndex(max(0, box.findData(column.field)))
        self._colour()

    def box(self, row: int) -> QComboBox:
        """Return the choice of a row."""
        return self._boxes[row]

    def focus_field(self, field: str) -> None:
        """Put the cursor where a field is chosen; where no column becomes it, on the first one left out."""
        fields = [column.field for column in self._columns]
        row = next((fields.index(wanted) for wanted in (field, "") if wanted in fields), 0)
        if self._boxes:
            self.scrollTo(self.model().index(row, _NAME))
            self._boxes[row].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        """Columns that are left out stand back."""
        for row, column in enumerate(self._columns):
            ink = tokens().text if column.field else tokens().text_faint
            for at in (_NAME, _SAMPLE):
                item = self.item(row, at)
                if item is not None:
                    item.setForeground(colour(ink))

    def _build(
        self, columns: tuple[Column, ...], fields: tuple[str, ...], words: Callable[[str], str]
    ) -> None:
        labels = [(words(field), field) for field in fields]
        self.setRowCount(0)
        self._boxes = []
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            self.setItem(row, _NAME, QTableWidgetItem(column.name))
            self.setItem(row, _SAMPLE, QTableWidgetItem(column.sample))
            box = _CalmBox()
            box.setAccessibleName(_("{column} becomes").format(column=column.name))
            box.addItem(_("Left out"), "")
            for label, field in labels:
                box.addItem(label, field)
            box.activated.connect(self._chooser(column.name, box))
            self._boxes.append(box)
            self.setCellWidget(row, _FIELD, _in_cell(box))
            self.setRowHeight(row, box.sizeHint().height() + Space.XS)

    def _chooser(self, column: str, box: QComboBox) -> Callable[[int], None]:
        return lambda _at: self.chosen.emit(column, str(box.currentData() or ""))


def _in_cell(box: QComboBox) -> QWidget:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, Space.XS // 2, 0, Space.XS // 2)
    row.addWidget(box)
    return cell


class _CalmBox(QComboBox):
    """A choice that lets the wheel scroll the table instead of changing it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
