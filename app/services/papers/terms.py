"""How long what is sold runs and its price for the time it is quoted in: alike on every paper and page."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from uuid import UUID

from app.company.payment_terms import TermsIncomplete, TermsOutOfRange
from app.company.terms_text import TermsUnreadable
from app.contracts.contract import Contract
from app.documents.lines import Term
from app.documents.settlement import PaymentTerms
from app.kernel.percent import PercentOutOfRange
from app.kernel.period import Period
from app.pricing.printing import printed_term
from app.pricing.result import Part, PricedDocument, PricedLine
from app.services.pricing import price_sent

if TYPE_CHECKING:
    from app.company.company import Company
    from app.store.nouns import Nouns


def line_terms(priced: PricedDocument) -> dict[str, Term]:
    """Return the term of every recurring line by its key."""
    spans = {line.key: line.period for line in priced.request.lines}
    found = ((line.key, _term(priced, line, None, spans[line.key])) for line in priced.lines)
    return {key: term for key, term in found if term is not None}


def item_terms(unit: Nouns, contract: Contract) -> dict[UUID, Term]:
    """Return the term of every subscription by its id, at the price of the quote it was made of.

    Raises:
        QuoteNotFound: The quote is gone.
    """
    if not contract.subscriptions:
        return {}
    priced = price_sent(unit, unit.quotes.get(contract.quote_id))
    answers = {line.key: line for line in priced.lines}
    parts = {key: deque(line.parts) for key, line in answers.items()}
    found: dict[UUID, Term] = {}
    for item in contract.items:
        key = str(item.quote_line_id)
        if key not in answers or not parts[key]:
            continue
        part = parts[key].popleft()
        term = _term(priced, answers[key], part, item.period)
        if term is not None:
            found[item.id] = term
    return found


def agreed_terms(company: Company, text: str) -> PaymentTerms:
    """Return payment terms for a paper: read where they can be, else the words as they are."""
    if not text.strip():
        return PaymentTerms()
    try:
        return PaymentTerms(agreed=company.terms_named(text))
    except (TermsUnreadable, TermsIncomplete, TermsOutOfRange, PercentOutOfRange):
        return PaymentTerms(words=text)


def _term(priced: PricedDocument, line: PricedLine, part: Part | None, span: Period | None) -> Term | None:
    if span is None:
        return None
    policies, currency = priced.request.policies, priced.request.currency
    price = printed_term(line, part, span, policies.proration, currency)
    if price is None:
        return None
    months, days = span.months_and_days()
    return Term(0 if days else months, price.amount, price.months)
