"""The states of a quote as every screen shows them: one word, one tone, one icon (U27)."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from app.quotes.lifecycle import QuoteState
from ui.kit.tokens import Tone
from ui.widgets.state_chip import Chip


def state_word(state: QuoteState) -> str:
    """Return the state in a word of the window's language."""
    return {
        QuoteState.DRAFT: _("Draft"),
        QuoteState.IN_APPROVAL: _("In approval"),
        QuoteState.APPROVED: _("Approved"),
        QuoteState.SENT: _("Sent"),
        QuoteState.ACCEPTED: _("Accepted"),
        QuoteState.DECLINED: _("Declined"),
        QuoteState.EXPIRED: _("Expired"),
        QuoteState.SUPERSEDED: _("Superseded"),
    }[state]


_LOOKS: dict[QuoteState, tuple[Tone, str]] = {
    QuoteState.DRAFT: (Tone.NEUTRAL, "file-pen"),
    QuoteState.IN_APPROVAL: (Tone.WARN, "hourglass"),
    QuoteState.APPROVED: (Tone.INFO, "shield-check"),
    QuoteState.SENT: (Tone.INFO, "send"),
    QuoteState.ACCEPTED: (Tone.GOOD, "circle-check"),
    QuoteState.DECLINED: (Tone.BAD, "circle-x"),
    QuoteState.EXPIRED: (Tone.WARN, "clock"),
    QuoteState.SUPERSEDED: (Tone.NEUTRAL, "history"),
}


def state_chip(state: QuoteState | str) -> Chip:
    """Return the chip of a state, also of one as the store writes it (``"sent"``)."""
    known = QuoteState(state)
    return Chip(state_word(known), *_LOOKS[known])
