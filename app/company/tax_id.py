"""Numbers a tax office gave: the VAT id used across borders, and national numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.errors import RuleViolation
from app.kernel.text import clean_name


class TaxIdMalformed(RuleViolation):
    """The text cannot be a tax number."""

    code = "company.tax_id_malformed"


class TaxIdKind(StrEnum):
    """VAT ids cross borders and start with a country's letters; all others are national."""

    VAT = "vat"
    NATIONAL = "national"


_VAT = re.compile(r"(?:CHE[0-9]{9}(?:MWST|TVA|IVA)?|[A-Z]{2}[A-Z0-9+*]{2,13})")
_NATIONAL = re.compile(r"[A-Z0-9][A-Z0-9 ./\-]{2,29}")
_MARKS = re.compile(r"[ .\-]")


@dataclass(frozen=True, slots=True)
class TaxId:
    """One number of one party; check digits are checked where the number is typed in, not here."""

    kind: TaxIdKind
    value: str

    @property
    def country(self) -> str:
        """Return the letters a VAT id starts with (``DE``; Greece writes ``EL``), else empty."""
        return self.value[:2] if self.kind is TaxIdKind.VAT else ""

    def cleaned(self, field: str = "tax_id") -> TaxId:
        """Return the number in capitals, a VAT id without blanks, points and dashes.

        Raises:
            TaxIdMalformed: The text cannot be such a number.
        """
        value = clean_name(self.value, field=field, longest=40).upper()
        if self.kind is TaxIdKind.VAT:
            value = _MARKS.sub("", value)
        if not (_VAT if self.kind is TaxIdKind.VAT else _NATIONAL).fullmatch(value):
            raise TaxIdMalformed(field=field, tax_id=value)
        return TaxId(self.kind, value)


def tax_id_of(text: str) -> TaxId:
    """Return the number people wrote, a VAT id when it starts like one and a national number otherwise.

    Raises:
        TaxIdMalformed: The text cannot be a tax number.
    """
    bare = _MARKS.sub("", text.strip().upper())
    is_vat = bool(_VAT.fullmatch(bare)) and any(sign.isdigit() for sign in bare)
    return TaxId(TaxIdKind.VAT if is_vat else TaxIdKind.NATIONAL, text).cleaned()
