"""Builders for imports: rows of a noun from the text of a csv file."""

from __future__ import annotations

from app.exchange.records.fields import Noun
from app.exchange.records.parsing import NOTHING_TOLD, Parsed, Told, parse
from app.exchange.records.source import Source, pieces_of
from app.exchange.tables.csv_reading import read_csv
from app.exchange.tables.table import Table


def a_table(text: str, name: str = "f.csv") -> Table:
    return read_csv(text.encode(), file=name)


def source_of(table: Table) -> Source:
    """Return a table whose header already names fields."""
    return Source(table.name, table.header, lambda: pieces_of(table))


def parsed(noun: Noun, text: str, told: Told = NOTHING_TOLD) -> Parsed:
    return parse(noun, source_of(a_table(text)), told=told)


def problems(found: Parsed) -> list[tuple[int, str, str]]:
    """Return line, column and code of every problem."""
    return [(problem.line, problem.column, problem.code) for problem in found.problems]
