"""The company that sells, as its papers, taxes and screens need it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from app.company.bank_account import NO_ACCOUNT, BankAccount
from app.company.contact import NO_CONTACT, Contact, ElectronicAddress, clean_website
from app.company.tax_id import TaxId
from app.kernel.address import NOWHERE, Address
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity
from app.kernel.money import Currency
from app.kernel.text import clean_name

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
_ZONE = re.compile(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+)*")


class ColourRefused(RuleViolation):
    """The text is no colour of the form #1f4e79."""

    code = "company.colour_refused"


class LanguageRefused(RuleViolation):
    """The text is no language tag such as de, de_CH or en-GB."""

    code = "company.language_refused"


class ZoneRefused(RuleViolation):
    """The text is no name of a time zone such as Europe/Berlin."""

    code = "company.zone_refused"


class Paper(StrEnum):
    """The paper its documents are printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Brand:
    """How its papers look.

    Attributes:
        logo: Hash of the stored picture, empty without one.
        colour: Accent as ``#rrggbb`` in small letters.
    """

    logo: str = ""
    colour: str = "#1f4e79"
    paper: Paper = Paper.A4


PLAIN_BRAND = Brand()


@dataclass(frozen=True, slots=True)
class Seller:
    """The company.

    Attributes:
        name: As customers know it.
        legal_name: As it is registered; empty when it is the same.
        registration: Entry in the trade register.
        language: Language of its own screens and of papers for customers without one.
        time_zone: IANA name; today is the date in this zone, on every laptop.
    """

    name: str
    currency: Currency
    address: Address = NOWHERE
    legal_name: str = ""
    tax_ids: tuple[TaxId, ...] = ()
    registration: str = ""
    contact: Contact = NO_CONTACT
    website: str = ""
    electronic_address: ElectronicAddress | None = None
    bank: BankAccount = NO_ACCOUNT
    brand: Brand = PLAIN_BRAND
    language: str = "en"
    time_zone: str = "UTC"

    def cleaned(self) -> Seller:
        """Return the company with every text in one spelling and every code checked.

        Raises:
            TextMissing: The name is empty.
            ColourRefused: The accent is no ``#rrggbb``.
            LanguageRefused: The language is no language tag.
            ZoneRefused: The time zone has no IANA name.
            RuleViolation: A part is refused (see its own `cleaned`).
        """
        return replace(
            self,
            name=clean_name(self.name, field="company.name", required=True),
            address=self.address.cleaned("company.address"),
            legal_name=clean_name(self.legal_name, field="company.legal_name"),
            tax_ids=tuple(tax_id.cleaned("company.tax_id") for tax_id in self.tax_ids),
            registration=clean_name(self.registration, field="company.registration"),
            contact=self.contact.cleaned("company.contact"),
            website=clean_website(self.website, field="company.website"),
            electronic_address=self.electronic_address and self.electronic_address.cleaned(),
            bank=self.bank.cleaned("company.bank"),
            brand=replace(self.brand, colour=_colour(self.brand.colour)),
            language=language_tag(self.language),
            time_zone=_zone(self.time_zone),
        )

    def findings(self) -> tuple[Finding, ...]:
        """Return what its papers lack: warnings at issue, never a wall."""
        missing = {
            "company.tax_id_missing": ("tax_ids", bool(self.tax_ids)),
            "company.address_missing": ("address", not self.address.is_empty),
            "company.country_missing": ("address.country", bool(self.address.country)),
            "company.bank_missing": ("bank", not self.bank.is_empty),
        }
        return tuple(
            Finding(code, Severity.WARNING, where) for code, (where, given) in missing.items() if not given
        )


def language_tag(text: str) -> str:
    """Return a language tag without blanks, as it was written: ``de``, ``de_CH``, ``en-GB``.

    Raises:
        LanguageRefused: The text has another form.
    """
    tag = text.strip()
    if not _LANGUAGE.fullmatch(tag):
        raise LanguageRefused(language=tag[:40])
    return tag


def _colour(text: str) -> str:
    colour = text.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise ColourRefused(colour=colour[:40])
    return colour


def _zone(text: str) -> str:
    zone = text.strip()
    if not _ZONE.fullmatch(zone):
        raise ZoneRefused(zone=zone[:60])
    return zone
