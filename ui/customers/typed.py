"""What a person types about a customer, as plain texts, and the customer it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.company.contact import Contact
from app.company.tax_id import TaxId, TaxIdKind, tax_id_of
from app.company.terms_text import terms_of
from app.customers.customer import Customer
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address
from app.kernel.countries import country_code
from app.kernel.money import Currency


@dataclass(frozen=True, slots=True)
class TypedCustomer:
    """The fields of the form, each as it stands in its box."""

    name: str = ""
    reference: str = ""
    person: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    subdivision: str = ""
    tax_id: str = ""
    language: str = ""
    currency: str = ""
    price_book: str = ""
    payment_terms: str = ""
    buyer_reference: str = ""
    notes: str = ""
    is_consumer: bool = False
    active: bool = True


def typed_of(customer: Customer) -> TypedCustomer:
    """Return what the form shows for a customer."""
    address = customer.billing
    return TypedCustomer(
        name=customer.name,
        reference=customer.reference,
        person=customer.contact.person,
        email=customer.contact.email,
        phone=customer.contact.phone,
        street="\n".join(address.lines),
        postcode=address.postcode,
        city=address.city,
        country=address.country,
        subdivision=address.subdivision,
        tax_id=", ".join(tax_id.value for tax_id in customer.tax_status.tax_ids),
        language=customer.language or "",
        currency=str(customer.currency or ""),
        price_book=customer.price_book or "",
        payment_terms=str(customer.payment_terms or ""),
        buyer_reference=customer.buyer_reference,
        notes=customer.notes,
        is_consumer=customer.tax_status.kind is BuyerKind.CONSUMER,
        active=customer.active,
    )


def customer_of(typed: TypedCustomer, before: Customer | None, *, new_id: UUID) -> Customer:
    """Return the customer a form describes, every field checked.

    Args:
        typed: The form.
        before: As they were read; `None` for a new one.
        new_id: Of a new one.

    Raises:
        RuleViolation: A field is refused; the error names it.
    """
    known = before or Customer(new_id, typed.name)
    country = country_code(typed.country) if typed.country.strip() else ""
    return replace(
        known,
        name=typed.name,
        reference=typed.reference,
        contact=Contact(typed.person, typed.email, typed.phone),
        billing=Address(
            name=known.billing.name,
            lines=tuple(typed.street.splitlines()),
            postcode=typed.postcode,
            city=typed.city,
            country=country,
            subdivision=typed.subdivision,
        ),
        tax_status=_tax_status(typed, known.tax_status),
        language=typed.language.strip() or None,
        currency=Currency.of(typed.currency.strip().upper()) if typed.currency.strip() else None,
        price_book=typed.price_book.strip() or None,
        payment_terms=terms_of(typed.payment_terms) if typed.payment_terms.strip() else None,
        buyer_reference=typed.buyer_reference,
        notes=typed.notes,
        active=typed.active,
    ).cleaned()


def _tax_status(typed: TypedCustomer, before: TaxStatus) -> TaxStatus:
    """Keep the kind of a number that was not changed; a new one says by its form what it is."""
    known: dict[str, TaxIdKind] = {each.value: each.kind for each in before.tax_ids}
    values = [value.strip() for value in typed.tax_id.split(",") if value.strip()]
    ids = tuple(TaxId(known[value], value) if value in known else tax_id_of(value) for value in values)
    kind = BuyerKind.CONSUMER if typed.is_consumer else BuyerKind.BUSINESS
    return replace(before, kind=kind, tax_ids=ids)
