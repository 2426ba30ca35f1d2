"""What waits for me today: drafts to finish, quotes that expire, money that is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.store.queries.invoices import CurrencyDue, InvoiceRow, money_due, open_invoices
from app.store.queries.paging import PageRequest
from app.store.queries.quotes import QuoteRow, quotes

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns

SHOWN = 6
"""Rows of each short list: what fits on one screen without scrolling."""

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Home:
    """The start page.

    Attributes:
        due: What customers owe, per currency.
        overdue: Invoices past their due day, the oldest first.
        expiring: Sent quotes whose validity ends within a week, the first to end first.
        drafts: The newest drafts.
        last_quotes: The newest quotes of any state.
    """

    due: tuple[CurrencyDue, ...]
    overdue: tuple[InvoiceRow, ...]
    expiring: tuple[QuoteRow, ...]
    drafts: tuple[QuoteRow, ...]
    last_quotes: tuple[QuoteRow, ...]


def overview(unit: Nouns, act: Act) -> Home:
    """Return what the start page shows on the act's day."""
    transaction = unit.records.transaction
    oldest_due = PageRequest("due_on", descending=False, limit=SHOWN)
    ending = PageRequest("valid_until", descending=False, filters={"status": "sent"}, limit=50)
    drafts = PageRequest("dated", filters={"status": "draft"}, limit=SHOWN)
    newest = PageRequest("dated", limit=SHOWN)
    return Home(
        due=tuple(money_due(transaction, act.today)),
        overdue=tuple(row for row in open_invoices(transaction, oldest_due) if row.due_on < act.today),
        expiring=tuple(
            row for row in quotes(transaction, ending) if act.today <= row.valid_until <= act.today + SOON
        )[:SHOWN],
        drafts=tuple(quotes(transaction, drafts)),
        last_quotes=tuple(quotes(transaction, newest)),
    )
