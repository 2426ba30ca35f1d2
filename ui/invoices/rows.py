"""The rows of the invoices' list: read on a reader thread, ready to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.documents.listing import money_of, pages
from ui.invoices.states import invoice_chip
from ui.widgets.list_rows import Fetch, ListColumn, ListFilter, ListKind, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.i18n.formats import Formats
    from app.services.lists import InvoiceRow, PageRequest
    from ui.shell.session import Session, Unit

OPEN, OVERDUE, CREDIT_NOTES = "open", "overdue", "credit_notes"

COLUMNS = (
    ListColumn("number", lambda: _("Number"), ListKind.STRONG, 150),
    ListColumn("customer", lambda: _("Customer"), width=200, stretch=True),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 128, sortable=False),
    ListColumn("issued_on", lambda: _("Issued"), ListKind.DATE, 112),
    ListColumn("due_on", lambda: _("Due"), ListKind.DATE, 112),
    ListColumn("currency", lambda: _("Currency"), width=76, sortable=False),
    ListColumn("total", lambda: _("Total"), ListKind.NUMBER, 116, summed=True),
    ListColumn("open", lambda: _("Open"), ListKind.NUMBER, 116, sortable=False, summed=True),
)

FILTERS = (
    ListFilter("all", lambda: _("All")),
    ListFilter(OPEN, lambda: _("Open")),
    ListFilter(OVERDUE, lambda: _("Overdue")),
    ListFilter(CREDIT_NOTES, lambda: _("Credit notes")),
)


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list, as invoices stand today."""
    formats, today = session.formats, session.today

    def read(unit: Unit, request: PageRequest, view: str) -> Sequence[InvoiceRow]:
        from dataclasses import replace

        from app.services import lists

        if view == OPEN:
            return lists.open_invoices(unit, request)
        if view == OVERDUE:
            return lists.overdue_invoices(unit, request, today=today())
        if view == CREDIT_NOTES:
            return lists.invoices(unit, replace(request, filters={"kind": "credit_note"}))
        return lists.invoices(unit, request)

    return pages(session, read, lambda row: invoice_row(row, today(), formats))


def invoice_row(row: InvoiceRow, today: date, formats: Formats) -> ListRow:
    """Return a row as it stands on a day; a credit note is due nowhere, its total is what it gives back."""
    is_note = row.kind == "credit_note"
    total = money_of(-row.total if is_note else row.total, row.currency)
    rest = money_of(row.open, row.currency)
    cells = (
        row.number,
        row.customer,
        invoice_chip(row.status(today)),
        formats.date(row.issued_on),
        "" if is_note else formats.date(row.due_on),
        row.currency,
        formats.amount(total),
        formats.amount(rest) if row.open else "",
    )
    amounts = (("total", total.amount), *((("open", rest.amount),) if row.open else ()))
    return ListRow(Ref("invoice", row.id), cells, amounts, row.currency)
