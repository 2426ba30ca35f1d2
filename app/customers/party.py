"""What an issued document keeps of its seller and its buyer, frozen on the day it was issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.company.bank_account import BankAccount
from app.company.contact import NO_CONTACT, Contact, ElectronicAddress
from app.company.seller import Seller
from app.company.tax_id import TaxId, TaxIdKind
from app.customers.customer import Customer
from app.kernel.address import NOWHERE, Address
from app.kernel.canonical import fields_of


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a document.

    Attributes:
        legal_name: As it is registered, empty when it is the same as the name.
        reference: The customer's number with us; empty for the seller.
        registration: Entry in the trade register.
        electronic_address: Where e-invoices go (BT-34, BT-49).
        buyer_reference: What the buyer asked to see on the invoice (BT-10).
        bank: The account to pay to, on the seller's side.
    """

    name: str
    address: Address = NOWHERE
    legal_name: str = ""
    reference: str = ""
    tax_ids: tuple[TaxId, ...] = ()
    registration: str = ""
    contact: Contact = NO_CONTACT
    website: str = ""
    electronic_address: ElectronicAddress | None = None
    buyer_reference: str = ""
    bank: BankAccount | None = None

    @property
    def vat_id(self) -> str:
        """Return the VAT id, empty without one."""
        return next((tax_id.value for tax_id in self.tax_ids if tax_id.kind is TaxIdKind.VAT), "")

    def to_mapping(self) -> dict[str, object]:
        """Return plain data that `of_mapping` reads and `canonical_json` writes."""
        return fields_of(self)

    @classmethod
    def of_mapping(cls, stored: Mapping[str, Any]) -> Party:
        """Return the party a document stored; a missing part is empty, as older documents left it.

        Args:
            stored: What `to_mapping` gave, as the strict JSON reader returns it.
        """
        electronic, bank = stored.get("electronic_address"), stored.get("bank")
        return cls(
            **_texts(stored, *_OWN_TEXTS),
            address=_address(stored.get("address", {})),
            tax_ids=tuple(
                TaxId(TaxIdKind(each["kind"]), each["value"]) for each in stored.get("tax_ids", ())
            ),
            contact=Contact(**_texts(stored.get("contact", {}), "person", "email", "phone")),
            electronic_address=ElectronicAddress(electronic["scheme"], electronic["id"])
            if electronic
            else None,
            bank=BankAccount(**_texts(bank, "iban", "bic", "bank", "number", "holder")) if bank else None,
        )


def party_of_seller(seller: Seller) -> Party:
    """Return what a document keeps of the company that issues it."""
    return Party(
        name=seller.name,
        address=seller.address,
        legal_name=seller.legal_name,
        tax_ids=seller.tax_ids,
        registration=seller.registration,
        contact=seller.contact,
        website=seller.website,
        electronic_address=seller.electronic_address,
        bank=None if seller.bank.is_empty else seller.bank,
    )


def party_of_customer(customer: Customer, *, buyer_reference: str = "") -> Party:
    """Return what a document keeps of its buyer.

    Args:
        customer: As it stands today.
        buyer_reference: The document's own, which goes before the customer's standing one.
    """
    return Party(
        name=customer.name,
        address=customer.billing,
        legal_name=customer.legal_name,
        reference=customer.reference,
        tax_ids=customer.tax_status.tax_ids,
        contact=customer.contact,
        electronic_address=customer.electronic_address,
        buyer_reference=buyer_reference or customer.buyer_reference,
    )


_OWN_TEXTS = ("name", "legal_name", "reference", "registration", "website", "buyer_reference")


def _texts(stored: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: stored.get(name, "") for name in names}


def _address(stored: Mapping[str, Any]) -> Address:
    texts = _texts(stored, "name", "postcode", "city", "country", "subdivision")
    return Address(lines=tuple(stored.get("lines", ())), **texts)
