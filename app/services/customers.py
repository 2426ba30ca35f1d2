"""Customer use cases: keep them, throw them away while nothing hangs on them, list them, show one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.catalog.contracted_price import ContractedPrice
from app.company.numbering import Series
from app.company.tax_id import TaxId, TaxIdKind
from app.customers.customer import Customer
from app.customers.events import CustomerEvent
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, Severity
from app.services.numbering import next_number
from app.store.queries import customers as queries
from app.store.queries.customers import CurrencyTurnover, CustomerFacts, CustomerRow
from app.store.search_index import Scope

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.queries.paging import PageRequest
    from app.store.unit_of_work import UnitOfWork

__all__ = ["CurrencyTurnover", "CustomerFacts", "CustomerRow"]


class CustomerHasDocuments(RuleViolation):
    """Documents belong to the customer, so they cannot be thrown away; they can be made inactive."""

    code = "customers.has_documents"


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Everything a customer's page shows besides the lists of their documents.

    Attributes:
        agreed: What they agreed to, by code.
        findings: What deserves a second look: a tax number whose check digits are wrong.
        is_binned: Whether they lie in the bin.
    """

    customer: Customer
    facts: CustomerFacts
    agreed: tuple[ContractedPrice, ...]
    findings: tuple[Finding, ...]
    is_binned: bool


def save(uow: UnitOfWork, act: Act, *, customer: Customer) -> Customer:
    """Keep a customer; one without a reference gets the next number of its series.

    Raises:
        NotPermittedHere: The person may not edit customers.
        CodeTaken: Somebody else has this reference.
        RecordChanged: They were saved elsewhere since they were read.
        RuleViolation: A fact is refused (see `Customer.cleaned`).
    """
    permit(act.actor, Permission.CUSTOMERS_EDIT)
    saved = _keep(uow, act, customer.cleaned())
    kind = CustomerEvent.ADDED if saved.version == 1 else CustomerEvent.CHANGED
    _journal(uow, kind, saved)
    return saved


def add(uow: UnitOfWork, act: Act, *, name: str) -> Customer:
    """Add a customer from the name typed into a quote; the rest can follow later.

    Raises:
        NotPermittedHere: The person may not edit customers.
        TextMissing: The name is empty.
    """
    return save(uow, act, customer=Customer(uow.new_id(), name))


def put_in_bin(uow: UnitOfWork, act: Act, *, customer_id: UUID, binned: bool = True) -> None:
    """Take a customer out of lists and searches, or bring them back.

    Raises:
        NotPermittedHere: The person may not edit customers.
        CustomerNotFound: Nobody has this id.
        CustomerHasDocuments: A quote, contract, invoice or payment belongs to them.
    """
    permit(act.actor, Permission.CUSTOMERS_EDIT)
    customer = uow.customers.get(customer_id)
    if binned and queries.has_documents(uow.records.transaction, customer_id):
        raise CustomerHasDocuments(name=customer.name, reference=customer.reference)
    uow.customers.put_in_bin(customer_id, binned=binned)
    _journal(uow, CustomerEvent.BINNED if binned else CustomerEvent.RESTORED, customer)


def page(unit: Nouns, act: Act, *, customer_id: UUID) -> CustomerPage:
    """Return everything a customer's page shows on the act's day.

    Raises:
        CustomerNotFound: Nobody has this id.
    """
    customer = unit.customers.get(customer_id)
    return CustomerPage(
        customer=customer,
        facts=queries.facts(unit.records.transaction, customer_id, act.today),
        agreed=unit.contracted_prices.of_customer(customer.reference),
        findings=tax_id_findings(customer.tax_status.tax_ids),
        is_binned=unit.customers.is_binned(customer_id),
    )


def listed(unit: Nouns, request: PageRequest) -> list[CustomerRow]:
    """Return the next customers; with words in the filter box the best matches, all at once."""
    transaction = unit.records.transaction
    if request.words.strip() and transaction.dialect == "sqlite" and not request.filters:
        if request.after is not None:
            return []
        found = unit.search.find(request.words, (Scope.CUSTOMER,), limit=request.limit)
        return queries.customers_named(transaction, [hit.subject for hit in found.hits])
    return queries.customers(transaction, request)


def tax_id_findings(tax_ids: Sequence[TaxId]) -> tuple[Finding, ...]:
    """Return a warning for each VAT number whose check digits are wrong; countries nobody can check pass."""
    return tuple(
        Finding("customers.tax_id_check_digits", Severity.WARNING, "tax_ids", {"tax_id": tax_id.value})
        for tax_id in tax_ids
        if tax_id.kind is TaxIdKind.VAT and not _is_plausible(tax_id.value)
    )


def _is_plausible(value: str) -> bool:
    from stdnum import get_cc_module

    country = {"EL": "gr", "XI": "gb"}.get(value[:2], value[:2].lower())
    module = get_cc_module(country, "vat")
    number = f"GB{value[2:]}" if value.startswith("XI") else value
    return module is None or bool(module.is_valid(number))


def _keep(uow: UnitOfWork, act: Act, customer: Customer) -> Customer:
    if customer.reference:
        return uow.customers.save(customer)
    return uow.customers.save(replace(customer, reference=_free_reference(uow, act)))


def _free_reference(uow: UnitOfWork, act: Act) -> str:
    """Return the next number of the customers' series that nobody has; imported ones may lie ahead of it."""
    while True:
        reference = next_number(uow, act, Series.CUSTOMER, act.today)
        if not uow.customers.by_references([reference]):
            return reference


def _journal(uow: UnitOfWork, kind: CustomerEvent, customer: Customer) -> None:
    uow.journal.append(DomainEvent(kind, Ref("customer", customer.id), customer.reference))
