"""Quote use cases: start, save, send, accept, decline, revise, clone and put aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.company.numbering import Series
from app.contracts.contract import Contract
from app.contracts.events import ContractEvent
from app.contracts.from_quote import Signing, contract_of
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, blockers
from app.kernel.money import Currency
from app.pricing.result import PricedDocument
from app.quotes import revision
from app.quotes.checks import checks as quote_checks
from app.quotes.content import hash_of
from app.quotes.events import QuoteEvent
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import LineRole
from app.quotes.quote import Acceptance, Quote, QuoteTerms
from app.quotes.texts import cleaned
from app.services.exchange_rates import rate_for
from app.services.numbering import next_number
from app.services.pricing import price_sent, quote_pricer
from app.services.quote_rows import customer_name, shown, shown_as_sent
from app.store.search_index import Findable, Scope

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class QuoteNotReady(RuleViolation):
    """Something has to be mended before the quote can be sent.

    Attributes:
        findings: Every blocker and warning, with its place.
    """

    code = "quotes.not_ready"

    def __init__(self, findings: tuple[Finding, ...], **params: object) -> None:
        super().__init__(**params)
        self.findings = findings


class QuoteExpired(RuleViolation):
    """The quote was valid until a day that has passed."""

    code = "quotes.expired"


class AcceptedTooEarly(RuleViolation):
    """The yes is dated before the quote."""

    code = "quotes.accepted_too_early"


class AcceptedInTheFuture(RuleViolation):
    """The yes is dated after today."""

    code = "quotes.accepted_in_the_future"


class OptionUnknown(RuleViolation):
    """An option was accepted that the quote does not offer."""

    code = "quotes.option_unknown"


def start(uow: UnitOfWork, act: Act, *, customer_id: UUID | None = None) -> Quote:
    """Begin a draft with its number and what company and customer have agreed as usual.

    Raises:
        NotPermittedHere: The person may not edit quotes.
    """
    permit(act.actor, Permission.QUOTES_EDIT)
    company = uow.company.get()
    quote_id = uow.new_id()
    draft = Quote(
        id=quote_id,
        family=quote_id,
        currency=company.seller.currency,
        dated=act.today,
        valid_until=act.today + timedelta(days=company.quote_days),
        price_date=act.today,
        price_book=company.price_book,
        language=company.seller.language,
        policies=company.policies,
        terms=QuoteTerms(payment=str(company.standing_terms)),
        owner=str(act.actor.id),
    )
    if customer_id is not None:
        draft = for_customer(uow, draft, customer_id)
    saved = save_draft(uow, act, quote=draft)
    uow.journal.append(_event(QuoteEvent.STARTED, saved))
    return saved


def for_customer(unit: Nouns, quote: Quote, customer_id: UUID) -> Quote:
    """Return the draft for this customer: their currency, price book, terms and language.

    Raises:
        CustomerNotFound: Nobody has this id.
        QuoteNotEditable: The quote is not a draft.
    """
    quote.require_draft()
    customer, company = unit.customers.get(customer_id), unit.company.get()
    currency = customer.currency or company.seller.currency
    terms = customer.payment_terms or company.standing_terms
    return replace(
        quote,
        customer_id=customer_id,
        currency=currency,
        exchange=rate_for(unit, currency, quote.dated),
        price_book=customer.price_book or _book_in(unit, currency, company.price_book),
        language=customer.language or company.seller.language,
        terms=replace(quote.terms, payment=str(terms)),
        buyer_reference=quote.buyer_reference or customer.buyer_reference,
    )


def save_draft(uow: UnitOfWork, act: Act, *, quote: Quote) -> Quote:
    """Keep a draft as the rep left it; a new one gets its number.

    Raises:
        NotPermittedHere: The person may not edit quotes.
        QuoteNotEditable: The quote is not a draft.
        RecordChanged: It was saved elsewhere since it was read.
        RuleViolation: A text is too long or holds signs that do not belong.
    """
    permit(act.actor, Permission.QUOTES_EDIT)
    quote.require_draft()
    clean = cleaned(quote)
    numbered = clean if clean.number else _numbered(uow, act, clean)
    priced = quote_pricer(uow, numbered).price(numbered)
    saved = uow.quotes.save(numbered, shown(uow, numbered, priced))
    uow.search_index.put(Scope.QUOTE, Findable(saved.id, saved.number, customer_name(uow, saved)))
    return saved


def checks(unit: Nouns, quote: Quote, priced: PricedDocument) -> tuple[Finding, ...]:
    """Return everything that stands in the way of sending, and what deserves a second look."""
    company = unit.company.get()
    customer = unit.customers.get(quote.customer_id) if quote.customer_id else None
    return quote_checks(quote, priced, company=company, customer=customer)


def send(uow: UnitOfWork, act: Act, *, quote_id: UUID) -> Quote:
    """Freeze a draft as what the customer is offered; nothing in it changes any more.

    Raises:
        NotPermittedHere: The person may not send quotes.
        QuoteNotReady: A check found a blocker; it carries all findings.
        QuoteTransitionRefused: The quote is not a draft.
    """
    permit(act.actor, Permission.QUOTES_SEND)
    quote = uow.quotes.get(quote_id)
    sent = quote.moved_to(QuoteState.APPROVED).moved_to(QuoteState.SENT)
    priced = quote_pricer(uow, quote).price(quote)
    findings = checks(uow, quote, priced)
    if blockers(findings):
        raise QuoteNotReady(findings, number=quote.number, faults=len(blockers(findings)))
    kept = uow.quotes.save(sent, shown_as_sent(uow, sent, priced))
    uow.journal.append(_event(QuoteEvent.SENT, kept, net=priced.totals.net, total=priced.totals.payable))
    return kept


def accept(uow: UnitOfWork, act: Act, *, quote_id: UUID, acceptance: Acceptance) -> Contract:
    """Record the customer's yes and make the contract of it.

    Raises:
        NotPermittedHere: The person may not record acceptances.
        QuoteTransitionRefused: The quote was not sent, or is superseded.
        AcceptedTooEarly: The yes is dated before the quote.
        QuoteExpired: Its validity has passed.
        AcceptedInTheFuture: The yes is dated after today.
        OptionUnknown: A chosen option is none of the quote's.
    """
    permit(act.actor, Permission.QUOTES_ACCEPT)
    quote = uow.quotes.get(quote_id)
    moved = quote.moved_to(QuoteState.ACCEPTED)
    _check_day(quote, acceptance.on, today=act.today)
    _check_options(quote, acceptance)
    accepted = uow.quotes.move(replace(moved, acceptance=acceptance))
    uow.journal.append(_event(QuoteEvent.ACCEPTED, accepted, how=acceptance.how))
    contract = contract_of(
        accepted, price_sent(uow, accepted), _signing(uow, act, accepted), new_id=uow.new_id
    )
    kept = uow.contracts.save(contract)
    uow.journal.append(
        DomainEvent(
            ContractEvent.SIGNED,
            Ref("contract", kept.id),
            kept.number,
            {"quote": accepted.number, "total": kept.total.minor},
        )
    )
    uow.search_index.put(Scope.CONTRACT, Findable(kept.id, kept.number, kept.buyer.name))
    return kept


def decline(uow: UnitOfWork, act: Act, *, quote_id: UUID) -> Quote:
    """Record the customer's no.

    Raises:
        NotPermittedHere: The person may not record it.
        QuoteTransitionRefused: The quote was not sent.
    """
    permit(act.actor, Permission.QUOTES_ACCEPT)
    declined = uow.quotes.move(uow.quotes.get(quote_id).moved_to(QuoteState.DECLINED))
    uow.journal.append(_event(QuoteEvent.DECLINED, declined))
    return declined


def revise(uow: UnitOfWork, act: Act, *, quote_id: UUID) -> Quote:
    """Make the next revision, a draft; the last one stays readable and can no longer be accepted.

    Raises:
        NotPermittedHere: The person may not revise quotes.
        QuoteTransitionRefused: The quote is a draft, accepted, or superseded already.
    """
    permit(act.actor, Permission.QUOTES_REVISE)
    superseded, draft = revision.revise(uow.quotes.get(quote_id), new_id=uow.new_id(), today=act.today)
    uow.quotes.move(superseded)
    saved = save_draft(uow, act, quote=draft)
    uow.journal.append(_event(QuoteEvent.REVISED, saved, revision=saved.revision))
    return saved


def clone(uow: UnitOfWork, act: Act, *, quote_id: UUID) -> Quote:
    """Make a new offer with the same lines at today's prices.

    Raises:
        NotPermittedHere: The person may not edit quotes.
    """
    permit(act.actor, Permission.QUOTES_EDIT)
    original = uow.quotes.get(quote_id)
    copy = revision.clone(original, new_id=uow.new_id(), new_line_id=uow.new_id, today=act.today)
    saved = save_draft(uow, act, quote=copy)
    uow.journal.append(_event(QuoteEvent.CLONED, saved, original=original.number))
    return saved


def put_in_bin(uow: UnitOfWork, act: Act, *, quote_id: UUID, binned: bool = True) -> None:
    """Take a draft out of every list, or bring it back.

    Raises:
        NotPermittedHere: The person may not edit quotes.
        QuoteNotEditable: The quote was sent; its counter-act is to revise or decline it.
    """
    permit(act.actor, Permission.QUOTES_EDIT)
    quote = uow.quotes.get(quote_id)
    quote.require_draft()
    uow.quotes.bin(quote, binned=binned)
    uow.journal.append(_event(QuoteEvent.BINNED if binned else QuoteEvent.RESTORED, quote))


def _numbered(uow: UnitOfWork, act: Act, quote: Quote) -> Quote:
    return replace(quote, number=next_number(uow, act, Series.QUOTE, quote.dated))


def _signing(uow: UnitOfWork, act: Act, quote: Quote) -> Signing:
    seller, buyer = uow.quotes.parties(quote.id)
    return Signing(next_number(uow, act, Series.CONTRACT, act.today), hash_of(quote), seller, buyer)


def _check_day(quote: Quote, on: date, *, today: date) -> None:
    """A quote may be dated ahead; from the day it was sent it can be accepted all the same."""
    if on < min(quote.dated, today):
        raise AcceptedTooEarly(number=quote.number, on=on, dated=quote.dated)
    if on > quote.valid_until:
        raise QuoteExpired(number=quote.number, valid_until=quote.valid_until)
    if on > today:
        raise AcceptedInTheFuture(on=on, today=today)


def _check_options(quote: Quote, acceptance: Acceptance) -> None:
    offered = {line.id for line in quote.product_lines if line.role is not LineRole.STANDARD}
    unknown = acceptance.options - offered
    if unknown:
        raise OptionUnknown(number=quote.number, options=len(unknown))


def _book_in(unit: Nouns, currency: Currency, standing: str) -> str:
    """Return the company's price book, or the first by code in a customer's other currency."""
    books = {book.code: book for book in unit.price_books.all()}
    if standing in books and books[standing].currency == currency:
        return standing
    return min((code for code, book in books.items() if book.currency == currency), default=standing)


def _event(kind: QuoteEvent, quote: Quote, **facts: str | int) -> DomainEvent:
    return DomainEvent(kind, Ref("quote", quote.id), quote.number, {"revision": quote.revision, **facts})
