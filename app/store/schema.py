"""The whole schema: every noun's tables and what it declares frozen. A new noun adds its lines here."""

from __future__ import annotations

from sqlalchemy import MetaData

from app.store.tables import (
    commands,
    company,
    contracted_prices,
    counters,
    customers,
    journal,
    meta,
    price_books,
    products,
    promotions,
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
    price_books,
    schedules,
    promotions,
    contracted_prices,
    tax_rates,
)
"""The modules whose tables make up `metadata`."""

IMMUTABLE: tuple[Immutable, ...] = ()
"""What triggers guard, one entry per noun that is issued."""


def tables() -> MetaData:
    """Return every table of the store."""
    return metadata


def columns() -> dict[str, tuple[str, ...]]:
    """Return the columns of every table, in order."""
    return {table.name: tuple(column.name for column in table.columns) for table in metadata.sorted_tables}


def expected_triggers() -> dict[str, str]:
    """Return every trigger a SQLite file of this schema has, by name."""
    return expected(columns(), IMMUTABLE)


def virtual_tables() -> dict[str, str]:
    """Return what a SQLite file has beside the tables: the full-text index, by name."""
    return dict(search.SQLITE_ONLY)
