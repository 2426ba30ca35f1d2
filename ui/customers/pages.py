"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.customers.customer_view import CustomerPage
from ui.customers.list_view import CustomersPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of customers."""
    return CustomersPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one customer."""
    return CustomerPage(frame, ref.id)
