"""Where a quote may go from where it is: one table, read by rules, services, buttons and tests."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.errors import RuleViolation


class QuoteTransitionRefused(RuleViolation):
    """The quote cannot go there from the state it is in."""

    code = "quotes.transition_refused"


class QuoteStillDraft(QuoteTransitionRefused):
    """Nobody has the quote yet, so there is nothing to revise: it is changed as it is."""

    code = "quotes.still_draft"


class QuoteNotSent(QuoteTransitionRefused):
    """The customer does not have the quote yet, so there is no answer to it."""

    code = "quotes.not_sent"


class QuoteSentAlready(QuoteTransitionRefused):
    """The quote left before; something else is offered by a revision."""

    code = "quotes.sent_already"


class QuoteConcluded(QuoteTransitionRefused):
    """The quote was accepted: its contract is made."""

    code = "quotes.concluded"


class QuoteSuperseded(QuoteTransitionRefused):
    """A newer revision has taken the place of the quote."""

    code = "quotes.superseded"


class QuoteState(StrEnum):
    """The life of one quote revision."""

    DRAFT = "draft"
    IN_APPROVAL = "in_approval"
    APPROVED = "approved"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


TRANSITIONS: dict[QuoteState, frozenset[QuoteState]] = {
    QuoteState.DRAFT: frozenset({QuoteState.IN_APPROVAL, QuoteState.APPROVED}),
    QuoteState.IN_APPROVAL: frozenset({QuoteState.APPROVED, QuoteState.DRAFT}),
    QuoteState.APPROVED: frozenset({QuoteState.SENT, QuoteState.DRAFT, QuoteState.EXPIRED}),
    QuoteState.SENT: frozenset(
        {QuoteState.ACCEPTED, QuoteState.DECLINED, QuoteState.EXPIRED, QuoteState.SUPERSEDED}
    ),
    QuoteState.ACCEPTED: frozenset(),
    QuoteState.DECLINED: frozenset({QuoteState.SUPERSEDED}),
    QuoteState.EXPIRED: frozenset({QuoteState.SUPERSEDED}),
    QuoteState.SUPERSEDED: frozenset(),
}

_INSIDE = frozenset({QuoteState.DRAFT, QuoteState.IN_APPROVAL, QuoteState.APPROVED})
"""States before the quote leaves the house."""

FROZEN_STATES = frozenset(QuoteState) - {QuoteState.DRAFT}
"""States in which no word of the revision may change."""

REVISABLE_STATES = frozenset(
    state for state, targets in TRANSITIONS.items() if QuoteState.SUPERSEDED in targets
)
"""States from which `revise` makes the next revision."""


def check_transition(current: QuoteState, target: QuoteState) -> None:
    """Refuse a move the table does not list.

    Raises:
        QuoteTransitionRefused: `target` cannot follow `current`.
    """
    if target not in TRANSITIONS[current]:
        raise _refusal(current, target)(current=current.value, target=target.value)


def _refusal(current: QuoteState, target: QuoteState) -> type[QuoteTransitionRefused]:
    """Return the error whose sentence says what to do instead."""
    if current in _INSIDE:
        return QuoteStillDraft if target is QuoteState.SUPERSEDED else QuoteNotSent
    if current is QuoteState.ACCEPTED:
        return QuoteConcluded
    if current is QuoteState.SUPERSEDED:
        return QuoteSuperseded
    return QuoteSentAlready if target in _INSIDE or target is current else QuoteTransitionRefused
