"""The rows of the customers' list: read on a reader thread, ready to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.kit.tokens import Tone
from ui.widgets.list_rows import Fetch, ListColumn, ListKind, ListPage, ListRequest, ListRow
from ui.widgets.state_chip import Chip

if TYPE_CHECKING:
    from app.services.customers import CustomerRow
    from ui.shell.session import Session, Unit

COLUMNS = (
    ListColumn("reference", lambda: _("Number"), ListKind.STRONG, 110),
    ListColumn("name", lambda: _("Name"), width=240, stretch=True),
    ListColumn("city", lambda: _("Town"), width=160),
    ListColumn("country", lambda: _("Country"), width=90),
    ListColumn("person", lambda: _("Contact"), width=170, sortable=False),
    ListColumn("email", lambda: _("E-mail"), width=220, sortable=False),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 110, sortable=False),
)


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list."""
    reading = session.file.reading

    def page(request: ListRequest) -> ListPage:
        from app.services.customers import listed
        from app.services.lists import After, PageRequest

        wanted = PageRequest(
            request.sort or "name",
            request.descending,
            request.after if isinstance(request.after, After) else None,
            request.text,
            limit=request.limit,
        )
        with reading() as opened:
            unit: Unit = opened
            rows = listed(unit, wanted)
        following = None
        if rows and len(rows) == request.limit and not request.text:
            following = After(getattr(rows[-1], wanted.sort), rows[-1].id.hex)
        return ListPage(tuple(map(_row, rows)), following)

    return page


def _row(row: CustomerRow) -> ListRow:
    state = Chip(_("Active"), Tone.GOOD, "circle-check") if row.active else _inactive()
    cells = (row.reference, row.name, row.city, row.country, row.person, row.email, state)
    return ListRow(Ref("customer", row.id), cells)


def _inactive() -> Chip:
    return Chip(_("Inactive"), Tone.NEUTRAL, "circle")
