"""Where a quote may go from where it is: one table, read by rules, services, buttons and tests."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.errors import RuleViolation


class QuoteTransitionRefused(RuleViolation):
    """The quote cannot go there from the state it is in."""

    code = "quotes.transition_refused"


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
        raise QuoteTransitionRefused(current=current.value, target=target.value)
