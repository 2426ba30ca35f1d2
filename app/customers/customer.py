"""A customer: who buys, where bills and goods go, and what papers for them look like."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from uuid import UUID

from app.company.contact import NO_CONTACT, Contact, ElectronicAddress
from app.company.payment_terms import PaymentTerms
from app.company.seller import language_tag
from app.customers.tax_status import BUSINESS, TaxStatus
from app.kernel.address import NOWHERE, Address
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.text import clean_name, clean_text

REFERENCE_LENGTH = 40
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./-]*")


class PriceBookCodeRefused(RuleViolation):
    """The text is no code of a price book."""

    code = "customers.price_book_code_refused"


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who buys.

    Attributes:
        reference: Our number for them, unique; files and the command line name them by it.
        legal_name: As they are registered, empty when it is the same as the name.
        billing: Where invoices go.
        shipping: Where goods go; None means the billing address.
        language: Of their papers; None means the company's.
        currency: Of new quotes; None means the company's.
        price_book: Code of the price book for new quotes; None means the standing one.
        payment_terms: Of new quotes; None means the company's.
        buyer_reference: What they ask to see on every invoice (BT-10).
        notes: Internal, never printed.
        active: Whether new quotes may be made for them.
        rev: Compare-and-swap token, None until first saved.
    """

    id: UUID
    name: str
    reference: str = ""
    legal_name: str = ""
    contact: Contact = NO_CONTACT
    billing: Address = NOWHERE
    shipping: Address | None = None
    electronic_address: ElectronicAddress | None = None
    tax_status: TaxStatus = BUSINESS
    language: str | None = None
    currency: Currency | None = None
    price_book: str | None = None
    payment_terms: PaymentTerms | None = None
    buyer_reference: str = ""
    notes: str = ""
    active: bool = True
    owner: str = ""
    rev: UUID | None = None
    version: int = 0

    @property
    def ships_to(self) -> Address:
        """Return where goods go."""
        return self.shipping if self.shipping is not None else self.billing

    def cleaned(self) -> Customer:
        """Return the customer with every text in one spelling and every code checked.

        Raises:
            TextMissing: The name is empty.
            LanguageRefused: The language is no language tag.
            PriceBookCodeRefused: The price book's code holds other signs than letters, digits and ``_ . /
                -``.
            RuleViolation: A part is refused (see its own `cleaned`).
        """
        return replace(
            self,
            name=clean_name(self.name, field="customer.name", required=True),
            reference=clean_name(self.reference, field="customer.reference", longest=REFERENCE_LENGTH),
            legal_name=clean_name(self.legal_name, field="customer.legal_name"),
            contact=self.contact.cleaned("customer.contact"),
            billing=self.billing.cleaned("customer.billing"),
            shipping=self._cleaned_shipping(),
            electronic_address=self.electronic_address and self.electronic_address.cleaned(),
            tax_status=self.tax_status.cleaned(),
            language=language_tag(self.language) if self.language else None,
            price_book=_price_book_code(self.price_book) if self.price_book else None,
            buyer_reference=clean_name(self.buyer_reference, field="customer.buyer_reference"),
            notes=clean_text(self.notes, field="customer.notes"),
        )

    def _cleaned_shipping(self) -> Address | None:
        shipping = self.shipping.cleaned("customer.shipping") if self.shipping is not None else None
        return None if shipping in (NOWHERE, self.billing) else shipping


class CustomerChanges(TypedDict, total=False):
    """What an edit may change; identity and history are not among it."""

    name: str
    reference: str
    legal_name: str
    contact: Contact
    billing: Address
    shipping: Address | None
    electronic_address: ElectronicAddress | None
    tax_status: TaxStatus
    language: str | None
    currency: Currency | None
    price_book: str | None
    payment_terms: PaymentTerms | None
    buyer_reference: str
    notes: str
    active: bool


def edited(customer: Customer, **changes: Unpack[CustomerChanges]) -> Customer:
    """Return the customer with these facts changed and everything checked.

    Raises:
        RuleViolation: A fact is refused (see `Customer.cleaned`).
    """
    return replace(customer, **changes).cleaned()


def _price_book_code(text: str) -> str:
    code = clean_name(text, field="customer.price_book", longest=REFERENCE_LENGTH)
    if not _CODE.fullmatch(code):
        raise PriceBookCodeRefused(price_book=code)
    return code
