"""Load and save the company and its logo."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, NamedTuple

from app.company.bank_account import BankAccount
from app.company.company import Company, StandingTerms, TaxSettings
from app.company.contact import Contact, ElectronicAddress
from app.company.fiscal_year import FiscalYear, NamedAfter
from app.company.margin_goals import MarginGoals
from app.company.numbering import NumberPattern, Series
from app.company.policies import Policies
from app.company.seller import Brand, Paper, Seller
from app.company.tax_id import TaxId, TaxIdKind
from app.company.terms_text import terms_of
from app.kernel.canonical import fields_of
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.store import masters
from app.store.masters import Master
from app.store.native import id_of, to_native
from app.store.plain import texts_of, to_text
from app.store.records import Records
from app.store.repositories.customers import address_of_mapping

COMPANY = Master(
    "company",
    "one",
    (
        "one",
        "name",
        "country",
        "currency",
        "language",
        "time_zone",
        "seller",
        "policies",
        "patterns",
        "fiscal_month",
        "fiscal_named_after",
        "payment_terms",
        "taxes",
        "price_book",
        "quote_days",
    ),
)
_OWN_COLUMNS = frozenset({"name", "currency", "language", "time_zone"})
_ADD_PICTURE = (
    "INSERT INTO picture (sha256, media_type, content, added_at) "
    "VALUES (:sha256, :media_type, :content, :added_at) ON CONFLICT (sha256) DO NOTHING"
)


class NoCompany(RuleViolation):
    """The file has no company yet."""

    code = "company.none"


class Picture(NamedTuple):
    """A logo as it was given: PNG or JPEG."""

    media_type: str
    content: bytes


class Companies:
    """The company of one unit of work; a file has one at most."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self) -> Company:
        """Return the company.

        Raises:
            NoCompany: The file has none yet.
        """
        found = self.find()
        if found is None:
            raise NoCompany
        return found

    def find(self) -> Company | None:
        """Return the company, None in a file that has none yet."""
        rows = self._records.transaction.rows(COMPANY.select)
        return _to_company(rows[0]) if rows else None

    def time_zone(self) -> str:
        """Return the IANA name of the company's zone, which decides what day it is; UTC without a company."""
        rows = self._records.transaction.rows("SELECT time_zone FROM company")
        return str(rows[0][0]) if rows else "UTC"

    def save(self, company: Company) -> Company:
        """Insert the company or replace what was read; returns it with its new token and version.

        Raises:
            CodeTaken: The file has another company.
            RecordChanged: Somebody saved it since it was read.
        """
        saved = masters.save(self._records, COMPANY, company.id, company.version, _values(company))
        return replace(company, rev=saved.rev, version=saved.version)

    def keep_picture(self, picture: Picture) -> str:
        """Keep a logo and return its hash, which `Brand.logo` names."""
        digest = sha256(picture.content).hexdigest()
        transaction = self._records.transaction
        row = {"sha256": digest, **picture._asdict(), "added_at": self._records.stamp.at}
        transaction.rows(_ADD_PICTURE, to_native(transaction.dialect, row))
        return digest

    def picture(self, digest: str) -> Picture | None:
        """Return a logo by its hash, None where it is empty or unknown."""
        rows = self._records.transaction.rows(
            "SELECT media_type, content FROM picture WHERE sha256 = :sha256", {"sha256": digest}
        )
        return Picture(rows[0][0], bytes(rows[0][1])) if rows else None


def _values(company: Company) -> dict[str, object]:
    seller = company.seller
    return {
        "one": 1,
        "name": seller.name,
        "country": seller.address.country,
        "currency": seller.currency.code,
        "language": seller.language,
        "time_zone": seller.time_zone,
        "seller": to_text(fields_of(seller, without=_OWN_COLUMNS)),
        "policies": to_text(company.policies.to_mapping() | company.margins.to_mapping()),
        "patterns": to_text({series.value: pattern.text for series, pattern in company.patterns}),
        "fiscal_month": company.fiscal_year.first_month,
        "fiscal_named_after": company.fiscal_year.named_after.value,
        "payment_terms": to_text([[each.code, str(each.terms)] for each in company.payment_terms]),
        "taxes": to_text(
            {
                "exempt": company.taxes.exempt,
                "registrations": sorted(company.taxes.registrations),
                "one_stop_shop": company.taxes.one_stop_shop,
            }
        ),
        "price_book": company.price_book,
        "quote_days": company.quote_days,
    }


def _to_company(row: Sequence[Any]) -> Company:
    stored = dict(zip(COMPANY.columns, row[3:], strict=True))
    patterns = texts_of(stored["patterns"])
    taxes = json.loads(stored["taxes"])
    margins, policies = MarginGoals.taken_from(texts_of(stored["policies"]))
    return Company(
        id=id_of(row[0]),
        seller=_to_seller(stored),
        policies=Policies.of_mapping(policies),
        patterns=tuple(
            (series, NumberPattern(patterns[series.value])) for series in Series if series.value in patterns
        ),
        fiscal_year=FiscalYear(stored["fiscal_month"], NamedAfter(stored["fiscal_named_after"])),
        payment_terms=tuple(
            StandingTerms(code, terms_of(text)) for code, text in json.loads(stored["payment_terms"])
        ),
        taxes=TaxSettings(taxes["exempt"], frozenset(taxes["registrations"]), taxes["one_stop_shop"]),
        margins=margins,
        price_book=stored["price_book"],
        quote_days=stored["quote_days"],
        rev=id_of(row[1]),
        version=row[2],
    )


def _to_seller(stored: Mapping[str, Any]) -> Seller:
    facts = json.loads(stored["seller"])
    electronic, brand = facts["electronic_address"], facts["brand"]
    return Seller(
        name=stored["name"],
        currency=Currency.of(stored["currency"]),
        address=address_of_mapping(facts["address"]),
        legal_name=facts["legal_name"],
        tax_ids=tuple(TaxId(TaxIdKind(each["kind"]), each["value"]) for each in facts["tax_ids"]),
        registration=facts["registration"],
        contact=Contact(**facts["contact"]),
        website=facts["website"],
        electronic_address=ElectronicAddress(**electronic) if electronic else None,
        bank=BankAccount(**facts["bank"]),
        brand=Brand(**{**brand, "paper": Paper(brand["paper"])}),
        language=stored["language"],
        time_zone=stored["time_zone"],
    )
