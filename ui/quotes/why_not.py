"""Why an act cannot be done now, in a sentence; empty where it can. The table of the lifecycle decides."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from app.quotes.lifecycle import REVISABLE_STATES, TRANSITIONS, QuoteState
from app.quotes.quote import Quote


def why_not_edit(quote: Quote, read_only: str = "") -> str:
    """Return why no word of the quote may change.

    Args:
        quote: The revision.
        read_only: Why the file cannot be written, empty when it can.
    """
    if read_only:
        return read_only
    if quote.state is QuoteState.DRAFT:
        return ""
    return {
        QuoteState.SENT: _("This quote was sent: what the customer has cannot change."),
        QuoteState.ACCEPTED: _("This quote was accepted: a contract stands on it."),
        QuoteState.DECLINED: _("This quote was declined."),
        QuoteState.EXPIRED: _("This quote has expired."),
        QuoteState.SUPERSEDED: _("A newer revision took this one’s place."),
        QuoteState.IN_APPROVAL: _("This quote is being approved."),
        QuoteState.APPROVED: _("This quote is approved."),
    }[quote.state]


def why_not_send(quote: Quote) -> str:
    """Return why the quote cannot be sent."""
    return "" if quote.state is QuoteState.DRAFT else _("Only a draft can be sent.")


def why_not_decide(quote: Quote) -> str:
    """Return why neither yes nor no can be recorded."""
    if QuoteState.ACCEPTED in TRANSITIONS[quote.state]:
        return ""
    if quote.state is QuoteState.DRAFT:
        return _("Send the quote first: only what was sent can be accepted or declined.")
    return why_not_edit(quote)


def why_not_revise(quote: Quote) -> str:
    """Return why there can be no next revision."""
    if quote.state in REVISABLE_STATES:
        return ""
    if quote.state is QuoteState.DRAFT:
        return _("A draft is changed as it is; only a sent quote is revised.")
    return why_not_edit(quote)


def why_not_bin(quote: Quote) -> str:
    """Return why the quote cannot be thrown away."""
    return (
        "" if quote.state is QuoteState.DRAFT else _("Only a draft can be thrown away; decline this quote.")
    )
