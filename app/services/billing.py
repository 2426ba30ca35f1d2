"""Billing use cases: preview, issue and credit invoices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.billing.carry_over import Issuing, as_billed, draft_invoice, not_yet_billed
from app.billing.chain import link
from app.billing.checks import checks
from app.billing.content import hash_of
from app.billing.credit_note import credit_whole
from app.billing.events import InvoiceEvent
from app.billing.invoice import Invoice
from app.billing.lifecycle import open_amount, status
from app.billing.schedule import due_by, schedule
from app.billing.status import InvoiceStatus
from app.company.numbering import Series
from app.contracts.contract import Contract
from app.customers.party import party_of_customer, party_of_seller
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, blockers
from app.kernel.money import Money
from app.payments.payment import Allocation, Payment
from app.services.numbering import next_number
from app.store.search_index import Findable, Scope

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork

NewId = Callable[[], UUID]


class InvoiceNotReady(RuleViolation):
    """A check found something that would make the invoice wrong.

    Attributes:
        findings: Every blocker and warning, with its place.
    """

    code = "billing.not_ready"

    def __init__(self, findings: tuple[Finding, ...], **params: object) -> None:
        super().__init__(**params)
        self.findings = findings


class InvoicePaidAlready(RuleViolation):
    """Money was already received for the invoice; it has to be freed before the whole is credited."""

    code = "billing.paid_already"


@dataclass(frozen=True, slots=True)
class InvoicePreview:
    """What would be issued, and what the checks say of it."""

    invoice: Invoice
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class InvoiceOverview:
    """An invoice and everything that settled it."""

    invoice: Invoice
    paid: Money
    credited: Money
    open: Money
    status: InvoiceStatus
    payments: tuple[Payment, ...]
    credit_notes: tuple[tuple[UUID, str], ...]
    contract_id: UUID
    quote_id: UUID


def preview(unit: Nouns, act: Act, *, contract_id: UUID) -> InvoicePreview:
    """Return the invoice over everything due today and not yet billed, without issuing it.

    Raises:
        NothingToBill: Everything due is billed.
    """
    contract = unit.contracts.get(contract_id)
    drafted = _draft(unit, act, contract, new_id=_preview_ids())
    return InvoicePreview(drafted, checks(drafted, contract))


def issue(uow: UnitOfWork, act: Act, *, contract_id: UUID) -> Invoice:
    """Issue the invoice over everything due today: number, chain and journal in one transaction.

    The same idempotency key returns the invoice that was issued under it.

    Raises:
        NotPermittedHere: The person may not issue invoices.
        NothingToBill: Everything due is billed.
        InvoiceNotReady: A check found a blocker; it carries all findings.
        IssueDateTooEarly: The series holds an invoice of a later date.
    """
    permit(act.actor, Permission.INVOICES_ISSUE)
    done = uow.idempotency.outcome("billing.issue", act.key)
    if done is not None:
        return uow.invoices.get(done.id)
    contract = uow.contracts.get(contract_id)
    drafted = _draft(uow, act, contract, new_id=uow.new_id)
    findings = checks(drafted, contract)
    if blockers(findings):
        raise InvoiceNotReady(findings, number=contract.number, faults=len(blockers(findings)))
    issued = _issued(uow, act, drafted, Series.INVOICE)
    uow.journal.append(_event(InvoiceEvent.ISSUED, issued))
    uow.idempotency.keep("billing.issue", act.key, Ref("invoice", issued.id))
    return issued


def credit(uow: UnitOfWork, act: Act, *, invoice_id: UUID) -> Invoice:
    """Issue the credit note over a whole invoice, which settles it; what it billed may be billed again.

    Raises:
        NotPermittedHere: The person may not credit invoices.
        OnlyInvoicesAreCredited: It is a credit note itself.
        AlreadyCredited: It was credited before.
        InvoicePaidAlready: Payments settle a part of it; reverse or move them first.
    """
    permit(act.actor, Permission.INVOICES_CREDIT)
    done = uow.idempotency.outcome("billing.credit", act.key)
    if done is not None:
        return uow.invoices.get(done.id)
    invoice = uow.invoices.get(invoice_id)
    settled = uow.invoices.settled(invoice)
    drafted = credit_whole(invoice, credited=settled.credited, issued_on=act.today, new_id=uow.new_id)
    if settled.paid:
        raise InvoicePaidAlready(number=invoice.number, paid=settled.paid)
    note = _issued(uow, act, drafted, Series.CREDIT_NOTE)
    allocation = Allocation(uow.new_id(), note.id, invoice.id, invoice.total, act.today)
    uow.payments.allocate((allocation,), from_credit_note=True)
    uow.journal.append(_event(InvoiceEvent.CREDITED, note, corrects=invoice.number))
    uow.idempotency.keep("billing.credit", act.key, Ref("invoice", note.id))
    return note


def overview(unit: Nouns, invoice_id: UUID, *, today: date) -> InvoiceOverview:
    """Return an invoice with its payments, credits and state on a day.

    Raises:
        InvoiceNotFound: Nothing issued has this id.
    """
    invoice = unit.invoices.get(invoice_id)
    paid, credited = unit.invoices.settled(invoice)
    return InvoiceOverview(
        invoice=invoice,
        paid=paid,
        credited=credited,
        open=open_amount(invoice, paid=paid, credited=credited),
        status=status(invoice, paid=paid, credited=credited, today=today),
        payments=unit.payments.of_invoice(invoice_id),
        credit_notes=unit.invoices.credit_notes_of(invoice_id),
        contract_id=invoice.contract_id,
        quote_id=unit.contracts.get(invoice.contract_id).quote_id,
    )


def _draft(unit: Nouns, act: Act, contract: Contract, *, new_id: NewId) -> Invoice:
    """The parties are today's: an address that was mended since signing is right on the invoice."""
    company = unit.company.get()
    customer = unit.customers.get(contract.customer_id)
    current = replace(
        contract,
        seller=party_of_seller(company.seller),
        buyer=party_of_customer(customer, buyer_reference=contract.buyer_reference),
    )
    billed = unit.invoices.billed([item.id for item in contract.items])
    due = not_yet_billed(due_by(as_billed(schedule(contract), billed), act.today), billed)
    issuing = Issuing(act.today, company.terms_named(contract.payment_terms), company.seller.currency)
    return draft_invoice(current, due, issuing, billed=billed, new_id=new_id)


def _issued(uow: UnitOfWork, act: Act, drafted: Invoice, series: Series) -> Invoice:
    number = next_number(uow, act, series, drafted.issued_on)
    numbered = replace(drafted, number=number)
    position, previous = uow.invoices.last_link()
    chain = link(position=position + 1, previous=previous, number=number, content=hash_of(numbered))
    issued = uow.invoices.add(replace(numbered, chain=chain))
    uow.search_index.put(Scope.INVOICE, Findable(issued.id, issued.number, issued.buyer.name))
    return issued


def _event(kind: InvoiceEvent, issued: Invoice, **facts: str) -> DomainEvent:
    said: dict[str, str | int | None] = {
        "contract": issued.contract_number,
        "quote": issued.quote_number,
        "total": issued.total.minor,
        "currency": issued.currency.code,
        "chain": issued.chain.hash if issued.chain else "",
    }
    return DomainEvent(kind, Ref("invoice", issued.id), issued.number, said | facts)


def _preview_ids() -> NewId:
    numbers = count(1)
    return lambda: UUID(int=next(numbers))
