"""A document's state in a word, with icon and colour; the same word in lists, filters and papers (U27)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.fonts import Type, font, set_type
from ui.kit.icons import pixmap
from ui.kit.paint import LEFT, line_of_text, pill, text_width
from ui.kit.theme import tone_colours
from ui.kit.tokens import Space, Tone

_ICON = 14
_PAD = Space.S


class Chip(NamedTuple):
    """What a chip shows: the state's word in the current language, its tone and its icon."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = "circle"


def chip_size(chip: Chip) -> QSize:
    """Return the room a chip needs."""
    metrics_font = font(Type.CAPTION_STRONG)
    height = max(_ICON, text_width(metrics_font, "M") + Space.XS) + Space.S
    return QSize(text_width(metrics_font, chip.text) + _ICON + Space.XS + 2 * _PAD, height)


def paint_chip(painter: QPainter, rect: QRect, chip: Chip) -> None:
    """Paint a chip at the left of a rectangle, centred in its height (for delegates)."""
    ink, fill = tone_colours(chip.tone)
    size = chip_size(chip)
    top = rect.top() + (rect.height() - size.height()) // 2
    spot = QRect(rect.left(), top, min(size.width(), rect.width()), size.height())
    painter.save()
    pill(painter, spot, fill)
    ratio = max(1, -(-int(painter.device().devicePixelRatio() * 100) // 100))
    picture = pixmap(chip.icon, ink.name(), _ICON, ratio)
    painter.drawPixmap(spot.left() + _PAD, spot.top() + (spot.height() - _ICON) // 2, picture)
    painter.setFont(font(Type.CAPTION_STRONG))
    words = spot.adjusted(_PAD + _ICON + Space.XS, 0, -_PAD + 2, 0)
    line_of_text(painter, words, chip.text, ink, LEFT)
    painter.restore()


class StateChip(QWidget):
    """A chip as a widget of its own; hidden while there is no state."""

    def __init__(self, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_type(self, Type.CAPTION_STRONG)
        if chip is None:
            self.hide()
        self.show_chip(chip)

    @property
    def chip(self) -> Chip | None:
        """Return what is shown."""
        return self._chip

    def show_chip(self, chip: Chip | None) -> None:
        """Show another state, or none."""
        self._chip = chip
        self.setAccessibleName(chip.text if chip else "")
        if self.parentWidget() is not None:  # shown without a parent, it would be a window of its own
            self.setVisible(chip is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the chip needs."""
        return chip_size(self._chip) if self._chip else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the room the chip needs: a state is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self._chip is not None:
            painter = QPainter(self)
            paint_chip(painter, self.rect(), self._chip)
            painter.end()
