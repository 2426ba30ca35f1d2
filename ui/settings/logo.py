"""The logo as it will stand on the papers, and the way to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.tokens import Space

_SIZE = QSize(180, 72)


class LogoBox(QWidget):
    """A picture on white paper, with Choose and Remove.

    Signals:
        chosen: The file the person chose.
        removed: The logo shall go.
    """

    chosen = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Logo"))
        self.picture = QLabel()
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setFixedSize(_SIZE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.choose = QPushButton(_("Choose a &picture…"))
        self.choose.setAccessibleName(_("Choose a logo"))
        self.choose.clicked.connect(self._ask)
        self.remove = QPushButton(_("&Remove"))
        self.remove.setAccessibleName(_("Remove the logo"))
        self.remove.setProperty("kind", "quiet")
        self.remove.clicked.connect(self.removed)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.choose, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.picture)
        column.addLayout(buttons)
        self.show_picture(b"")

    def show_picture(self, content: bytes) -> None:
        """Show the logo; the buttons say what can be done with it."""
        pixmap = QPixmap()
        there = bool(content) and pixmap.loadFromData(content)
        self.picture.setVisible(bool(there))
        self.picture.setAccessibleName(_("The logo"))
        if there:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(pixmap.scaled(_SIZE, keep, smooth))
        self.remove.setVisible(bool(content))

    def _ask(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        if file:
            self.chosen.emit(Path(file))
