"""What works on every page of the window: booking a payment."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec
from ui.payments.opening import open_booking
from ui.shell.page import Frame

BOOK = "payments.new"


def actions(frame: Frame) -> tuple[ActionSpec, ...]:
    """Return Book payment."""
    return (
        ActionSpec(
            BOOK,
            lambda: _("Book a &payment"),
            lambda: open_booking(frame),
            "",
            "wallet",
            group=lambda: _("Crea&te"),
        ),
    )
