"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.quotes.editor_view import QuotePage
from ui.quotes.list_view import QuotesPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of quotes."""
    return QuotesPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one quote."""
    return QuotePage(frame, ref)
