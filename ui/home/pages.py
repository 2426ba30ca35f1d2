"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from ui.home.home_view import HomePage
from ui.shell.page import Frame, Page


def section(frame: Frame) -> Page:
    """Return the start page."""
    return HomePage(frame)
