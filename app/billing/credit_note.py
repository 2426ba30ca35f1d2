"""Credit notes: how an issued invoice is taken back, since it can never be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.billing.invoice import Invoice
from app.billing.status import InvoiceKind
from app.company.payment_terms import DuePart
from app.kernel.errors import RuleViolation
from app.kernel.money import Money


class OnlyInvoicesAreCredited(RuleViolation):
    """A credit note is not credited; issue the invoice again instead."""

    code = "billing.only_invoices_are_credited"


class AlreadyCredited(RuleViolation):
    """The credits of an invoice may never exceed it."""

    code = "billing.already_credited"


class CreditBeforeInvoice(RuleViolation):
    """A credit note is not dated before the invoice it corrects."""

    code = "billing.credit_before_invoice"


def credit_whole(
    invoice: Invoice, *, credited: Money, issued_on: date, new_id: Callable[[], UUID]
) -> Invoice:
    """Return the credit note over all of an invoice: same lines, same taxes, nothing computed anew.

    Amounts are positive and the kind says which way they go (UNCL 1001: 381).

    Args:
        invoice: As issued.
        credited: What earlier credit notes gave back.
        issued_on: Date of the credit note.
        new_id: Maker of ids for the note and its lines.

    Raises:
        OnlyInvoicesAreCredited: It is itself a credit note.
        AlreadyCredited: An earlier credit note exists.
        CreditBeforeInvoice: The date lies before the invoice's.
    """
    if invoice.kind is not InvoiceKind.INVOICE:
        raise OnlyInvoicesAreCredited(number=invoice.number)
    if credited:
        raise AlreadyCredited(number=invoice.number, credited=credited.amount)
    if issued_on < invoice.issued_on:
        raise CreditBeforeInvoice(number=invoice.number, issued_on=invoice.issued_on.isoformat())
    lines = tuple(
        replace(line, id=new_id(), source=replace(line.source, invoice_line_id=line.id))
        for line in invoice.lines
    )
    return replace(
        invoice,
        id=new_id(),
        number="",
        kind=InvoiceKind.CREDIT_NOTE,
        issued_on=issued_on,
        lines=lines,
        due=(DuePart(issued_on, invoice.total),),
        early_offers=(),
        corrects=invoice.id,
        corrects_number=invoice.number,
        chain=None,
        rev=None,
        version=0,
    )
