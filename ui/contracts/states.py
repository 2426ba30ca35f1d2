"""How a contract and its instalments stand, as every screen shows it (U27)."""

from __future__ import annotations

from datetime import date

from app.contracts.contract import ContractState
from app.i18n.translations import gettext as _
from app.services.contracts import BillingState
from ui.kit.tokens import Tone
from ui.widgets.state_chip import Chip


def contract_chip(state: ContractState, *, starts_on: date, ends_on: date | None, today: date) -> Chip:
    """Return the chip of a contract; that it has begun or ended is read from its dates."""
    if state is ContractState.TERMINATED:
        return Chip(_("Terminated"), Tone.NEUTRAL, "circle-slash")
    if ends_on is not None and ends_on < today:
        return Chip(_("Ended"), Tone.NEUTRAL, "circle-check")
    if starts_on > today:
        return Chip(_("Starts later"), Tone.INFO, "calendar")
    return Chip(_("Active"), Tone.GOOD, "circle-check")


_BILLING: dict[BillingState, tuple[Tone, str]] = {
    BillingState.BILLED: (Tone.GOOD, "circle-check"),
    BillingState.CREDITED: (Tone.WARN, "undo-2"),
    BillingState.DUE: (Tone.WARN, "clock"),
    BillingState.FUTURE: (Tone.NEUTRAL, "calendar"),
}


def billing_word(state: BillingState) -> str:
    """Return the state of an instalment in a word."""
    return {
        BillingState.BILLED: _("Invoiced"),
        BillingState.CREDITED: _("Credited"),
        BillingState.DUE: _("Due"),
        BillingState.FUTURE: _("Planned"),
    }[state]


def billing_chip(state: BillingState) -> Chip:
    """Return the chip of an instalment."""
    return Chip(billing_word(state), *_BILLING[state])


def billing_tone(state: BillingState) -> Tone:
    """Return the tone of an instalment."""
    return _BILLING[state][0]
