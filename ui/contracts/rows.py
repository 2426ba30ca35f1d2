"""The rows of the contracts' list: read on a reader thread, ready to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contracts.contract import ContractState
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.contracts.states import contract_chip
from ui.documents.listing import money_of, pages
from ui.widgets.list_rows import Fetch, ListColumn, ListKind, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.i18n.formats import Formats
    from app.services.lists import ContractRow, PageRequest
    from ui.shell.session import Session, Unit

COLUMNS = (
    ListColumn("number", lambda: _("Number"), ListKind.STRONG, 140),
    ListColumn("customer", lambda: _("Customer"), width=220, stretch=True),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 120, sortable=False),
    ListColumn("quote", lambda: _("Quote"), width=128, sortable=False),
    ListColumn("signed_on", lambda: _("Signed"), ListKind.DATE, 106),
    ListColumn("starts_on", lambda: _("Starts"), ListKind.DATE, 106),
    ListColumn("ends_on", lambda: _("Ends"), ListKind.DATE, 106, sortable=False),
    ListColumn("currency", lambda: _("Currency"), width=76, sortable=False),
    ListColumn("total", lambda: _("Total"), ListKind.NUMBER, 112, summed=True),
)


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list, as contracts stand today."""
    formats, today = session.formats, session.today

    def read(unit: Unit, request: PageRequest, _view: str) -> Sequence[ContractRow]:
        from app.services import lists

        return lists.contracts(unit, request)

    return pages(session, read, lambda row: contract_row(row, today(), formats))


def contract_row(row: ContractRow, today: date, formats: Formats) -> ListRow:
    """Return a row as it stands on a day."""
    total = money_of(row.payable, row.currency)
    state = ContractState(row.status)
    cells = (
        row.number,
        row.customer,
        contract_chip(state, starts_on=row.starts_on, ends_on=row.ends_on, today=today),
        row.quote_number,
        formats.date(row.signed_on),
        formats.date(row.starts_on),
        formats.date(row.ends_on) if row.ends_on else "",
        row.currency,
        formats.amount(total),
    )
    return ListRow(Ref("contract", row.id), cells, (("total", total.amount),), row.currency)
