"""The rows of the catalog: read on a reader thread, ready to show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.money import Currency
from ui.kit.tokens import Tone
from ui.widgets.list_rows import Fetch, ListColumn, ListKind, ListPage, ListRequest, ListRow
from ui.widgets.state_chip import Chip

if TYPE_CHECKING:
    from app.i18n.formats import Formats
    from app.services.catalog import ProductRow
    from ui.shell.session import Session, Unit

COLUMNS = (
    ListColumn("sku", lambda: _("SKU"), ListKind.STRONG, 150),
    ListColumn("name", lambda: _("Name"), width=280, stretch=True),
    ListColumn("category", lambda: _("Category"), width=220),
    ListColumn("charge", lambda: _("Charged"), width=110, sortable=False),
    ListColumn("price", lambda: _("List price"), ListKind.NUMBER, 130, sortable=False),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 130, sortable=False),
)

_SCALE = Decimal(10) ** 6


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list, with today's prices of the company's book."""
    reading = session.file.reading

    def page(request: ListRequest) -> ListPage:
        from app.services.catalog import listed, shelf_of
        from app.services.lists import After, PageRequest

        today, formats = session.today(), session.formats
        wanted = PageRequest(
            request.sort or "sku",
            request.descending,
            request.after if isinstance(request.after, After) else None,
            request.text,
            limit=request.limit,
        )
        with reading() as opened:
            unit: Unit = opened
            rows = listed(unit, wanted, shelf_of(unit, today))
            currency = unit.company.get().seller.currency
        following = None
        if rows and len(rows) == request.limit and not request.text:
            following = After(getattr(rows[-1], wanted.sort), rows[-1].id.hex)
        return ListPage(tuple(_row(row, today, currency, formats) for row in rows), following)

    return page


def charge_word(charge: str) -> str:
    """Return how often a product is charged, in a word."""
    return _("Recurring") if charge == "recurring" else _("Once")


def _row(row: ProductRow, today: date, currency: Currency, formats: Formats) -> ListRow:
    price = _("no price") if row.price is None else formats.price(row.price.price / _SCALE, currency)
    on_sale = Chip(_("On sale"), Tone.GOOD, "circle-check")
    state = on_sale if row.is_sold_on(today) else Chip(_("Not on sale"), Tone.NEUTRAL, "circle")
    return ListRow(
        Ref("product", row.id), (row.sku, row.name, row.category, charge_word(row.charge), price, state)
    )
