"""The whole schema: every noun's tables and what it declares frozen. A new noun adds its lines here."""

from __future__ import annotations

from sqlalchemy import MetaData

from app.quotes.lifecycle import FROZEN_STATES
from app.store.tables import (
    bundles,
    commands,
    company,
    contracted_prices,
    contracts,
    counters,
    customers,
    exchange_rates,
    files,
    invoices,
    journal,
    meta,
    payments,
    price_books,
    products,
    promotions,
    quotes,
    schedules,
    search,
    tax_rates,
    users,
)
from app.store.tables.base import metadata
from app.store.triggers import Immutable, expected

NOUNS = (
    meta,
    journal,
    counters,
    commands,
    search,
    company,
    users,
    customers,
    products,
    bundles,
    price_books,
    schedules,
    promotions,
    contracted_prices,
    tax_rates,
    exchange_rates,
    quotes,
    contracts,
    invoices,
    payments,
    files,
)
"""The modules whose tables make up `metadata`."""

IMMUTABLE: tuple[Immutable, ...] = (
    Immutable(
        "quote",
        frozen=tuple(sorted(state.value for state in FROZEN_STATES)),
        may_change=(
            "accepted_by",
            "accepted_at",
            "accepted_on",
            "accepted_how",
            "accepted_reference",
            "accepted_options",
            "status",
        ),
        lines=("quote_line",),
    ),
    Immutable("contract", frozen=("active", "terminated"), may_change=("status",), lines=("contract_item",)),
    Immutable("invoice", frozen=("issued",), may_change=("paid", "credited"), lines=("invoice_line",)),
    Immutable("payment", frozen=("booked", "reversed"), may_change=("status", "allocated")),
)
"""What triggers guard, one entry per noun that is issued."""

INSERT_ONLY = ("allocation", "document_file")
"""Tables whose rows never change and never go."""


def tables() -> MetaData:
    """Return every table of the store."""
    return metadata


def columns() -> dict[str, tuple[str, ...]]:
    """Return the columns of every table, in order."""
    return {table.name: tuple(column.name for column in table.columns) for table in metadata.sorted_tables}


def expected_triggers() -> dict[str, str]:
    """Return every trigger a SQLite file of this schema has, by name."""
    return expected(columns(), IMMUTABLE, INSERT_ONLY)


def virtual_tables() -> dict[str, str]:
    """Return what a SQLite file has beside the tables: the full-text index, by name."""
    return dict(search.SQLITE_ONLY)
