"""Who did what and when; every entry that concerns another document links to it (U28)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import pixmap
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space

_DOT = 22
_ICON = 14
_INDENT = _DOT + Space.M


class TimelineEntry(NamedTuple):
    """One thing that happened.

    Attributes:
        text: What: "Sent to Acme AG".
        who_and_when: "Jo Field, 3 Mar 2026, 14:05".
        icon: Name of an icon.
        link: What its link opens; `None` for no link.
        link_text: The link's text: "INV-2026-00042".
    """

    text: str
    who_and_when: str
    icon: str = "circle"
    link: Hashable | None = None
    link_text: str = ""


class Timeline(QWidget):
    """The entries, newest first, along a line.

    Signals:
        link_wanted: The link of the entry pressed.
    """

    link_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INDENT, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Timeline"))

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """Return what is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries, in the order given."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(entry) for entry in entries]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(at, row)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the dots."""
        if not self._rows:
            return
        shown = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres = [QPoint(_DOT // 2, row.y() + _DOT // 2) for row in self._rows]
        painter.setPen(colour(shown.line))
        painter.drawLine(centres[0], centres[-1])
        ratio = max(1, -(-int(self.devicePixelRatioF() * 100) // 100))
        for entry, centre in zip(self._entries, centres, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(shown.sunken))
            spot = QRect(centre.x() - _DOT // 2, centre.y() - _DOT // 2, _DOT, _DOT)
            painter.drawEllipse(spot)
            picture = pixmap(entry.icon, shown.text_soft, _ICON, ratio)
            painter.drawPixmap(centre.x() - _ICON // 2, centre.y() - _ICON // 2, picture)
        painter.end()

    def _row(self, entry: TimelineEntry) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        what, who = QLabel(entry.text), QLabel(entry.who_and_when)
        set_type(who, Type.CAPTION)
        who.setProperty("tone", "soft")
        for label in (what, who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        if entry.link is not None:
            link = QPushButton(entry.link_text)
            link.setProperty("kind", "link")
            link.clicked.connect(lambda: self.link_wanted.emit(entry.link))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return row
