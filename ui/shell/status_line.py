"""The status line: which file is open, whether all is saved, what is running."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import pixmap, set_icon
from ui.kit.theme import tokens
from ui.kit.tokens import Space
from ui.kit.tool_tips import plain_tip

if TYPE_CHECKING:
    from ui.kit.progress import LongJob, ProgressStrip

_HEIGHT = 28
_ICON = 14


class SaveState(Enum):
    """Whether what is on the screen is in the file."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"


_SIGNS = {
    SaveState.SAVED: ("check", "text_faint"),
    SaveState.SAVING: ("loader-circle", "text_faint"),
    SaveState.UNSAVED: ("circle-dot", "warn"),
}


class StatusLine(QWidget):
    """One quiet line at the foot of the window.

    Signals:
        look_wanted: The other of light and dark is wanted.
    """

    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._state: SaveState | None = None
        self._file: Path | None = None
        self._read_only = ""
        self._sign, self._file_sign = QLabel(), QLabel()
        self._words, self._name, self._why = (_words() for _n in range(3))
        self._why.setProperty("tone", "warn")
        self.progress: ProgressStrip | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._file_sign)
        row.addWidget(self._name)
        row.addSpacing(Space.M)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        row.addSpacing(Space.M)
        row.addWidget(self._why, 1)
        self._look = QToolButton()
        set_icon(self._look, "sun-moon", "text_faint")
        self._look.setIconSize(QSize(_ICON, _ICON))
        self._look.clicked.connect(self.look_wanted)
        row.addWidget(self._look)
        self._row = row
        self.retranslate()

    @property
    def state(self) -> SaveState | None:
        """Return what is said about saving."""
        return self._state

    def watch(self, job: LongJob) -> None:
        """Show the progress of long work."""
        if self.progress is None:
            from ui.kit.progress import ProgressStrip

            self.progress = ProgressStrip()
            self._row.insertWidget(self._row.count() - 1, self.progress)
        self.progress.watch(job)

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self._look.setAccessibleName(_("Light or dark"))
        self._look.setToolTip(_("Light or dark (Ctrl+Shift+L)"))
        self._show()

    def show_file(self, path: Path, read_only: str = "") -> None:
        """Show the open file, and why it cannot be written where it cannot."""
        self._file = path
        self._read_only = read_only
        self.show_state(SaveState.SAVED)

    def show_state(self, state: SaveState) -> None:
        """Show whether what is on the screen is in the file."""
        self._state = state
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._file is None or self._state is None:
            return
        shown = tokens()
        name, ink = _SIGNS[self._state]
        self._sign.setPixmap(pixmap(name, getattr(shown, ink), _ICON, self._ratio()))
        self._file_sign.setPixmap(pixmap("database", shown.text_faint, _ICON, self._ratio()))
        words = {
            SaveState.SAVED: _("Saved"),
            SaveState.SAVING: _("Saving"),
            SaveState.UNSAVED: _("Not saved yet"),
        }
        self._words.setText(words[self._state])
        self._name.setText(self._file.name)
        self._name.setToolTip(plain_tip(str(self._file)))
        self._why.setText(self._read_only)

    def _ratio(self) -> int:
        return max(1, -(-int(self.devicePixelRatioF() * 100) // 100))


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", "faint")
    set_type(label, Type.CAPTION)
    return label
