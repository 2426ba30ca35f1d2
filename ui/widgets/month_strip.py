"""A billing schedule as a strip of months: what is billed when, and what was billed already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, font, set_type
from ui.kit.paint import focus_ring, line_of_text
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space, Tone
from ui.kit.tool_tips import plain_tip

_NARROWEST = 92
_GAP = Space.XS
_FOOT = 4


class Month(NamedTuple):
    """One month.

    Attributes:
        text: "Jan 2026".
        amount: What falls due, written; empty for nothing.
        tone: Good for billed, neutral for planned, warn for due now.
        state: The tone's word: "Billed".
        note: The tip: the lines behind the amount.
    """

    text: str
    amount: str = ""
    tone: Tone = Tone.NEUTRAL
    state: str = ""
    note: str = ""


class MonthStrip(QWidget):
    """Cells in rows, read like a line of text; arrow keys walk, Return chooses.

    Signals:
        chosen: The place of the month pressed.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[Month, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_type(self, Type.CAPTION)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Billing schedule by month"))

    @property
    def months(self) -> tuple[Month, ...]:
        """Return what is shown."""
        return self._months

    @property
    def current(self) -> int:
        """Return the place of the month the keyboard is on."""
        return self._at

    def show_months(self, months: Sequence[Month]) -> None:
        """Show other months."""
        self._months = tuple(months)
        self._at = max(0, min(self._at, len(self._months) - 1))
        self._tell()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower strip needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all rows need."""
        columns = max(1, (width + _GAP) // (_NARROWEST + _GAP))
        rows = -(-len(self._months) // columns)
        return max(1, rows) * (self._cell_height() + _GAP) - _GAP

    def sizeHint(self) -> QSize:
        """Return the size of one row of twelve months."""
        width = 12 * (_NARROWEST + _GAP)
        return QSize(width, self.heightForWidth(self.width() or width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width needs."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months."""
        painter = QPainter(self)
        for at, month in enumerate(self._months):
            self._paint_month(painter, self._place(at), month)
        if self.hasFocus() and self._months:
            focus_ring(painter, self._place(self._at), 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with Return."""
        columns = self._columns()
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }
        key = Qt.Key(event.key())
        if key in steps and self._months:
            self._at = max(0, min(len(self._months) - 1, self._at + steps[key]))
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._months:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month under the pointer."""
        at = self._at_point(event.position().toPoint())
        if at is not None:
            self._at = at
            self._tell()
            self.update()
            self.chosen.emit(at)

    def event(self, event: QEvent) -> bool:
        """Show the lines behind an amount as a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at_point(event.pos())
            if at is not None and self._months[at].note:
                QToolTip.showText(event.globalPos(), plain_tip(self._months[at].note), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _paint_month(self, painter: QPainter, place: QRect, month: Month) -> None:
        shown = tokens()
        painter.fillRect(place, colour(shown.sunken))
        ink, _fill = shown.tone(month.tone)
        if month.amount:
            painter.fillRect(
                QRect(place.left(), place.bottom() - _FOOT + 1, place.width(), _FOOT),
                colour(shown.edge if month.tone is Tone.NEUTRAL else ink),
            )
        area = place.adjusted(Space.S, Space.XS, -Space.S, -_FOOT - 2)
        third = area.height() // 3
        painter.setFont(font(Type.CAPTION))
        line_of_text(
            painter, QRect(area.left(), area.top(), area.width(), third), month.text, colour(shown.text_soft)
        )
        painter.setFont(font(Type.CAPTION_NUMBER))
        middle = QRect(area.left(), area.top() + third, area.width(), third)
        line_of_text(painter, middle, month.amount or "\N{EN DASH}", colour(shown.text))
        painter.setFont(font(Type.CAPTION))
        lower = QRect(area.left(), area.top() + 2 * third, area.width(), third)
        line_of_text(painter, lower, month.state, colour(ink))

    def _cell_height(self) -> int:
        return 3 * (self.fontMetrics().height() + 2) + Space.XS + _FOOT + 4

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (_NARROWEST + _GAP))

    def _place(self, at: int) -> QRect:
        columns = self._columns()
        width = (self.width() + _GAP) // columns - _GAP
        row, column = divmod(at, columns)
        height = self._cell_height()
        return QRect(column * (width + _GAP), row * (height + _GAP), width, height)

    def _at_point(self, point: QPoint) -> int | None:
        return next((at for at in range(len(self._months)) if self._place(at).contains(point)), None)

    def _tell(self) -> None:
        month = self._months[self._at] if self._months else Month("")
        self.setAccessibleDescription(" ".join(part for part in month[:2] + month[3:] if part))
