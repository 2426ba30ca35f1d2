"""Switch the language of the window without a restart."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication

from app.i18n.translations import set_language


@runtime_checkable
class Translated(Protocol):
    """A widget that can say its texts again: it sets all of them here, and calls this when it is made."""

    def retranslate(self) -> None:
        """Set every text of the widget in the current language."""


def speak(language: str) -> None:
    """Switch to a language (``en``, ``de``, the pseudo ``xx``); every widget says its texts again."""
    set_language(language)
    for widget in QApplication.allWidgets():
        if isinstance(widget, Translated):
            widget.retranslate()
