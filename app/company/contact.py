"""How somebody is reached: a person, an e-mail address, a telephone, and where e-invoices go."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.kernel.errors import RuleViolation
from app.kernel.text import clean_name

_EMAIL = re.compile(r"[^\s@<>\",;:()\[\]\\]+@[^\s@<>\",;:()\[\]\\.]+(\.[^\s@<>\",;:()\[\]\\.]+)+")
_PHONE = re.compile(r"[+0-9][0-9 ()/.\-]*(x[0-9]+)?")
_WEBSITE = re.compile(r"(https?://)?[^\s/<>\"@]+\.[^\s<>\"@]+")
_SCHEME = re.compile(r"EM|[0-9]{4}|[A-Z]{2}")


class NotAnEmail(RuleViolation):
    """The text is not an e-mail address."""

    code = "contact.not_an_email"


class NotAPhone(RuleViolation):
    """The text is not a telephone number."""

    code = "contact.not_a_phone"


class NotAWebsite(RuleViolation):
    """The text is not the address of a website."""

    code = "contact.not_a_website"


class UnknownElectronicScheme(RuleViolation):
    """The scheme of an electronic address is no EAS code."""

    code = "contact.unknown_electronic_scheme"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, and how; every part may be empty."""

    person: str = ""
    email: str = ""
    phone: str = ""

    def cleaned(self, field: str = "contact") -> Contact:
        """Return the contact with every part checked.

        Raises:
            NotAnEmail: The e-mail address has another form.
            NotAPhone: The telephone number has another form.
            RuleViolation: A text is too long or holds characters that do not belong (`app.kernel.text`).
        """
        return Contact(
            person=clean_name(self.person, field=f"{field}.person"),
            email=clean_email(self.email, field=f"{field}.email"),
            phone=clean_phone(self.phone, field=f"{field}.phone"),
        )


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class ElectronicAddress:
    """Where an e-invoice is delivered (BT-34, BT-49).

    Attributes:
        scheme: Code of the EAS list: ``EM`` for e-mail, ``0088`` GLN, ``9930`` German VAT id ...
        id: The address in that scheme.
    """

    scheme: str
    id: str

    def cleaned(self, field: str = "electronic_address") -> ElectronicAddress:
        """Return the address with its scheme checked.

        Raises:
            UnknownElectronicScheme: The scheme has not the form of an EAS code.
            NotAnEmail: The scheme is e-mail and the id is no e-mail address.
            TextMissing: The id is empty.
        """
        scheme = self.scheme.strip().upper()
        if not _SCHEME.fullmatch(scheme):
            raise UnknownElectronicScheme(scheme=self.scheme[:10])
        if scheme == "EM":
            return ElectronicAddress(scheme, clean_email(self.id, field=field, required=True))
        return ElectronicAddress(scheme, clean_name(self.id, field=field, longest=50, required=True))


def clean_email(text: str, *, field: str, required: bool = False) -> str:
    """Return an e-mail address without blanks around it; empty stays empty unless `required`.

    Raises:
        NotAnEmail: No ``name@domain.tld``; a display name or a second address does not belong here.
        TextMissing: The address is empty but required.
    """
    email = clean_name(text, field=field, longest=254, required=required)
    if email and not _EMAIL.fullmatch(email):
        raise NotAnEmail(field=field, email=email[:80])
    return email


def clean_phone(text: str, *, field: str) -> str:
    """Return a telephone number as it was written, without blanks around it.

    Raises:
        NotAPhone: Anything but digits, blanks, ``+ ( ) / . -`` and an extension ``x12``.
    """
    phone = clean_name(text, field=field, longest=40)
    if phone and not _PHONE.fullmatch(phone):
        raise NotAPhone(field=field, phone=phone)
    return phone


def clean_website(text: str, *, field: str) -> str:
    """Return the address of a website without blanks around it.

    Raises:
        NotAWebsite: No host name, or another protocol than http and https.
    """
    website = clean_name(text, field=field)
    if website and not _WEBSITE.fullmatch(website):
        raise NotAWebsite(field=field, website=website[:80])
    return website
