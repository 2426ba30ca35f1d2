"""How an invoice stands, as every screen shows it: one word, one tone, one icon (U27)."""

from __future__ import annotations

from app.billing.status import InvoiceStatus
from app.i18n.translations import gettext as _
from ui.kit.tokens import Tone
from ui.widgets.state_chip import Chip

_LOOKS: dict[InvoiceStatus, tuple[Tone, str]] = {
    InvoiceStatus.OPEN: (Tone.INFO, "circle-dot"),
    InvoiceStatus.PART_PAID: (Tone.INFO, "circle-dot-dashed"),
    InvoiceStatus.OVERDUE: (Tone.BAD, "clock"),
    InvoiceStatus.PAID: (Tone.GOOD, "circle-check"),
    InvoiceStatus.CREDITED: (Tone.NEUTRAL, "undo-2"),
    InvoiceStatus.CREDIT_NOTE: (Tone.NEUTRAL, "file-x"),
}


def invoice_word(status: InvoiceStatus) -> str:
    """Return the state in a word of the window's language."""
    return {
        InvoiceStatus.OPEN: _("Open"),
        InvoiceStatus.PART_PAID: _("Part paid"),
        InvoiceStatus.OVERDUE: _("Overdue"),
        InvoiceStatus.PAID: _("Paid"),
        InvoiceStatus.CREDITED: _("Credited"),
        InvoiceStatus.CREDIT_NOTE: _("Credit note"),
    }[status]


def invoice_chip(status: InvoiceStatus) -> Chip:
    """Return the chip of a state."""
    return Chip(invoice_word(status), *_LOOKS[status])
