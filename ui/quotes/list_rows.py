"""The list of quotes: its columns, its ready-made views, and a page of rows from the file."""

from __future__ import annotations

from datetime import date

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.money import Currency, Money
from app.quotes.lifecycle import QuoteState
from app.services.lists import After, PageRequest, QuoteRow, quotes
from ui.quotes.states import state_chip, state_word
from ui.shell.session import Session, Unit
from ui.widgets.list_rows import Fetch, ListColumn, ListFilter, ListKind, ListPage, ListRequest, ListRow

ALL = "all"
_VIEWS = (
    QuoteState.DRAFT,
    QuoteState.SENT,
    QuoteState.ACCEPTED,
    QuoteState.DECLINED,
)


def columns() -> tuple[ListColumn, ...]:
    """Return the columns, left to right."""
    return (
        ListColumn("number", lambda: _("Number"), ListKind.STRONG, 140),
        ListColumn("customer", lambda: _("Customer"), stretch=True),
        ListColumn("status", lambda: _("State"), ListKind.CHIP, 130, sortable=False),
        ListColumn("dated", lambda: _("Date"), ListKind.DATE, 120),
        ListColumn("valid_until", lambda: _("Valid until"), ListKind.DATE, 120),
        ListColumn("net", lambda: _("Net"), ListKind.NUMBER, 130, sortable=False, shown=False, summed=True),
        ListColumn("total", lambda: _("Total"), ListKind.NUMBER, 130, summed=True),
        ListColumn("currency", lambda: _("Currency"), width=76, sortable=False),
    )


def filters() -> tuple[ListFilter, ...]:
    """Return the ready-made views: all, then one per state; the chips' own words."""
    return (
        ListFilter(ALL, lambda: _("All")),
        *(ListFilter(state.value, lambda state=state: state_word(state)) for state in _VIEWS),  # type: ignore[misc]  # the loop's own value
    )


def fetch(session: Session) -> Fetch:
    """Return what reads a page of the list on a reader thread."""
    formats, reading = session.formats, session.file.reading

    def page(request: ListRequest) -> ListPage:
        with reading() as unit:
            return page_of(unit, request, formats)

    return page


def page_of(unit: Unit, request: ListRequest, formats: Formats) -> ListPage:
    """Return a page of quotes, ready to show."""
    wanted = PageRequest(
        request.sort or "dated",
        descending=request.descending,
        after=request.after if isinstance(request.after, After) else None,
        words=request.text,
        filters={} if request.view in ("", ALL) else {"status": request.view},
        limit=request.limit,
    )
    found = quotes(unit, wanted)
    more = len(found) == request.limit
    return ListPage(
        tuple(row(one, formats) for one in found), _after(unit, found[-1], wanted.sort) if more else None
    )


def row(quote: QuoteRow, formats: Formats) -> ListRow:
    """Return one quote as a row."""
    currency = Currency.of(quote.currency)
    net, total = Money.of_minor(quote.net, currency), Money.of_minor(quote.total, currency)
    number = quote.number if quote.revision == 1 else f"{quote.number} · {quote.revision}"
    cells = (
        number,
        quote.customer or _("No customer yet"),
        state_chip(quote.status),
        formats.date(quote.dated),
        formats.date(quote.valid_until),
        formats.amount(net),
        formats.amount(total),
        quote.currency,
    )
    return ListRow(
        Ref("quote", quote.id), cells, (("net", net.amount), ("total", total.amount)), quote.currency
    )


def _after(unit: Unit, last: QuoteRow, sort: str) -> After:
    """Return where the next page begins: behind the last row's value, as the store writes it."""
    value = getattr(last, sort)
    return After(
        value.isoformat() if isinstance(value, date) else value, str(unit.records.transaction.key(last.id))
    )
