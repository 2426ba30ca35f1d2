"""The way to the booking page: from everywhere, from an invoice, from a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from ui.shell.page import Frame, Page


def open_booking(frame: Frame, *, invoice_id: UUID | None = None, customer_id: UUID | None = None) -> None:
    """Open the page that books a payment.

    Args:
        frame: The window.
        invoice_id: Settled first, with its open amount proposed.
        customer_id: Who paid, where no invoice says it.
    """

    def make(frame: Frame) -> Page:
        from ui.payments.booking_view import BookingPage

        return BookingPage(frame, invoice_id=invoice_id, customer_id=customer_id)

    frame.open_page(("payments.book", invoice_id or customer_id), make)
