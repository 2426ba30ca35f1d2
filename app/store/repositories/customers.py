"""Load and save customers."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any
from uuid import UUID

from app.company.contact import Contact, ElectronicAddress
from app.company.tax_id import TaxId, TaxIdKind
from app.company.terms_text import terms_of
from app.customers.customer import Customer
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address
from app.kernel.canonical import fields_of
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.store import masters
from app.store.masters import Master
from app.store.native import among, id_of, listed, to_native
from app.store.plain import to_text
from app.store.records import Records
from app.store.search_index import Findable, Scope, SearchIndex

CUSTOMER = Master(
    "customer",
    "reference",
    (
        "owner",
        "reference",
        "name",
        "legal_name",
        "person",
        "email",
        "phone",
        "city",
        "country",
        "billing",
        "shipping",
        "electronic_scheme",
        "electronic_id",
        "buyer_kind",
        "tax_ids",
        "exempt_reason",
        "language",
        "currency",
        "price_book",
        "payment_terms",
        "buyer_reference",
        "notes",
        "active",
    ),
)


class CustomerNotFound(RuleViolation):
    """No customer has this id."""

    code = "customers.not_found"


class UnknownCustomer(RuleViolation):
    """No customer has this reference."""

    code = "customers.unknown_reference"


class Customers:
    """The customers of one unit of work; who lies in the bin is found by id and reference too."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, customer_id: UUID) -> Customer:
        """Return the customer with this id.

        Raises:
            CustomerNotFound: Nobody has it.
        """
        found = self._where("id = :id", {"id": customer_id})
        if not found:
            raise CustomerNotFound(id=str(customer_id))
        return found[0]

    def by_reference(self, reference: str) -> Customer:
        """Return the customer with this reference.

        Raises:
            UnknownCustomer: Nobody has it.
        """
        found = self._where("reference = :reference", {"reference": reference})
        if not found:
            raise UnknownCustomer(reference=reference[:80])
        return found[0]

    def by_references(self, references: Collection[str]) -> dict[str, Customer]:
        """Return the customers among these references by reference, in one query however many there are."""
        transaction = self._records.transaction
        condition = among(transaction, "reference", "references")
        found = self._where(condition, {"references": listed(transaction, references)})
        return {customer.reference: customer for customer in found}

    def save(self, customer: Customer) -> Customer:
        """Insert the customer or replace the one that was read.

        Returns:
            The customer with the token and version they have from now on.

        Raises:
            CodeTaken: Another customer has this reference.
            RecordChanged: Somebody saved them since they were read.
        """
        saved = masters.save(
            self._records, CUSTOMER, customer.id, customer.version, customer_values(customer)
        )
        self._index.put(Scope.CUSTOMER, findable(customer))
        return replace(customer, rev=saved.rev, version=saved.version)

    def put_in_bin(self, customer_id: UUID, *, binned: bool = True) -> None:
        """Move a customer into the bin, out of every list and search, or back.

        Raises:
            CustomerNotFound: Nobody has this id.
        """
        customer = self.get(customer_id)
        masters.put_in_bin(self._records, CUSTOMER, customer_id, binned=binned)
        if binned:
            self._index.remove(Scope.CUSTOMER, customer_id)
        else:
            self._index.put(Scope.CUSTOMER, findable(customer))

    def is_binned(self, customer_id: UUID) -> bool:
        """Test whether the customer lies in the bin."""
        return masters.is_binned(self._records, CUSTOMER, customer_id)

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self._records)

    def _where(self, condition: str, parameters: Mapping[str, object]) -> list[Customer]:
        transaction = self._records.transaction
        rows = transaction.rows(
            f"{CUSTOMER.select} WHERE {condition}", to_native(transaction.dialect, parameters)
        )
        return [_to_customer(row) for row in rows]


def findable(customer: Customer) -> Findable:
    """Return what a customer is found by: reference, names, town, person, e-mail address."""
    more = (customer.billing.city, customer.contact.person, customer.contact.email, customer.legal_name)
    return Findable(customer.id, customer.reference, customer.name, " ".join(filter(None, more)))


def customer_values(customer: Customer) -> dict[str, object]:
    """Return the noun's own columns."""
    electronic = customer.electronic_address
    return {
        "owner": customer.owner,
        "reference": customer.reference,
        "name": customer.name,
        "legal_name": customer.legal_name,
        "person": customer.contact.person,
        "email": customer.contact.email,
        "phone": customer.contact.phone,
        "city": customer.billing.city,
        "country": customer.billing.country,
        "billing": to_text(fields_of(customer.billing)),
        "shipping": None if customer.shipping is None else to_text(fields_of(customer.shipping)),
        "electronic_scheme": electronic.scheme if electronic else "",
        "electronic_id": electronic.id if electronic else "",
        "buyer_kind": customer.tax_status.kind.value,
        "tax_ids": to_text([[tax_id.kind.value, tax_id.value] for tax_id in customer.tax_status.tax_ids]),
        "exempt_reason": customer.tax_status.exempt_reason,
        "language": customer.language,
        "currency": customer.currency and customer.currency.code,
        "price_book": customer.price_book,
        "payment_terms": customer.payment_terms and str(customer.payment_terms),
        "buyer_reference": customer.buyer_reference,
        "notes": customer.notes,
        "active": customer.active,
    }


def _to_customer(row: Sequence[Any]) -> Customer:
    stored = dict(zip(CUSTOMER.columns, row[3:], strict=True))
    scheme = stored["electronic_scheme"]
    return Customer(
        id=id_of(row[0]),
        name=stored["name"],
        reference=stored["reference"],
        legal_name=stored["legal_name"],
        contact=Contact(stored["person"], stored["email"], stored["phone"]),
        billing=address_of_mapping(json.loads(stored["billing"])),
        shipping=None if stored["shipping"] is None else address_of_mapping(json.loads(stored["shipping"])),
        electronic_address=ElectronicAddress(scheme, stored["electronic_id"]) if scheme else None,
        tax_status=_to_tax_status(stored),
        language=stored["language"],
        currency=Currency.of(stored["currency"]) if stored["currency"] else None,
        price_book=stored["price_book"],
        payment_terms=terms_of(stored["payment_terms"]) if stored["payment_terms"] else None,
        buyer_reference=stored["buyer_reference"],
        notes=stored["notes"],
        active=bool(stored["active"]),
        owner=stored["owner"],
        rev=id_of(row[1]),
        version=row[2],
    )


def _to_tax_status(stored: Mapping[str, Any]) -> TaxStatus:
    tax_ids = tuple(TaxId(TaxIdKind(kind), value) for kind, value in json.loads(stored["tax_ids"]))
    return TaxStatus(BuyerKind(stored["buyer_kind"]), tax_ids, stored["exempt_reason"])


def address_of_mapping(facts: Mapping[str, Any]) -> Address:
    """Return the address of its stored fields."""
    return Address(**{**facts, "lines": tuple(facts["lines"])})
