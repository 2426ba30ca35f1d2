"""A price over time as a line of steps: what it was, what it is today, what it will be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QLine, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, font, set_type
from ui.kit.paint import LEFT, line_of_text
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space

_WIDTH, _WIDEST = 200, 480
_LINES = 7
_PEN = 2
_AIR = 18
"""Percent of the width before the first change and after the last: room for the words of a price."""
_SHORTEST = 30
"""Days the chart spans at least, so that yesterday's change is no wall at its edge."""


class PriceStep(NamedTuple):
    """A price from one day on.

    Attributes:
        first: First day; None: always before.
        height: The price to draw, of steps that compare; None while there is none.
        price: The price as it is written, empty while there is none.
        day: The first day as it is written, empty for always before.
    """

    first: date | None
    height: Decimal | None
    price: str
    day: str


class PriceSteps(QWidget):
    """The drawing; a list of the same prices stands beside it, so the keyboard passes it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[PriceStep, ...] = ()
        self._today = date.min
        self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_type(self, Type.CAPTION)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("List price over time"))
        self._tell()

    @property
    def steps(self) -> tuple[PriceStep, ...]:
        """Return what is shown."""
        return self._steps

    def show_steps(self, steps: Sequence[PriceStep], today: date) -> None:
        """Show other prices, the earliest first."""
        self._steps, self._today = tuple(steps), today
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small drawing of a few lines of text."""
        return QSize(_WIDTH, _LINES * (self.fontMetrics().height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the size under which the words would not fit."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps, where today is, and the words that name them."""
        painter = QPainter(self)
        painter.setFont(font(Type.CAPTION))
        line = self.fontMetrics().height() + 2
        ground = self.rect().adjusted(0, line, -1, -line)
        painter.setPen(colour(tokens().line))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        if any(step.height is not None for step in self._steps):
            self._paint_steps(painter, ground)
            self._paint_today(painter, ground)
            self._paint_words(painter, ground, line)
        else:
            line_of_text(painter, ground, _("No price yet."), colour(tokens().text_soft))
        painter.end()

    def _paint_steps(self, painter: QPainter, ground: QRect) -> None:
        painter.setPen(QPen(colour(tokens().accent_text), _PEN))
        before: int | None = None
        for at, step in enumerate(self._steps):
            if step.height is None:
                before = None
                continue
            left, right = self._begin(at, ground), self._begin(at + 1, ground)
            top = self._height(step.height, ground)
            painter.fillRect(QRect(left, top, right - left, ground.bottom() - top), colour(tokens().sunken))
            if before is not None:
                painter.drawLine(QLine(left, before, left, top))
            painter.drawLine(QLine(left, top, right, top))
            before = top

    def _paint_today(self, painter: QPainter, ground: QRect) -> None:
        at = self._place(self._today, ground)
        painter.setPen(QPen(colour(tokens().text_faint), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLine(at, ground.top(), at, ground.bottom()))

    def _paint_words(self, painter: QPainter, ground: QRect, line: int) -> None:
        """Name what there is room for: today's price first, then every step as wide as its words."""
        painter.setFont(font(Type.CAPTION_NUMBER))
        above, below = _Words(painter, ground, line), _Words(painter, ground, line)
        foot = ground.bottom() + 1
        for at in sorted(range(len(self._steps)), key=lambda at: not self._holds_today(at)):
            step, left = self._steps[at], self._begin(at, ground)
            room = self._begin(at + 1, ground) - left
            fits = above.width(step.price) + Space.S <= room or self._holds_today(at)
            if step.height is not None and fits:
                top = self._height(step.height, ground) - line
                above.write(step.price, left + _PEN + Space.XS, top, tokens().text)
            below.write(step.day, left, foot, tokens().text_soft)
        today = _("Today")
        middle = self._place(self._today, ground)
        below.write(today, middle - below.width(today) // 2, foot, tokens().text_faint)

    def _holds_today(self, at: int) -> bool:
        first = self._steps[at].first
        after = self._steps[at + 1].first if at + 1 < len(self._steps) else None
        return (first is None or first <= self._today) and (after is None or self._today < after)

    def _begin(self, at: int, ground: QRect) -> int:
        """Return where a step begins; the one after the last is where the drawing ends."""
        if at >= len(self._steps):
            return ground.right()
        first = self._steps[at].first
        return ground.left() if first is None else self._place(first, ground)

    def _place(self, day: date, ground: QRect) -> int:
        """Return where a day stands: changes and today lie inside, with air around."""
        known = [step.first for step in self._steps if step.first is not None]
        first, last = min([*known, self._today]), max([*known, self._today])
        span = max((last - first).days, _SHORTEST)
        spare = span - (last - first).days
        percents = (100 - 2 * _AIR) * (2 * (day - first).days + spare) // 2 + _AIR * span
        return ground.left() + ground.width() * percents // (100 * span)

    def _height(self, value: Decimal, ground: QRect) -> int:
        """Return where a price stands over the ground, which is nothing."""
        highest = max((step.height for step in self._steps if step.height is not None), default=Decimal(0))
        top = ground.top() + _PEN
        return ground.bottom() - (int((ground.bottom() - top) * value / highest) if highest else 0)

    def _tell(self) -> None:
        told = [
            _("{price} from {day}").format(price=step.price, day=step.day) if step.day else step.price
            for step in self._steps
            if step.height is not None
        ]
        self.setAccessibleDescription("; ".join(told) or _("No price yet."))


class _Words:
    """Words side by side that never stand on each other."""

    def __init__(self, painter: QPainter, ground: QRect, line: int) -> None:
        self._painter, self._ground, self._line = painter, ground, line
        self._taken: list[tuple[int, int]] = []

    def width(self, text: str) -> int:
        """Return how wide a text is."""
        return self._painter.fontMetrics().horizontalAdvance(text) + 1

    def write(self, text: str, start: int, top: int, ink: str) -> None:
        """Write a text that begins here, or left of it at the end; not where others stand."""
        width = self.width(text)
        left = max(self._ground.left(), min(start, self._ground.right() - width))
        if text and all(
            left >= end + Space.S or begin >= left + width + Space.S for begin, end in self._taken
        ):
            self._taken.append((left, left + width))
            line_of_text(self._painter, QRect(left, top, width, self._line), text, colour(ink), LEFT)
