"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.invoices.invoice_view import InvoicePage
from ui.invoices.list_view import InvoicesPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of invoices."""
    return InvoicesPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one invoice or credit note."""
    return InvoicePage(frame, ref.id)
