"""The quote: one immutable revision of an offer, so that every edit is a new quote and undo is free."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from app.company.policies import Policies
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.kernel.percent import NO_PERCENT, Percent
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.quotes.lifecycle import QuoteState, check_transition
from app.quotes.lines import LineKind, QuoteLine


class QuoteNotEditable(RuleViolation):
    """Only a draft may be edited; revise the quote instead."""

    code = "quotes.not_editable"


class LineNotFound(RuleViolation):
    """The quote has no such line."""

    code = "quotes.line_not_found"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The customer's yes.

    Attributes:
        by: Name of the person who accepted.
        at: The instant it was recorded, UTC.
        on: The date of acceptance in the company's time zone.
        how: ``signature``, ``e-mail`` or ``purchase order``.
        reference: Purchase order number or mail reference; may be empty.
        options: Ids of the optional and alternative lines that were chosen.
    """

    by: str
    at: datetime
    on: date
    how: str
    reference: str = ""
    options: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class QuoteTerms:
    """What is agreed beside the lines.

    Attributes:
        payment: Code of the company's payment terms.
        delivery: Free text such as ``DAP Berlin``.
        starts_on: First day of subscriptions; `None` means the day of acceptance.
        term_months: Default length of subscriptions, in months.
    """

    payment: str = ""
    delivery: str = ""
    starts_on: date | None = None
    term_months: int = 12


@dataclass(frozen=True, slots=True)
class Quote:
    """One revision of an offer; `rev` is the compare-and-swap token against lost updates.

    Attributes:
        id: Of this revision.
        family: Shared by all revisions of one offer.
        number: Shared by all revisions; empty until first saved.
        revision: 1 for the first.
        price_date: The day whose prices and promotions apply.
        language: Of the customer's documents, for example ``de`` or ``en_US``.
        discount: The rep's additional discount on the whole quote.
        document_discount: Lump sum off the net total.
        partner, distributor: Taken off in steps 6 and 7.
        supersedes: The id of the revision this one replaces.
    """

    id: UUID
    family: UUID
    currency: Currency
    dated: date
    valid_until: date
    price_date: date
    number: str = ""
    revision: int = 1
    state: QuoteState = QuoteState.DRAFT
    customer_id: UUID | None = None
    price_book: str = ""
    language: str = "en"
    exchange: FrozenRate = SAME_CURRENCY
    policies: Policies = field(default_factory=Policies)
    terms: QuoteTerms = QuoteTerms()
    lines: tuple[QuoteLine, ...] = ()
    discount: Percent | None = None
    document_discount: Money | None = None
    partner: Percent = NO_PERCENT
    distributor: Percent = NO_PERCENT
    buyer_reference: str = ""
    notes: str = ""
    internal_notes: str = ""
    acceptance: Acceptance | None = None
    supersedes: UUID | None = None
    owner: str = ""
    rev: UUID | None = None
    version: int = 0

    @property
    def is_editable(self) -> bool:
        """Test whether the revision may still change."""
        return self.state is QuoteState.DRAFT

    @property
    def product_lines(self) -> tuple[QuoteLine, ...]:
        """Return the lines that sell something, in order."""
        return tuple(line for line in self.lines if line.kind is LineKind.PRODUCT)

    def line(self, line_id: UUID) -> QuoteLine:
        """Return the line with this id.

        Raises:
            LineNotFound: The quote has no such line.
        """
        for line in self.lines:
            if line.id == line_id:
                return line
        raise LineNotFound(line=str(line_id))

    def moved_to(self, target: QuoteState) -> Quote:
        """Return the quote in another state.

        Raises:
            QuoteTransitionRefused: The table of the lifecycle does not list the move.
        """
        check_transition(self.state, target)
        return replace(self, state=target)

    def require_draft(self) -> None:
        """Refuse a change of anything but a draft.

        Raises:
            QuoteNotEditable: The revision was sent or decided.
        """
        if not self.is_editable:
            raise QuoteNotEditable(number=self.number, state=self.state.value)


def group_of_each_line(quote: Quote) -> dict[UUID, UUID | None]:
    """Return for each line the id of the heading it stands under, `None` before the first heading."""
    groups: dict[UUID, UUID | None] = {}
    heading: UUID | None = None
    for line in quote.lines:
        if line.kind is LineKind.HEADING:
            heading = line.id
        groups[line.id] = heading
    return groups
