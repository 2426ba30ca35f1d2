"""What an empty page teaches: what belongs here, and the one next thing to do (U30)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import pixmap
from ui.kit.theme import tokens
from ui.kit.tokens import Space
from ui.widgets.list_rows import Empty

_ICON = 40
_WIDEST = 440


class EmptyState(QWidget):
    """An icon, a title, a sentence and one button, in the middle of the room there is.

    Signals:
        wanted: The id of the action whose button was pressed.
        sample_wanted: The person wants the sample company.
    """

    wanted = Signal(str)
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = Empty("inbox", "", "")
        self._icon = QLabel()
        self._title = QLabel()
        set_type(self._title, Type.HEADING)
        self._text = QLabel()
        self._text.setProperty("tone", "soft")
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(lambda: self.wanted.emit(self._empty.action))
        self._sample = QPushButton()
        self._sample.setProperty("kind", "link")
        self._sample.clicked.connect(self.sample_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch(2)
        middle = QWidget()
        middle.setFixedWidth(_WIDEST)
        words = QVBoxLayout(middle)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.S)
        for label in (self._icon, self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        words.addSpacing(Space.S)
        for button in (self._button, self._sample):
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the fixed texts in the current language."""
        self._sample.setText(_("Load a sample company to look around"))

    def show_empty(self, empty: Empty) -> None:
        """Show what is missing here."""
        self._empty = empty
        self._title.setText(empty.title)
        self._text.setText(empty.text)
        # In the middle of a page, the layout asks nobody for the height that this width needs.
        self._text.setMinimumHeight(self._text.heightForWidth(_WIDEST))
        self._button.setText(empty.action_text)
        self._button.setVisible(bool(empty.action_text))
        self._sample.setVisible(empty.sample)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        ratio = max(1, -(-int(self.devicePixelRatioF() * 100) // 100))
        self._icon.setPixmap(pixmap(self._empty.icon, tokens().text_faint, _ICON, ratio))
