"""How a customer is taxed: business or consumer, and a certificate that exempts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.company.tax_id import TaxId, TaxIdKind
from app.kernel.errors import RuleViolation


class ExemptReasonRefused(RuleViolation):
    """The text is no code of a reason for exemption."""

    code = "customers.exempt_reason_refused"


class BuyerKind(StrEnum):
    """Whether the customer buys as a business or as a person."""

    BUSINESS = "business"
    CONSUMER = "consumer"


_REASON = re.compile(r"[A-Z][A-Z0-9.-]{1,39}")


@dataclass(frozen=True, slots=True)
class TaxStatus:
    """What tax rules ask about a customer.

    Attributes:
        tax_ids: VAT id and national numbers.
        exempt_reason: Code of the certificate they gave us (VATEX or our own: ``RESALE``), empty without one.
    """

    kind: BuyerKind = BuyerKind.BUSINESS
    tax_ids: tuple[TaxId, ...] = ()
    exempt_reason: str = ""

    @property
    def vat_id(self) -> str:
        """Return the VAT id, empty without one."""
        return next((tax_id.value for tax_id in self.tax_ids if tax_id.kind is TaxIdKind.VAT), "")

    def cleaned(self) -> TaxStatus:
        """Return the status with every number and code checked.

        Raises:
            TaxIdMalformed: A number cannot be a tax number.
            ExemptReasonRefused: The reason is no code in capitals.
        """
        reason = self.exempt_reason.strip().upper()
        if reason and not _REASON.fullmatch(reason):
            raise ExemptReasonRefused(reason=reason[:40])
        tax_ids = tuple(tax_id.cleaned("customer.tax_id") for tax_id in self.tax_ids)
        return TaxStatus(self.kind, tax_ids, reason)


BUSINESS = TaxStatus()
