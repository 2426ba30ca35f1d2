"""How the cells of a line grid are painted and typed into."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n.translations import gettext as _
from app.kernel.findings import Severity
from ui.kit.fonts import Type, font
from ui.kit.icons import pixmap
from ui.kit.paint import LEFT, RIGHT, focus_ring, line_of_text, pill, text_width
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space
from ui.widgets.grid_model import GridModel
from ui.widgets.grid_rows import CellKind, GridRow, Mark, RowKind
from ui.widgets.lookup import Lookup

Index = QModelIndex | QPersistentModelIndex
_PAD = Space.S
_SIGN = 14
_BEGUN = "begun"
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Typing(Protocol):
    """The grid as its delegate sees it."""

    def began(self, index: Index) -> None:
        """Hear that an editor opens over a cell."""

    def lookup_for(self, field: QLineEdit, at: int) -> Lookup:
        """Return the product search for an open lookup cell."""

    def typed(self, index: Index, text: str) -> None:
        """Take what stands in the editor after a keystroke."""

    def commit(self, index: Index, text: str) -> None:
        """Take the final text of a cell."""

    def restore(self, index: Index) -> None:
        """Put back what stood in the cell before the editor opened."""

    def go_on(self, index: Index, key: Qt.Key) -> None:
        """Move on after Return or Tab closed the editor."""


class GridDelegate(QStyledItemDelegate):
    """Paints cells from the cached rows and handles the editor's keys at once, never queued."""

    def __init__(self, model: GridModel, grid: Typing, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._grid = grid
        self._open: QPersistentModelIndex = QPersistentModelIndex()
        self._lookup: Lookup | None = None
        self.placeholder_text = _("Add product")

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        at, column = index.row(), index.column()
        row = self._model.row(at)
        rect: QRect = option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, selected)
        mark = self._model.mark(at, column)
        area = rect.adjusted(_PAD, 0, -_PAD, -1)
        if mark is not None:
            area = self._paint_mark(painter, rect, area, mark)
        self._paint_words(painter, area, row, at, column)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        shown = tokens()
        if selected:
            painter.fillRect(rect, colour(shown.selected))
        painter.setPen(colour(shown.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_mark(self, painter: QPainter, rect: QRect, area: QRect, mark: Mark) -> QRect:
        blocker = mark.severity is Severity.BLOCKER
        ink = tokens().bad if blocker else tokens().warn
        painter.fillRect(QRect(rect.left() + 1, rect.bottom() - 2, rect.width() - 2, 2), colour(ink))
        picture = pixmap("circle-alert" if blocker else "triangle-alert", ink, _SIGN, _ratio(painter))
        painter.drawPixmap(area.left() - 2, area.center().y() - _SIGN // 2 + 1, picture)
        return area.adjusted(_SIGN + 2, 0, 0, 0)

    def _paint_words(self, painter: QPainter, area: QRect, row: GridRow, at: int, column: int) -> None:
        shown = tokens()
        number = self._model.columns[column].kind is CellKind.NUMBER
        text = self._model.text(at, column)
        painter.setFont(font(_role(row.kind, number)))
        if row.key is None and self._model.columns[column].kind is CellKind.LOOKUP:
            line_of_text(painter, area, self.placeholder_text, colour(shown.text_faint))
            return
        ink = colour(shown.text if row.counts and row.kind is not RowKind.TEXT else shown.text_soft)
        if number:
            line_of_text(painter, area, text, ink, RIGHT)
            return
        if self._model.columns[column].stretch:
            self._paint_description(painter, area, row, text)
        else:
            line_of_text(painter, area, text, ink, LEFT)

    def _paint_description(self, painter: QPainter, area: QRect, row: GridRow, text: str) -> None:
        shown = tokens()
        ink: QColor = colour(shown.text if row.counts and row.kind is not RowKind.TEXT else shown.text_soft)
        if row.tag:
            area = _paint_tag(painter, area, row.tag)
        painter.setFont(font(_role(row.kind, number=False)))
        line_of_text(painter, area, text, ink)
        left = area.left() + text_width(painter.font(), text) + Space.S
        if row.detail and left < area.right() - Space.XL:
            painter.setFont(font())
            rest = QRect(left, area.top(), area.right() - left, area.height())
            line_of_text(painter, rest, row.detail, colour(shown.text_faint))

    # Typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a line edit over the cell, with the product search where the column has it."""
        self._grid.began(index)
        field = QLineEdit(parent)
        field.setProperty("kind", "cell")
        column = self._model.columns[index.column()]
        field.setAccessibleName(column.title())
        number = column.kind is CellKind.NUMBER
        field.setFont(font(Type.NUMBER if number else Type.BODY))
        field.setAlignment(RIGHT if number else LEFT)
        self._open = QPersistentModelIndex(index)
        self._lookup = None
        if column.kind is CellKind.LOOKUP:
            self._lookup = self._grid.lookup_for(field, index.row())
        elif number:
            field.textEdited.connect(self._typed)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once; later changes of the model come from its own keystrokes."""
        if isinstance(editor, QLineEdit) and not editor.property(_BEGUN):
            editor.setProperty(_BEGUN, True)
            editor.setText(self._model.edit_text(index.row(), index.column()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the final text to the grid, which asks the presenter."""
        if isinstance(editor, QLineEdit):
            self._grid.commit(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the editor over the cell; a search field is at least wide enough to type a name."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, max(0, 280 - rect.width()) if self._lookup else 0, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Handle Return, Tab and Esc of the editor; the product search has them first."""
        if not isinstance(editor, QLineEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        if self._lookup is not None and self._lookup.eventFilter(editor, event):
            return True
        key = Qt.Key(event.key())
        if key in _RETURN or key in _TAB:
            index = QPersistentModelIndex(self._open)
            self.finish(editor)
            self._grid.go_on(index, key)
            return True
        if key == Qt.Key.Key_Escape:
            index = QPersistentModelIndex(self._open)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self._grid.restore(index)
            return True
        return super().eventFilter(editor, event)

    def finish(self, editor: QLineEdit) -> None:
        """Take the text and close the editor, now."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _typed(self, text: str) -> None:
        self._grid.typed(self._open, text)


def _role(kind: RowKind, number: bool) -> Type:
    strong = kind in (RowKind.HEADING, RowKind.SUBTOTAL)
    if number:
        return Type.NUMBER_STRONG if strong else Type.NUMBER
    return Type.STRONG if strong else Type.BODY


def _paint_tag(painter: QPainter, area: QRect, tag: str) -> QRect:
    """Paint a word in a pill and return the room that is left beside it."""
    painter.setFont(font(Type.CAPTION))
    height = painter.fontMetrics().height() + Space.XS
    width = text_width(painter.font(), tag) + Space.L
    spot = QRect(area.left(), area.center().y() - height // 2 + 1, width, height)
    pill(painter, spot, colour(tokens().sunken))
    line_of_text(painter, spot, tag, colour(tokens().text_soft), Qt.AlignmentFlag.AlignCenter)
    return area.adjusted(width + Space.S, 0, 0, 0)


def _ratio(painter: QPainter) -> int:
    return max(1, -(-int(painter.device().devicePixelRatio() * 100) // 100))
