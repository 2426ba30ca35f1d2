"""The billing schedule in words: a table of instalments, and a strip of months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.money import Money
from app.services.contracts import BillingState
from ui.contracts.states import billing_chip, billing_tone, billing_word
from ui.widgets.list_rows import ListColumn, ListKind, ListRow
from ui.widgets.month_strip import Month

if TYPE_CHECKING:
    from app.services.contracts import InstalmentState

COLUMNS = (
    ListColumn("due", lambda: _("Invoiced on"), ListKind.DATE, 112, sortable=False),
    ListColumn("item", lambda: _("Item"), width=140, stretch=True, sortable=False),
    ListColumn("period", lambda: _("Period"), ListKind.DATE, 172, sortable=False),
    ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, 104, sortable=False),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 116, sortable=False),
    ListColumn("invoice", lambda: _("Invoice"), width=134, sortable=False),
)
MOST_MONTHS = 36
MOST_ROWS = 60
_BEFORE = 12
"""Months and instalments kept in sight before the first that is not billed yet."""

_WEIGHT = (BillingState.DUE, BillingState.CREDITED, BillingState.FUTURE, BillingState.BILLED)
"""What a month is called that holds several states: the one that asks for something goes first."""


class ShownMonth(NamedTuple):
    """One cell of the strip, and the invoice it opens, if any."""

    month: Month
    invoice: Ref | None


class Window(NamedTuple):
    """Which part of a long schedule is shown, and what is left out, in words; empty for nothing."""

    rows: tuple[ListRow, ...]
    more: str


def charged(state: InstalmentState) -> Money:
    """Return what the instalment bills, after its share of the document discount."""
    return state.instalment.amount - state.instalment.document_discount


def schedule_rows(states: Sequence[InstalmentState], formats: Formats) -> Window:
    """Return the instalments around the first that is not billed; opening one shows its invoice."""
    first = max(0, _first_unbilled(states) - _BEFORE) if len(states) > MOST_ROWS else 0
    shown = states[first : first + MOST_ROWS]
    hidden = len(states) - len(shown)
    more = ""
    if hidden:
        more = _("{shown} of {all} instalments, around the next one").format(
            shown=len(shown), all=len(states)
        )
    return Window(tuple(_row(state, formats) for state in shown), more)


def months(states: Iterable[InstalmentState], formats: Formats) -> tuple[ShownMonth, ...]:
    """Return every month from the first to the last due day, those without an instalment too."""
    by_month: dict[tuple[int, int], list[InstalmentState]] = {}
    for state in states:
        on = state.instalment.due_on
        by_month.setdefault((on.year, on.month), []).append(state)
    if not by_month:
        return ()
    shown = [
        _month(month, by_month.get(month, []), formats) for month in _between(min(by_month), max(by_month))
    ]
    if len(shown) <= MOST_MONTHS:
        return tuple(shown)
    billed = billing_word(BillingState.BILLED)
    unbilled = next((at for at, each in enumerate(shown) if each.month.state not in ("", billed)), 0)
    first = min(max(0, unbilled - _BEFORE), len(shown) - MOST_MONTHS)
    return tuple(shown[first : first + MOST_MONTHS])


def _row(state: InstalmentState, formats: Formats) -> ListRow:
    period = state.instalment.period
    cells = (
        formats.date(state.instalment.due_on),
        state.item.name or state.item.sku,
        "" if period is None else f"{formats.date_short(period.start)} – {formats.date_short(period.last)}",
        formats.amount(charged(state)),
        billing_chip(state.state),
        state.invoice_number,
    )
    return ListRow(_invoice(state), cells)


def _month(month: tuple[int, int], states: Sequence[InstalmentState], formats: Formats) -> ShownMonth:
    text = QLocale(formats.locale).toString(QDate(*month, 1), "MMM yyyy")
    if not states:
        return ShownMonth(Month(text), None)
    state = next(state for state in _WEIGHT if any(each.state is state for each in states))
    whole = sum((charged(each) for each in states[1:]), start=charged(states[0]))
    note = "\n".join(
        f"{formats.date(each.instalment.due_on)}: {each.item.name or each.item.sku}, "
        f"{formats.money(charged(each))}"
        for each in states
    )
    invoice = next((_invoice(each) for each in reversed(states) if each.invoice_id), None)
    return ShownMonth(
        Month(text, formats.amount(whole), billing_tone(state), billing_word(state), note), invoice
    )


def _between(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    count = (last[0] - first[0]) * 12 + last[1] - first[1]
    start = first[0] * 12 + first[1] - 1
    return [((start + step) // 12, (start + step) % 12 + 1) for step in range(count + 1)]


def _invoice(state: InstalmentState) -> Ref | None:
    return None if state.invoice_id is None else Ref("invoice", state.invoice_id)


def _first_unbilled(states: Sequence[InstalmentState]) -> int:
    return next((at for at, each in enumerate(states) if each.state is not BillingState.BILLED), len(states))
