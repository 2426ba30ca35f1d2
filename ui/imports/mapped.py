"""Which column of a table becomes which field: as guessed, then as the person changes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from app.exchange.mapping.mapping import Mapping, Take
from app.exchange.records.nouns import NOUNS
from app.exchange.tables.table import Table

SAMPLES = 3
MOST_COLUMNS = 300
"""Columns that can be given a field by hand; those after them stay as they were guessed."""
_LONGEST = 60


class Column(NamedTuple):
    """One column of the table.

    Attributes:
        name: Its heading.
        sample: Its first values.
        field: The field it becomes, empty where it is left out.
    """

    name: str
    sample: str
    field: str


def columns_of(table: Table, mapping: Mapping) -> tuple[Column, ...]:
    """Return the columns of a table in their order, with the field each becomes."""
    field_of = {take.columns[0]: field for field, take in mapping.columns if take.is_plain}
    rows = table.first(SAMPLES).cells
    columns = table.header[:MOST_COLUMNS]
    return tuple(
        Column(name, _sample(row[at] for row in rows if at < len(row)), field_of.get(name, ""))
        for at, name in enumerate(columns)
    )


def with_field(mapping: Mapping, column: str, field: str, header: tuple[str, ...]) -> Mapping:
    """Return the mapping with a column becoming another field, or none; a field has one column only.

    Args:
        mapping: As it stands.
        column: Heading of the column.
        field: The field it becomes, empty to leave the column out.
        header: All headings, in whose order the fields stand.
    """
    kept = {take.columns[0]: name for name, take in mapping.columns if name != field}
    kept.pop(column, None)
    if field:
        kept[column] = field
    columns = tuple((kept[name], Take((name,))) for name in header if name in kept)
    constants = tuple(pair for pair in mapping.constants if pair[0] != field)
    return replace(mapping, columns=columns, constants=constants)


def offered_fields(mapping: Mapping, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the fields a column may become, texts also in these languages."""
    noun = NOUNS[mapping.noun]
    offered = [field.key for field in noun.fields if not field.indexed]
    offered += [
        f"{field.key}[{language}]"
        for field in noun.fields
        if field.indexed and field.part in _TEXTS
        for language in languages
    ]
    offered += [field for field, _take in mapping.columns]
    return tuple(dict.fromkeys(offered))


_TEXTS = {"names", "descriptions"}


def _sample(cells: Iterable[object]) -> str:
    texts = (" ".join(str(cell).split()) for cell in cells if cell is not None)
    return ", ".join(text for text in texts if text)[:_LONGEST]
