"""The history of a document, and the chain it stands in: quote, contract, invoices, payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.store.nouns import Nouns


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: who, when, what.

    Attributes:
        at: The instant, UTC.
        actor: Name of the person, their id where nobody knows the name.
        event: The journal's kind, ``quote.sent``.
        kind, id: The document it happened to.
    """

    at: datetime
    actor: str
    event: str
    number: str
    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Link:
    """One document of the chain.

    Attributes:
        kind: ``quote``, ``contract``, ``invoice`` or ``payment``.
        status: State of its lifecycle as stored.
    """

    kind: str
    id: UUID
    number: str
    status: str


def of_document(unit: Nouns, *, kind: str, document_id: UUID) -> tuple[Entry, ...]:
    """Return everything the journal says of a document and of those it became, oldest first."""
    names = {str(person.id): person.name for person in unit.users.all()}
    entries = [
        Entry(
            each.at,
            names.get(each.actor, each.actor),
            each.kind,
            each.number,
            each.subject_kind,
            each.subject_id,
        )
        for link in chain(unit, kind=kind, document_id=document_id)
        for each in unit.journal.of(link.id)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.at))


def chain(unit: Nouns, *, kind: str, document_id: UUID) -> tuple[Link, ...]:
    """Return the deal a document belongs to, from the quote to the payments."""
    quote_id = _quote_of(unit, kind, document_id)
    if quote_id is None:
        return _payment_chain(unit, document_id)
    quote = unit.quotes.get(quote_id)
    links = [Link("quote", quote.id, quote.number, quote.state.value)]
    contract = unit.contracts.of_quote(quote_id)
    if contract is None:
        return tuple(links)
    links.append(Link("contract", contract.id, contract.number, contract.state.value))
    payments: dict[UUID, Link] = {}
    for invoice in unit.invoices.of_contract(contract.id):
        links.append(Link("invoice", invoice.id, invoice.number, invoice.kind.value))
        for payment in unit.payments.of_invoice(invoice.id):
            payments[payment.id] = Link("payment", payment.id, payment.number, payment.state.value)
    return (*links, *payments.values())


def _quote_of(unit: Nouns, kind: str, document_id: UUID) -> UUID | None:
    if kind == "quote":
        return document_id
    if kind == "contract":
        return unit.contracts.get(document_id).quote_id
    if kind == "invoice":
        return unit.contracts.get(unit.invoices.get(document_id).contract_id).quote_id
    payment = unit.payments.get(document_id)
    settled = [allocation.invoice_id for allocation in payment.allocations]
    return _quote_of(unit, "invoice", settled[0]) if settled else None


def _payment_chain(unit: Nouns, payment_id: UUID) -> tuple[Link, ...]:
    payment = unit.payments.get(payment_id)
    return (Link("payment", payment.id, payment.number, payment.state.value),)
