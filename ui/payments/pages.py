"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.payments.list_view import PaymentsPage
from ui.payments.payment_view import PaymentPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of payments."""
    return PaymentsPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one payment."""
    return PaymentPage(frame, ref.id)
