"""The page of this room, as the window asks for it."""

from __future__ import annotations

from ui.settings.settings_view import SettingsPage
from ui.shell.page import Frame, Page


def section(frame: Frame) -> Page:
    """Return the settings."""
    return SettingsPage(frame)
