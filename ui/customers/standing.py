"""How a customer stands: turnover, what is open and late, their last quotes and invoices, as texts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.money import Currency, Money
from ui.home.shown import Figure, ShortList, ShortRow
from ui.quotes.states import state_chip

if TYPE_CHECKING:
    from app.i18n.formats import Formats
    from app.services.customers import CurrencyTurnover, CustomerPage
    from app.services.lists import InvoiceRow, QuoteRow


class Standing(NamedTuple):
    """The right side of a customer's page."""

    figures: tuple[Figure, ...]
    lists: tuple[ShortList, ...]
    warnings: tuple[str, ...]


def standing_of(
    page: CustomerPage,
    documents: tuple[list[QuoteRow], list[InvoiceRow]],
    today: date,
    formats: Formats,
) -> Standing:
    """Return how a customer stands on a day."""
    quotes, invoices = documents
    return Standing(
        figures=tuple(_figure(each, formats) for each in page.facts.turnover),
        lists=(
            ShortList(
                _("Invoices"),
                "invoices",
                tuple(_invoice(row, today, formats) for row in invoices),
                _("Nothing was invoiced yet."),
            ),
            ShortList(
                _("Quotes"), "quotes", tuple(_quote(row, formats) for row in quotes), _("No quotes yet.")
            ),
        ),
        warnings=tuple(map(sentence, page.findings)),
    )


def _figure(each: CurrencyTurnover, formats: Formats) -> Figure:
    parts = [_("{amount} open").format(amount=_money(each.open, each.currency, formats))]
    if each.overdue:
        parts.append(_("{amount} overdue").format(amount=_money(each.overdue, each.currency, formats)))
    if each.credit:
        parts.append(_("{amount} credit").format(amount=_money(each.credit, each.currency, formats)))
    turnover = _money(each.net, each.currency, formats)
    return Figure(_("Turnover without tax"), turnover, ", ".join(parts), bool(each.overdue))


def _quote(row: QuoteRow, formats: Formats) -> ShortRow:
    when, total = formats.date(row.dated), _money(row.total, row.currency, formats)
    return ShortRow(Ref("quote", row.id), row.number, "", when, total, state_chip(row.status))


def _invoice(row: InvoiceRow, today: date, formats: Formats) -> ShortRow:
    late = row.open and row.due_on < today
    words = _("overdue") if late else _("open") if row.open else _("settled")
    when, total = formats.date(row.issued_on), _money(row.total, row.currency, formats)
    return ShortRow(Ref("invoice", row.id), row.number, words, when, total)


def _money(units: int, currency: str, formats: Formats) -> str:
    return formats.money(Money.of_minor(units, Currency.of(currency)))
