"""An invoice as its page shows it: frozen texts, made on a reader thread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.billing.invoice import Invoice
from app.billing.status import InvoiceKind
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.changes import Ref
from app.kernel.money import Money
from app.payments.payment import Payment
from ui.documents.deal import Deal
from ui.invoices.lines import hidden_columns, line_rows, sums
from ui.invoices.states import invoice_chip
from ui.widgets.facts import Fact
from ui.widgets.list_rows import ListColumn, ListKind, ListRow
from ui.widgets.totals import Totals, TotalsLine

if TYPE_CHECKING:
    from app.services.billing import InvoiceOverview
    from ui.widgets.state_chip import Chip

SETTLED_COLUMNS = (
    ListColumn("number", lambda: _("Number"), ListKind.STRONG, 150, sortable=False),
    ListColumn("what", lambda: _("What"), width=160, stretch=True, sortable=False),
    ListColumn("on", lambda: _("Date"), ListKind.DATE, 120, sortable=False),
    ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, 120, sortable=False),
)


class InvoiceShown(NamedTuple):
    """Everything the page says.

    Attributes:
        locked: Why nothing can be changed, and what can be done instead (U23).
        open: What is still owed, in words; empty for nothing.
        can_credit: Whether the whole may still be given back.
        early: What paying early is worth, a sentence per offer.
        contract: Number and `Ref` of the contract, the legal way to bill again.
    """

    number: str
    customer: str
    chip: Chip
    is_open: bool
    can_credit: bool
    locked: str
    open: str
    facts: tuple[Fact, ...]
    lines: tuple[ListRow, ...]
    hidden: frozenset[str]
    totals: Totals
    settled: tuple[ListRow, ...]
    early: tuple[str, ...]
    contract: tuple[str, Ref]
    credit_points: tuple[str, ...]
    deal: Deal


def invoice_shown(seen: InvoiceOverview, deal: Deal, today: date, formats: Formats) -> InvoiceShown:
    """Return an invoice as it stands on a day."""
    invoice = seen.invoice
    is_note = invoice.kind is InvoiceKind.CREDIT_NOTE
    is_open = seen.open.amount > 0
    return InvoiceShown(
        number=invoice.number,
        customer=invoice.buyer.name,
        chip=invoice_chip(seen.status),
        is_open=is_open,
        can_credit=not is_note and not seen.credited.amount,
        locked=_locked(seen, formats),
        open=formats.money(seen.open) if is_open else "",
        facts=tuple(_facts(seen, today, formats)),
        lines=line_rows(invoice, formats),
        hidden=hidden_columns(invoice),
        totals=_totals(seen, formats),
        settled=tuple(_settled(seen, formats)),
        early=tuple(_early(invoice, today, formats)) if is_open else (),
        contract=(invoice.contract_number, Ref("contract", invoice.contract_id)),
        credit_points=_credit_points(invoice, formats),
        deal=deal,
    )


def _locked(seen: InvoiceOverview, formats: Formats) -> str:
    invoice, on = seen.invoice, formats.date(seen.invoice.issued_on)
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        return _("Issued on {day}; a credit note never changes. It gives back invoice {number}.").format(
            day=on, number=invoice.corrects_number
        )
    if seen.credit_notes:
        return _("Credited as a whole. To bill it again, issue a new invoice from the contract.")
    return _(
        "Issued on {day}, so it never changes. To correct it, credit it as a whole and issue it again."
    ).format(day=on)


def _facts(seen: InvoiceOverview, today: date, formats: Formats) -> Iterator[Fact]:
    invoice = seen.invoice
    yield Fact(_("Customer"), invoice.buyer.name, Ref("customer", invoice.customer_id), _town(invoice))
    yield Fact(_("Issued on"), formats.date(invoice.issued_on))
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        if invoice.corrects is not None:
            yield Fact(_("Gives back"), invoice.corrects_number, Ref("invoice", invoice.corrects))
    else:
        yield _due(seen, today, formats)
    yield Fact(_("Contract"), invoice.contract_number, Ref("contract", invoice.contract_id))
    yield Fact(_("Quote"), invoice.quote_number, Ref("quote", seen.quote_id))
    if invoice.buyer_reference:
        yield Fact(_("Their order"), invoice.buyer_reference)
    if invoice.payment_terms and invoice.kind is InvoiceKind.INVOICE:
        yield Fact(_("Payment terms"), invoice.payment_terms)


def _due(seen: InvoiceOverview, today: date, formats: Formats) -> Fact:
    """Say when the whole is due; of several parts each with its day, below."""
    invoice = seen.invoice
    days = (invoice.due_on - today).days
    note, tone = "", "soft"
    if seen.open.amount > 0 and days < 0:
        note, tone = ngettext("{n} day late", "{n} days late", -days).format(n=-days), "bad"
    elif len(invoice.due) > 1:
        parts = (f"{formats.money(part.amount)} – {formats.date(part.on)}" for part in invoice.due)
        note = "\n".join(parts)
    elif seen.open.amount > 0:
        note = ngettext("in {n} day", "in {n} days", days).format(n=days) if days else _("today")
    return Fact(_("Due on"), formats.date(invoice.due_on), None, note, tone)


def _town(invoice: Invoice) -> str:
    address = invoice.buyer.address
    return " ".join(part for part in (address.postcode, address.city) if part)


def _totals(seen: InvoiceOverview, formats: Formats) -> Totals:
    invoice = seen.invoice
    lines = list(sums(invoice, formats))
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        return Totals(tuple(lines), TotalsLine(_("Given back"), formats.money(invoice.total)))
    lines.append(TotalsLine(_("Total"), formats.amount(invoice.total), strong=True))
    if seen.paid.amount:
        lines.append(TotalsLine(_("Paid"), formats.amount(-seen.paid)))
    if seen.credited.amount:
        lines.append(TotalsLine(_("Credited"), formats.amount(-seen.credited)))
    return Totals(tuple(lines), TotalsLine(_("Open"), formats.money(seen.open)))


def _settled(seen: InvoiceOverview, formats: Formats) -> Iterator[ListRow]:
    for payment in seen.payments:
        what = _("Reversal") if payment.reverses is not None else _("Payment")
        words = f"{what} · {payment.reference}" if payment.reference else what
        amount = formats.amount(_of_invoice(payment, seen.invoice.id))
        cells = (payment.number, words, formats.date(payment.on), amount)
        yield ListRow(Ref("payment", payment.id), cells)
    for note_id, number in seen.credit_notes:
        cells = (number, _("Credit note"), "", formats.amount(seen.credited))
        yield ListRow(Ref("invoice", note_id), cells)


def _of_invoice(payment: Payment, invoice_id: UUID) -> Money:
    parts = (part.amount for part in payment.allocations if part.invoice_id == invoice_id)
    return sum(parts, start=Money.zero(payment.amount.currency))


def _early(invoice: Invoice, today: date, formats: Formats) -> Iterator[str]:
    for offer in invoice.early_offers:
        if offer.until >= today:
            yield _("{percent} discount if paid by {day}: {amount}").format(
                percent=formats.percent(offer.percent.fraction),
                day=formats.date(offer.until),
                amount=formats.money(offer.payable),
            )


def _credit_points(invoice: Invoice, formats: Formats) -> tuple[str, ...]:
    return (
        _("A credit note over {amount} is issued with today’s date and settles the invoice.").format(
            amount=formats.money(invoice.total)
        ),
        _("What it billed can be billed again from contract {number}.").format(
            number=invoice.contract_number
        ),
        _("An issued credit note cannot be taken back."),
    )
