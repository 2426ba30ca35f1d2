"""Tool tips that show what they are given: Qt guesses, and would load `<img src=file:…>` from a name."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return the text so that a tool tip shows every character of it, markup and all."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
