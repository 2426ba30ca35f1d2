"""The lists of every noun, a page at a time; the rows are those of the store's queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.queries import contracts as contract_queries
from app.store.queries import invoices as invoice_queries
from app.store.queries import payments as payment_queries
from app.store.queries import quotes as quote_queries
from app.store.queries.contracts import ContractRow
from app.store.queries.invoices import CurrencyDue, InvoiceRow
from app.store.queries.paging import PAGE, After, PageRequest
from app.store.queries.payments import PaymentRow
from app.store.queries.quotes import QuoteRow, ShownQuoteLine

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.store.nouns import Nouns

__all__ = [
    "PAGE",
    "After",
    "ContractRow",
    "CurrencyDue",
    "InvoiceRow",
    "PageRequest",
    "PaymentRow",
    "QuoteRow",
    "ShownQuoteLine",
    "contracts",
    "invoices",
    "open_invoices",
    "overdue_invoices",
    "payments",
    "quote_lines",
    "quotes",
]


def quotes(unit: Nouns, request: PageRequest) -> list[QuoteRow]:
    """Return the next quotes: the newest revision of each offer, without what is in the bin."""
    return quote_queries.quotes(unit.records.transaction, request)


def quote_lines(unit: Nouns, quote_id: UUID) -> list[ShownQuoteLine]:
    """Return the lines of a revision as they were shown, without pricing anything."""
    return quote_queries.shown_lines(unit.records.transaction, quote_id)


def contracts(unit: Nouns, request: PageRequest) -> list[ContractRow]:
    """Return the next contracts, each with its total with tax; options the customer chose are added."""
    rows = contract_queries.contracts(unit.records.transaction, request)
    return [row._replace(chosen=_options(unit, row)) if row.with_options else row for row in rows]


def _options(unit: Nouns, row: ContractRow) -> int:
    from app.services.papers.contracts import contract_totals

    return contract_totals(unit.contracts.get(row.id)).total.minor - row.total


def invoices(unit: Nouns, request: PageRequest) -> list[InvoiceRow]:
    """Return the next invoices and credit notes."""
    return invoice_queries.invoices(unit.records.transaction, request)


def open_invoices(unit: Nouns, request: PageRequest) -> list[InvoiceRow]:
    """Return the next invoices that are not settled."""
    return invoice_queries.open_invoices(unit.records.transaction, request)


def overdue_invoices(unit: Nouns, request: PageRequest, *, today: date) -> list[InvoiceRow]:
    """Return the next invoices that are past their due day and not settled."""
    return invoice_queries.overdue_invoices(unit.records.transaction, request, today)


def payments(unit: Nouns, request: PageRequest) -> list[PaymentRow]:
    """Return the next payments."""
    return payment_queries.payments(unit.records.transaction, request)
