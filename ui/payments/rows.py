"""The rows of the payments' list: read on a reader thread, ready to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.payments.payment import PaymentMethod, PaymentState
from ui.documents.listing import money_of, pages
from ui.payments.states import method_word, payment_chip
from ui.widgets.list_rows import Fetch, ListColumn, ListFilter, ListKind, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.i18n.formats import Formats
    from app.services.lists import PageRequest, PaymentRow
    from ui.shell.session import Session, Unit

COLUMNS = (
    ListColumn("number", lambda: _("Number"), ListKind.STRONG, 150),
    ListColumn("customer", lambda: _("Customer"), width=200, stretch=True),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 128, sortable=False),
    ListColumn("paid_on", lambda: _("Received"), ListKind.DATE, 112),
    ListColumn("method", lambda: _("Method"), width=110, shown=False),
    ListColumn("reference", lambda: _("Reference"), width=130, sortable=False),
    ListColumn("currency", lambda: _("Currency"), width=76, sortable=False),
    ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, 116, summed=True),
    ListColumn("free", lambda: _("Credit"), ListKind.NUMBER, 110, sortable=False, summed=True),
)

FILTERS = (
    ListFilter("all", lambda: _("All")),
    ListFilter("booked", lambda: _("Booked")),
    ListFilter("reversed", lambda: _("Reversed")),
)


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list."""
    formats = session.formats

    def read(unit: Unit, request: PageRequest, view: str) -> Sequence[PaymentRow]:
        from dataclasses import replace

        from app.services import lists

        wanted = request if view in ("", "all") else replace(request, filters={"status": view})
        return lists.payments(unit, wanted)

    return pages(session, read, lambda row: payment_row(row, formats))


def payment_row(row: PaymentRow, formats: Formats) -> ListRow:
    """Return a row ready to show."""
    amount, free = money_of(row.amount, row.currency), money_of(row.free, row.currency)
    state = PaymentState(row.status)
    cells = (
        row.number,
        row.customer,
        payment_chip(state, is_reversal=row.amount < 0, has_credit=row.free > 0),
        formats.date(row.paid_on),
        method_word(PaymentMethod(row.method)),
        row.reference,
        row.currency,
        formats.amount(amount),
        formats.amount(free) if row.free else "",
    )
    amounts = (("amount", amount.amount), *((("free", free.amount),) if row.free else ()))
    return ListRow(Ref("payment", row.id), cells, amounts, row.currency)
