"""Customers in files: ``reference,name,street,city,postcode,country,email[,tax_id]`` and the rest of them."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from app.company.contact import ElectronicAddress, clean_email, clean_phone
from app.company.seller import language_tag
from app.company.tax_id import TaxId, TaxIdKind, tax_id_of
from app.company.terms_text import terms_of
from app.customers.customer import REFERENCE_LENGTH
from app.customers.tax_status import BuyerKind, TaxStatus
from app.exchange.records import kinds
from app.exchange.records.fields import Field, Kind, Noun, Refuse
from app.exchange.tables.cells import as_text
from app.exchange.values.lists import read_list, written_list
from app.exchange.values.subdivisions import read_subdivision
from app.kernel.address import Address
from app.kernel.errors import AppError

_POSTCODE_LENGTH = 20
_SCHEME_LENGTH = 10
_ELECTRONIC_LENGTH = 254


class CustomerRow(NamedTuple):
    """One customer of a file.

    Attributes:
        line: Where it stands in the file; 0 for one that comes from the store.
        reference: Our number for them, unique.
        street: First line of the address; `street2` and `street3` the others.
        country: ISO 3166-1 code, '' while nobody knows.
        subdivision: ISO 3166-2 code of the state.
        tax_ids: VAT ids.
        national_tax_ids: Numbers of one country's tax office.
        contact: The person to ask.
        kind: Business or consumer.
        payment_terms: In the spelling of payment terms, '' for the company's.
        shipping_name: First part of the address goods go to; all empty: the billing address.
        electronic_scheme: EAS code of the address e-invoices go to, `electronic_id` the address.
    """

    line: int
    reference: str
    name: str
    street: str = ""
    street2: str = ""
    street3: str = ""
    postcode: str = ""
    city: str = ""
    subdivision: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    contact: str = ""
    tax_ids: tuple[str, ...] = ()
    national_tax_ids: tuple[str, ...] = ()
    kind: BuyerKind = BuyerKind.BUSINESS
    exempt_reason: str = ""
    legal_name: str = ""
    language: str = ""
    currency: str = ""
    price_book: str = ""
    payment_terms: str = ""
    buyer_reference: str = ""
    electronic_scheme: str = ""
    electronic_id: str = ""
    shipping_name: str = ""
    shipping_street: str = ""
    shipping_street2: str = ""
    shipping_street3: str = ""
    shipping_postcode: str = ""
    shipping_city: str = ""
    shipping_subdivision: str = ""
    shipping_country: str = ""
    notes: str = ""
    active: bool = True

    @property
    def billing(self) -> Address:
        """Return where invoices go."""
        lines = tuple(filter(None, (self.street, self.street2, self.street3)))
        return Address("", lines, self.postcode, self.city, self.country, self.subdivision)

    @property
    def shipping(self) -> Address | None:
        """Return where goods go, None where that is the billing address."""
        lines = tuple(filter(None, (self.shipping_street, self.shipping_street2, self.shipping_street3)))
        address = Address(
            self.shipping_name,
            lines,
            self.shipping_postcode,
            self.shipping_city,
            self.shipping_country,
            self.shipping_subdivision,
        )
        return None if address.is_empty else address

    @property
    def tax_status(self) -> TaxStatus:
        """Return how they are taxed."""
        vat = (TaxId(TaxIdKind.VAT, value) for value in self.tax_ids)
        national = (TaxId(TaxIdKind.NATIONAL, value) for value in self.national_tax_ids)
        return TaxStatus(self.kind, (*vat, *national), self.exempt_reason)


def _tax_ids(text: str) -> tuple[str, ...]:
    return tuple(tax_id_of(number).value for number in read_list(text))


def _national_tax_ids(text: str) -> tuple[str, ...]:
    return tuple(TaxId(TaxIdKind.NATIONAL, number).cleaned().value for number in read_list(text))


def _terms(text: str) -> str:
    return str(terms_of(text))


def _exempt_reason(text: str) -> str:
    return TaxStatus(exempt_reason=text).cleaned().exempt_reason


def _settled(row: CustomerRow, refuse: Refuse) -> CustomerRow:
    vat = [number for number in row.tax_ids if tax_id_of(number).kind is TaxIdKind.VAT]
    other = [number for number in row.tax_ids if number not in vat]
    scheme, electronic_id = _electronic(row, refuse)
    return row._replace(
        tax_ids=tuple(vat),
        national_tax_ids=tuple(dict.fromkeys((*other, *row.national_tax_ids))),
        subdivision=_state("subdivision", row.subdivision, row.country, refuse),
        shipping_subdivision=_state(
            "shipping_subdivision", row.shipping_subdivision, row.shipping_country, refuse
        ),
        electronic_scheme=scheme,
        electronic_id=electronic_id,
    )


def _state(column: str, text: str, country: str, refuse: Refuse) -> str:
    try:
        return read_subdivision(text, country)
    except AppError as error:
        refuse(column, error)
        return ""


def _electronic(row: CustomerRow, refuse: Refuse) -> tuple[str, str]:
    if not row.electronic_scheme and not row.electronic_id:
        return "", ""
    try:
        address = ElectronicAddress(row.electronic_scheme, row.electronic_id).cleaned()
    except AppError as error:
        refuse("electronic_id", error)
        return "", ""
    return address.scheme, address.id


def _address(prefix: str) -> tuple[Field, ...]:
    return (
        *(
            Field(f"{prefix}{line}", kinds.name(f"{prefix}{line}"), "")
            for line in ("street", "street2", "street3")
        ),
        Field(f"{prefix}postcode", kinds.name(f"{prefix}postcode", _POSTCODE_LENGTH), ""),
        Field(f"{prefix}city", kinds.name(f"{prefix}city"), ""),
        Field(f"{prefix}subdivision", kinds.name(f"{prefix}subdivision"), ""),
        Field(f"{prefix}country", kinds.COUNTRY, ""),
    )


_KINDS = {
    "b2b": BuyerKind.BUSINESS,
    "company": BuyerKind.BUSINESS,
    "firma": BuyerKind.BUSINESS,
    "unternehmen": BuyerKind.BUSINESS,
    "entreprise": BuyerKind.BUSINESS,
    "empresa": BuyerKind.BUSINESS,
    "b2c": BuyerKind.CONSUMER,
    "private": BuyerKind.CONSUMER,
    "person": BuyerKind.CONSUMER,
    "privat": BuyerKind.CONSUMER,
    "particulier": BuyerKind.CONSUMER,
    "particular": BuyerKind.CONSUMER,
}

CUSTOMERS: Noun[CustomerRow] = Noun(
    name="customers",
    row=CustomerRow,
    fields=(
        Field("reference", kinds.name("reference", REFERENCE_LENGTH)),
        Field("name", kinds.name("name")),
        *_address(""),
        Field("email", kinds.cleaned(lambda text: clean_email(text, field="email")), ""),
        Field("phone", kinds.cleaned(lambda text: clean_phone(text, field="phone")), ""),
        Field("contact", kinds.name("contact"), ""),
        Field(
            "tax_id",
            Kind(lambda cell, _forms: _tax_ids(as_text(cell)), written_list),
            (),
            part="tax_ids",
            decides=("tax_ids", "national_tax_ids"),
        ),
        Field(
            "national_tax_id",
            Kind(lambda cell, _forms: _national_tax_ids(as_text(cell)), written_list),
            (),
            part="national_tax_ids",
            decides=("national_tax_ids",),
        ),
        Field("kind", kinds.choice(BuyerKind, _KINDS), BuyerKind.BUSINESS),
        Field("exempt_reason", kinds.cleaned(_exempt_reason), ""),
        Field("legal_name", kinds.name("legal_name"), ""),
        Field("language", kinds.cleaned(language_tag), ""),
        Field("currency", kinds.CURRENCY, ""),
        Field("price_book", kinds.name("price_book", REFERENCE_LENGTH), ""),
        Field("payment_terms", kinds.cleaned(_terms), ""),
        Field("buyer_reference", kinds.name("buyer_reference"), ""),
        Field("electronic_scheme", kinds.name("electronic_scheme", _SCHEME_LENGTH), ""),
        Field("electronic_id", kinds.name("electronic_id", _ELECTRONIC_LENGTH), ""),
        Field("shipping_name", kinds.name("shipping_name"), ""),
        *_address("shipping_"),
        Field("notes", kinds.text("notes"), ""),
        Field("active", kinds.TRUTH, blank=True),
    ),
    key=attrgetter("reference"),
    settle=_settled,
    together=frozenset({"reference"}),
)
