"""What the start page shows, as frozen texts: figures at the top, short lists below."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.changes import Ref
from app.kernel.money import Currency, Money
from ui.quotes.states import state_chip

if TYPE_CHECKING:
    from app.i18n.formats import Formats
    from app.services.home import Home
    from app.services.lists import CurrencyDue, InvoiceRow, QuoteRow
    from ui.widgets.state_chip import Chip


class Figure(NamedTuple):
    """One large number with its words.

    Attributes:
        label: What it is.
        amount: With its currency.
        note: One soft line below it.
        late: Whether something in it is overdue.
    """

    label: str
    amount: str
    note: str
    late: bool = False


class ShortRow(NamedTuple):
    """One row of a short list; opening it shows the document."""

    ref: Ref
    number: str
    who: str
    when: str
    amount: str
    chip: Chip | None = None


class ShortList(NamedTuple):
    """A titled list of a few rows; `empty` is said where there is none.

    Attributes:
        section: The section that has all of them.
    """

    title: str
    section: str
    rows: tuple[ShortRow, ...]
    empty: str


class HomeShown(NamedTuple):
    """The whole page; `is_new` where the company has no documents at all."""

    figures: tuple[Figure, ...]
    lists: tuple[ShortList, ...]
    is_new: bool


def home_shown(found: Home, today: date, formats: Formats) -> HomeShown:
    """Return the page for what was found on a day."""
    figures = tuple(_figure(due, formats) for due in found.due)
    lists = (
        ShortList(
            _("Overdue invoices"),
            "invoices",
            tuple(_invoice(row, today, formats) for row in found.overdue),
            _("Nothing is overdue."),
        ),
        ShortList(
            _("Quotes that expire within a week"),
            "quotes",
            _quotes(found.expiring, formats, until=True),
            _("No sent quote is about to expire."),
        ),
        ShortList(
            _("Drafts to finish"), "quotes", _quotes(found.drafts, formats), _("No quote is being written.")
        ),
        ShortList(_("Last quotes"), "quotes", _quotes(found.last_quotes, formats), _("No quotes yet.")),
    )
    is_new = not found.last_quotes and not found.due
    return HomeShown(figures, lists, is_new)


def _figure(due: CurrencyDue, formats: Formats) -> Figure:
    note = ngettext("{n} open invoice", "{n} open invoices", due.invoices).format(n=due.invoices)
    if due.overdue:
        late = _money(due.overdue, due.currency, formats)
        note = _("{open}, {late} overdue").format(open=note, late=late)
    return Figure(_("Money due"), _money(due.open, due.currency, formats), note, bool(due.overdue))


def _invoice(row: InvoiceRow, today: date, formats: Formats) -> ShortRow:
    days = (today - row.due_on).days
    when = ngettext("{n} day late", "{n} days late", days).format(n=days)
    amount = _money(row.open, row.currency, formats)
    return ShortRow(Ref("invoice", row.id), row.number, row.customer, when, amount)


def _quotes(rows: Iterable[QuoteRow], formats: Formats, *, until: bool = False) -> tuple[ShortRow, ...]:
    return tuple(
        ShortRow(
            Ref("quote", row.id),
            row.number,
            row.customer or _("No customer yet"),
            _("until {day}").format(day=formats.date(row.valid_until)) if until else formats.date(row.dated),
            _money(row.total, row.currency, formats),
            None if until else state_chip(row.status),
        )
        for row in rows
    )


def _money(units: int, currency: str, formats: Formats) -> str:
    return formats.money(Money.of_minor(units, Currency.of(currency)))
