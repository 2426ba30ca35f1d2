"""Seller and buyer, bank and brand as a paper names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.company.company import Company
from app.company.tax_id import TaxIdKind
from app.customers.party import Party
from app.documents import model
from app.documents.addresses import address_lines
from app.documents.settlement import Bank

if TYPE_CHECKING:
    from app.store.nouns import Nouns

TAX_WORDS = {"US": "sales_tax", "AU": "gst", "NZ": "gst", "IN": "gst", "SG": "gst", "CA": "gst"}
"""What the tax is called by a seller's country; elsewhere VAT."""


def seller_of(party: Party, language: str) -> model.Party:
    """Return the seller with everything its footer names."""
    facts = [
        *_tax_facts(party),
        ("register_number", party.registration),
        ("phone", party.contact.phone),
        ("email", party.contact.email),
        ("web", party.website),
    ]
    return model.Party(
        name=party.legal_name or party.name,
        address=address_lines(party.address, seen_from=party.address.country, language=language),
        facts=_given(facts),
    )


def buyer_of(party: Party, *, seen_from: str, language: str) -> model.Party:
    """Return the buyer as the address window shows them.

    Args:
        party: The buyer.
        seen_from: Country of the seller; the buyer's own country is printed when it is another.
        language: Of the recipient.
    """
    return model.Party(
        name=party.legal_name or party.name,
        address=address_lines(party.address, seen_from=seen_from, language=language),
        contact=party.contact.person,
        facts=_given(_tax_facts(party)),
    )


def bank_of(party: Party, reference: str) -> Bank | None:
    """Return the seller's account with what the payer is asked to write, `None` without an account."""
    bank = party.bank
    if bank is None:
        return None
    return Bank(
        holder=bank.holder or party.legal_name or party.name,
        name=bank.bank,
        iban=bank.iban,
        bic=bank.bic,
        account=bank.number,
        reference=reference,
    )


def brand_of(unit: Nouns, company: Company) -> tuple[model.Brand, model.Paper]:
    """Return colour, logo and paper of the company."""
    brand = company.seller.brand
    picture = unit.company.picture(brand.logo) if brand.logo else None
    logo = picture.content if picture else b""
    return model.Brand(logo=logo, colour=brand.colour), model.Paper(brand.paper.value)


def tax_word(seller: Party) -> str:
    """Return what the seller's country calls the tax, as a key of the papers' words."""
    return TAX_WORDS.get(seller.address.country, "vat")


def _tax_facts(party: Party) -> list[tuple[str, str]]:
    labels = {TaxIdKind.VAT: "vat_id"}
    return [(labels.get(each.kind, "tax_number"), each.value) for each in party.tax_ids]


def _given(facts: list[tuple[str, str]]) -> tuple[model.Fact, ...]:
    return tuple(model.Fact(label, value) for label, value in facts if value)
