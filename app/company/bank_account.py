"""The account customers pay to: IBAN with its check digits, BIC, name of the bank."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.kernel.errors import RuleViolation
from app.kernel.text import clean_name

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
_GROUP = 4

IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28,
    "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
    "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25,
    "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}  # fmt: skip
"""Characters of an IBAN by country; other countries are taken by their check digits alone."""


class IbanRefused(RuleViolation):
    """The text is no IBAN: its form, its length for the country, or its check digits are wrong."""

    code = "company.iban_refused"


class BicRefused(RuleViolation):
    """The text is no BIC."""

    code = "company.bic_refused"


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account; every part may be empty where payments need no bank.

    Attributes:
        iban: Without blanks. Where a country has none, `number` holds the account as the bank writes it.
        bic: 8 or 11 characters.
        number: Account and routing number in countries without IBAN.
        holder: Name on the account, when it is not the company's legal name.
    """

    iban: str = ""
    bic: str = ""
    bank: str = ""
    number: str = ""
    holder: str = ""

    @property
    def is_empty(self) -> bool:
        """Test whether nobody could pay to this account."""
        return not (self.iban or self.number)

    def cleaned(self, field: str = "bank") -> BankAccount:
        """Return the account with IBAN and BIC checked.

        Raises:
            IbanRefused: The IBAN is wrong.
            BicRefused: The BIC has another form.
            RuleViolation: A text is too long or holds characters that do not belong (`app.kernel.text`).
        """
        bic = clean_name(self.bic, field=f"{field}.bic", longest=20).replace(" ", "").upper()
        if bic and not _BIC.fullmatch(bic):
            raise BicRefused(bic=bic)
        return BankAccount(
            iban=clean_iban(self.iban) if self.iban.strip() else "",
            bic=bic,
            bank=clean_name(self.bank, field=f"{field}.bank"),
            number=clean_name(self.number, field=f"{field}.number", longest=60),
            holder=clean_name(self.holder, field=f"{field}.holder"),
        )


NO_ACCOUNT = BankAccount()


def clean_iban(text: str) -> str:
    """Return the IBAN in capitals without blanks.

    Raises:
        IbanRefused: Its form, its length for the country or its check digits (mod 97 = 1) are wrong.
    """
    iban = "".join(text.split()).upper()
    if not _IBAN.fullmatch(iban):
        raise IbanRefused(iban=iban[:40], reason="form")
    if len(iban) != IBAN_LENGTHS.get(iban[:2], len(iban)):
        raise IbanRefused(iban=iban, reason="length")
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    if int(digits) % 97 != 1:
        raise IbanRefused(iban=iban, reason="check_digits")
    return iban


def iban_in_groups(iban: str) -> str:
    """Return the IBAN as it is printed, in groups of four."""
    return " ".join(iban[start : start + _GROUP] for start in range(0, len(iban), _GROUP))
