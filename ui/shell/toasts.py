"""Messages in passing: what was done, with Undo where it can be undone (U24)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.tokens import Space

STAYS_MS = 6_000
_BOTTOM = 48
_WIDEST = 560


class Toasts(QObject):
    """Shows one message at a time over the lower edge of the window; a newer one takes its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._undo: Callable[[], object] | None = None
        self.frame = QFrame(window)
        self.frame.setObjectName("toast")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.clicked.connect(self._undo_it)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.frame.hide)
        window.installEventFilter(self)
        self.frame.hide()

    @property
    def text(self) -> str:
        """Return the message shown, empty when there is none."""
        return self._text.text() if self.frame.isVisible() else ""

    @property
    def undo_button(self) -> QPushButton:
        """Return the Undo button; hidden where nothing can be undone."""
        return self._button

    def show(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a message for six seconds."""
        self._undo = undo
        self._text.setText(text)
        self._button.setText(_("Undo"))
        self._button.setAccessibleName(_("Undo: {what}").format(what=text))
        self._button.setVisible(undo is not None)
        self.frame.setAccessibleName(text)
        self.frame.show()
        self._place()
        self.frame.raise_()
        self._timer.start()

    def hide(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.frame.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the lower edge while the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.frame.isVisible():
            self._place()
        return False

    def _undo_it(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        widest = max(200, min(_WIDEST, self._window.width() - 2 * Space.XL))
        self._text.setWordWrap(False)
        # Only what is too long for a line wraps: a label that may wrap breaks a short sentence too.
        self._text.setWordWrap(self.frame.sizeHint().width() > widest)
        if self._text.wordWrap():
            self.frame.resize(widest, self.frame.heightForWidth(widest))
        else:
            self.frame.adjustSize()
        x = (self._window.width() - self.frame.width()) // 2
        self.frame.move(x, self._window.height() - self.frame.height() - _BOTTOM)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
