"""What can happen to invoices and credit notes, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class InvoiceEvent(StrEnum):
    """A fact in the life of an invoice."""

    ISSUED = "invoice.issued"
    CREDITED = "invoice.credited"
