"""Labels of the configurator: plain text, wrapped, in a tone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.kit.fonts import Type, set_type


def label(text: str = "", role: Type = Type.BODY, tone: str = "") -> QLabel:
    """Return a label that shows every character it is given."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    set_type(made, role)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(shown: QLabel, tone: str) -> None:
    """Give a label another tone."""
    if shown.property("tone") != tone:
        shown.setProperty("tone", tone)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
