"""Paints the options: cards with a heading, a sign for each choice, the reason beside what is closed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.kernel.findings import Severity
from ui.configurator.option_model import Index, OptionModel, mark_of
from ui.configurator.rows import Kind, Row
from ui.kit.fonts import Type, font
from ui.kit.icons import pixmap
from ui.kit.paint import LEFT, RIGHT, focus_ring, line_of_text, text_width
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Radius, Space
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range

_SIGN = 16
_ICON = 14
_ROW = 32
_HEADING = 40
QUANTITY = 96
DECIMALS = 6


class OptionDelegate(QStyledItemDelegate):
    """Paints rows and edits quantities.

    Signals:
        quantity_typed: The row's place and its new quantity.
        refused: Why what was typed cannot be taken.
    """

    quantity_typed = Signal(object, object)
    refused = Signal(str)

    def __init__(self, model: OptionModel, form: NumberFormat, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._form = form

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; a heading has the gap above its card, the last row the card's end."""
        line = option.fontMetrics.height()
        row = self._model.rows[index.row()]
        if row.kind is Kind.HEADING:
            gap = Space.L if index.row() else 0
            return QSize(0, max(_HEADING, line * 2 + Space.S) + gap)
        return QSize(0, max(_ROW, line + Space.M) + (Space.S if row.last else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row with its part of the card."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        state = option.state
        painter.save()
        if row.kind is Kind.HEADING:
            rect = rect.adjusted(0, Space.L if index.row() else 0, 0, 0)
            _card(painter, rect, first=True, last=False)
            _heading(painter, rect.adjusted(Space.L, 0, -Space.L, 0), row)
        else:
            _card(painter, rect, first=False, last=row.last)
            inner = rect.adjusted(Space.S, 0, -Space.S, -Space.S if row.last else 0)
            self._option(painter, inner, row, state)
        painter.restore()

    def quantity_rect(self, rect: QRect, row: Row) -> QRect:
        """Return where the quantity stands in a row."""
        inner = rect.adjusted(Space.S, 0, -Space.S, -Space.S if row.last else 0)
        return QRect(inner.right() - QUANTITY + 1, inner.top() + 1, QUANTITY, inner.height() - 2)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field a quantity is typed in."""
        row = self._model.rows[index.row()]
        editor = AmountEdit(self._form, Range(scale=DECIMALS), parent)
        editor.setProperty("kind", "cell")
        editor.setAccessibleName(row.text)
        editor.show_amount(row.amount)
        editor.selectAll()
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave what is being typed alone while the rows change around it."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the field where the quantity stands."""
        rect: QRect = option.rect
        editor.setGeometry(self.quantity_rect(rect, self._model.rows[index.row()]))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the quantity, or why it cannot be taken."""
        if not isinstance(editor, AmountEdit) or not 0 <= index.row() < len(self._model.rows):
            return
        row = self._model.rows[index.row()]
        if editor.problem:
            self.refused.emit(editor.problem)
        elif editor.amount is not None and editor.amount != row.amount:
            self.quantity_typed.emit(row.place, editor.amount)

    def _option(self, painter: QPainter, rect: QRect, row: Row, state: QStyle.StateFlag) -> None:
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            fill = tokens().selected if selected else tokens().hover
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(rect, Radius.CONTROL, Radius.CONTROL)
        if has_focus:
            focus_ring(painter, rect, Radius.CONTROL)
        inner = rect.adjusted(Space.S, 0, -Space.S, 0)
        if row.kind is Kind.OPTION:
            middle = QPoint(inner.left() + _SIGN // 2, inner.center().y() + 1)
            _sign(painter, middle, row)
        inner.setLeft(inner.left() + _SIGN + Space.M)
        self._texts(painter, inner, row)

    def _texts(self, painter: QPainter, rect: QRect, row: Row) -> None:
        rect = _trouble(painter, rect, row)
        colours = tokens()
        if row.quantity:
            painter.setFont(font(Type.NUMBER))
            line_of_text(painter, rect, row.quantity, colour(colours.text), RIGHT)
            rect = rect.adjusted(0, 0, -QUANTITY, 0)
        name = Type.STRONG if row.chosen else Type.BODY
        quiet = row.closed or row.kind is Kind.NOTE
        painter.setFont(font(name))
        width = min(text_width(font(name), row.text), rect.width())
        ink = colour(colours.text_faint if quiet else colours.text)
        line_of_text(painter, rect.adjusted(0, 0, 1, 0), row.text, ink, LEFT)
        rest = rect.adjusted(width + Space.M, 0, 0, 0)
        aside = self._model.reason(row) or " · ".join(filter(None, (row.detail, mark_of(row))))
        if aside and rest.width() > _SIGN:
            painter.setFont(font(Type.CAPTION))
            line_of_text(painter, rest, aside, colour(colours.text_faint), LEFT)


def _trouble(painter: QPainter, rect: QRect, row: Row) -> QRect:
    """Paint the sign of a finding before the name; return the room that is left."""
    if row.severity is None:
        return rect
    blocker = row.severity is Severity.BLOCKER
    ink = tokens().bad if blocker else tokens().warn
    top = rect.center().y() - _ICON // 2 + 1
    icon = "circle-alert" if blocker else "triangle-alert"
    painter.drawPixmap(QPoint(rect.left(), top), pixmap(icon, ink, _ICON))
    return rect.adjusted(_ICON + Space.S, 0, 0, 0)


def _heading(painter: QPainter, rect: QRect, row: Row) -> None:
    rect = _trouble(painter, rect, row)
    painter.setFont(font(Type.STRONG))
    line_of_text(painter, rect, row.text, colour(tokens().text), LEFT)
    painter.setFont(font(Type.CAPTION))
    used = text_width(font(Type.STRONG), row.text) + Space.M
    line_of_text(painter, rect.adjusted(used, 0, 0, 0), row.detail, colour(tokens().text_soft), RIGHT)


def _card(painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
    """Paint the part of a card's ground and outline that lies in a row."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tokens().line), 1))
    painter.setBrush(colour(tokens().surface))
    beyond = 2 * Radius.PANEL
    whole = QRectF(rect).adjusted(0.5, 0.5 if first else -beyond, -0.5, -0.5 if last else beyond)
    painter.drawRoundedRect(whole, Radius.PANEL, Radius.PANEL)
    painter.restore()


def _sign(painter: QPainter, middle: QPoint, row: Row) -> None:
    """Paint a radio button or a check box."""
    colours = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = _SIGN // 2
    box = QRectF(middle.x() - half + 0.5, middle.y() - half + 0.5, _SIGN - 1, _SIGN - 1)
    accent = colour(colours.text_faint if row.fixed else colours.accent)
    edge = colour(colours.edge if row.closed else colours.text_faint)
    painter.setPen(QPen(accent if row.chosen else edge, 1))
    painter.setBrush(_fill(row, accent))
    if row.exclusive:
        painter.drawEllipse(box)
        if row.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.surface))
            painter.drawEllipse(box.center(), 3, 3)
        return
    painter.drawRoundedRect(box, 4, 4)
    if row.chosen:
        tick = QPainterPath(QPointF(box.left() + 3.5, box.center().y()))
        tick.lineTo(box.left() + 6.5, box.bottom() - 4.5)
        tick.lineTo(box.right() - 3, box.top() + 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(colours.surface if row.fixed else colours.on_accent), 2))
        painter.drawPath(tick)


def _fill(row: Row, accent: QColor) -> QColor:
    if row.chosen:
        return accent
    return colour(tokens().sunken if row.closed else tokens().surface)
