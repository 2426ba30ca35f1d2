"""Small helpers for widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.kit.theme import colour, tokens

RING = 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def focus_ring(painter: QPainter, rect: QRect, radius: int = 0) -> None:
    """Draw the ring around what the keyboard acts on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    painter.setPen(QPen(colour(tokens().accent), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def line_of_text(
    painter: QPainter, rect: QRect, text: str, ink: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw one line of plain text in the painter's font, cut off with an ellipsis where it is too long."""
    painter.setPen(ink)
    shown = text = text.replace("\n", " ") if "\n" in text else text
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) > rect.width():
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)


def text_width(font: QFont, text: str) -> int:
    """Return the width of a line of text in device-independent pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def pill(painter: QPainter, rect: QRect, fill: QColor) -> None:
    """Fill a rectangle with round ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    painter.restore()
