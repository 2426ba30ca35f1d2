"""How the rows of a list are painted: one hairline, numbers to the right, chips for states."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.kit.fonts import Type, font
from ui.kit.paint import LEFT, RIGHT, line_of_text
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space
from ui.widgets.list_model import ListModel
from ui.widgets.list_rows import ListKind
from ui.widgets.state_chip import Chip, paint_chip

Index = QModelIndex | QPersistentModelIndex
_FONTS = {
    ListKind.STRONG: Type.STRONG,
    ListKind.NUMBER: Type.NUMBER,
    ListKind.DATE: Type.NUMBER,
}


class ListDelegate(QStyledItemDelegate):
    """Paints cells from the cached rows."""

    def __init__(self, model: ListModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the row under the keyboard has an accent bar at its left."""
        rect: QRect = option.rect
        shown = tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(shown.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(shown.hover))
        painter.setPen(colour(shown.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._is_marked(index):
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), colour(shown.accent))
        self._paint_cell(painter, rect.adjusted(Space.S, 0, -Space.S, -1), index)
        painter.restore()

    def _paint_cell(self, painter: QPainter, area: QRect, index: Index) -> None:
        cell = self._model.cell(index.row(), index.column())
        kind = self._model.columns[index.column()].kind
        if isinstance(cell, Chip):
            paint_chip(painter, area, cell)
            return
        painter.setFont(font(_FONTS.get(kind, Type.BODY)))
        right = kind in (ListKind.NUMBER, ListKind.DATE)
        line_of_text(painter, area, cell, colour(tokens().text), RIGHT if right else LEFT)

    def _is_marked(self, index: Index) -> bool:
        """Tell whether this is the first shown cell of the row the keyboard is on."""
        view = self._view
        if not view.hasFocus() or view.currentIndex().row() != index.row():
            return False
        header = view.horizontalHeader()
        return header.logicalIndexAt(0) == index.column()
