"""How a payment stands and how it came, as every screen shows it (U27)."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from app.payments.payment import PaymentMethod, PaymentState
from ui.kit.tokens import Tone
from ui.widgets.state_chip import Chip


def payment_chip(state: PaymentState, *, is_reversal: bool, has_credit: bool) -> Chip:
    """Return the chip of a payment; one with money left to allocate says so."""
    if is_reversal:
        return Chip(_("Reversal"), Tone.NEUTRAL, "undo-2")
    if state is PaymentState.REVERSED:
        return Chip(_("Reversed"), Tone.NEUTRAL, "circle-slash")
    if has_credit:
        return Chip(_("Credit left"), Tone.INFO, "coins")
    return Chip(_("Booked"), Tone.GOOD, "circle-check")


def method_word(method: PaymentMethod) -> str:
    """Return how the money came."""
    return {
        PaymentMethod.TRANSFER: _("Transfer"),
        PaymentMethod.CARD: _("Card"),
        PaymentMethod.CASH: _("Cash"),
        PaymentMethod.CHECK: _("Check"),
        PaymentMethod.DIRECT_DEBIT: _("Direct debit"),
        PaymentMethod.OTHER: _("Other"),
    }[method]
