"""How the window looks on this machine; the file knows nothing of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import LARGEST, SMALLEST
from ui.kit.theme import Mode, Theme
from ui.kit.tokens import Space


class LookBox(QWidget):
    """Light or dark, and the size of the text; shown at once, remembered by the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mode = QComboBox()
        self.mode.setAccessibleName(_("Light or dark"))
        words = {Mode.SYSTEM: _("As the system"), Mode.LIGHT: _("Light"), Mode.DARK: _("Dark")}
        for mode, text in words.items():
            self.mode.addItem(text, mode.value)
        self.points = QSpinBox()
        self.points.setRange(SMALLEST, LARGEST)
        self.points.setAccessibleName(_("Size of the text in points"))
        self.points.lineEdit().setTextMargins(Space.S, 0, 0, 0)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("Colours"), self.mode)
        form.addRow(_("Text size"), self.points)
        self._follow()
        self.mode.activated.connect(self._choose)
        self.points.valueChanged.connect(theme.set_points)
        theme.changed.connect(self._follow)

    def _choose(self) -> None:
        self._theme.choose(Mode(str(self.mode.currentData())))

    def _follow(self) -> None:
        """Show what was chosen elsewhere, by a shortcut."""
        self.mode.setCurrentIndex(self.mode.findData(self._theme.mode.value))
        self.points.blockSignals(True)
        self.points.setValue(self._theme.points)
        self.points.blockSignals(False)
