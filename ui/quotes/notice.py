"""A sentence over the page that stays: why a quote cannot be changed, and the ways that are open (U23)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.kit.icons import pixmap
from ui.kit.theme import tone_colours
from ui.kit.tokens import Radius, Space, Tone

_ICON = 18


class Way(NamedTuple):
    """One way out: its text, and what it does."""

    text: str
    go: Callable[[], object]


class Notice(QWidget):
    """An icon, a sentence and at most a few links on the fill of its tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._icon_name = "info"
        self._icon, self._words = QLabel(), QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._links = QHBoxLayout()
        self._links.setSpacing(Space.L)
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._links)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence shown."""
        return self._words.text()

    @property
    def ways(self) -> dict[str, QPushButton]:
        """Return the links by their text."""
        return {button.text(): button for button in self._buttons}

    def show_notice(
        self, text: str, ways: Sequence[Way] = (), tone: Tone = Tone.INFO, icon: str = "lock"
    ) -> None:
        """Show a sentence with its ways out."""
        self._tone, self._icon_name = tone, icon
        self._words.setText(text)
        self.setAccessibleName(text)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [_link(way) for way in ways]
        for button in self._buttons:
            self._links.addWidget(button)
        self._draw_icon()
        self.show()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the fill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_colours(self._tone)[1])
        painter.drawRoundedRect(QRectF(self.rect()), Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def _draw_icon(self) -> None:
        ratio = max(1, -(-int(self.devicePixelRatioF() * 100) // 100))
        self._icon.setPixmap(pixmap(self._icon_name, tone_colours(self._tone)[0].name(), _ICON, ratio))


def _link(way: Way) -> QPushButton:
    button = QPushButton(way.text)
    button.setProperty("kind", "link")
    button.setAccessibleName(way.text)
    button.clicked.connect(lambda: way.go())
    return button
