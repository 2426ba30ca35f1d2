"""A mapping followed: from a file, and the files beside it, to columns of the noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.exchange.mapping.filtering import passes
from app.exchange.mapping.frames import Frame
from app.exchange.mapping.joining import Gathering, Lookup, OpenFile, joined, lookup_of, require_columns
from app.exchange.mapping.mapping import Filter, Join, Mapping, Unmatched, columns_of
from app.exchange.mapping.taking import taken
from app.exchange.records.source import Piece, Source, pieces_of
from app.exchange.tables.file_names import inside
from app.exchange.tables.reading import read_table
from app.exchange.tables.table import Table
from app.exchange.values.number_form import ENGLISH, POINT, NumberEvidence, NumberForm
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity


class DecimalSignUnclear(RuleViolation):
    """Numbers are to be multiplied or compared before anything proves how they are written."""

    code = "exchange.decimal_sign_unclear"


def beside(folder: Path) -> OpenFile:
    """Return what opens the files of a folder by their plain names, for mappings that join them.

    Raises (when a file is opened):
        OutsideFolder: The name leads elsewhere.
        AppError: The file cannot be read.
    """
    return lambda name: read_table(inside(folder, name))


def no_files(name: str) -> Table:
    """Refuse to open anything: for pastes, which have no folder.

    Raises:
        OutsideFolder: Always.
    """
    return read_table(inside(Path(), f"/{name}"))


def apply(mapping: Mapping, table: Table, open_file: OpenFile = no_files) -> Source:
    """Return the columns of the noun that a table gives by a mapping.

    Args:
        mapping: How the table is to be understood.
        table: The rows; each row of the result keeps the line of its row here.
        open_file: Opens the other files the mapping names.

    Raises:
        ColumnNotThere: The mapping names a column that a file does not have.
        JoinAmbiguous: Two rows of another file fit one of ours.
        DecimalSignUnclear: It multiplies or compares numbers and nothing proves how they are written.
        AppError: Another file cannot be read.
    """
    told = NumberForm(mapping.told.decimal or POINT)
    lookups = [lookup_of(join, open_file, told) for join in mapping.joins]
    gatherings = [Gathering(collect, open_file, told) for collect in mapping.collects]
    _require_columns(mapping, table, lookups)
    form = told if mapping.told.decimal else _proved_form(mapping, table)
    run = _Run(mapping, table, form, _needed(mapping, lookups), gatherings)
    collected = [column for gathering in gatherings for column in gathering.columns]
    return Source(
        name=table.name,
        columns=(
            *(name for name, _ in mapping.columns),
            *(name for name, _ in mapping.constants),
            *collected,
        ),
        pieces=run.pieces,
        unmapped=_unmapped(mapping, table),
        findings=table.findings,
        later=run.noticed,
    )


@dataclass(slots=True)
class _Run:
    """Follows a mapping through a file, counting what it leaves out."""

    mapping: Mapping
    table: Table
    form: NumberForm
    lookups: Sequence[Lookup]
    gatherings: Sequence[Gathering]
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def pieces(self) -> Iterator[Piece]:
        self.counts.clear()
        for piece in pieces_of(self.table):
            frame = Frame.of(self.table.header, piece)
            for one in self.mapping.filters:
                if one.column in self.table.header:
                    frame = self._filtered(frame, one)
            for join, lookup in zip(self.mapping.joins, self.lookups, strict=True):
                frame, missing = joined(frame, join, lookup)
                self._count_unmatched(join.file, join.unmatched, missing)
            for one in self.mapping.filters:
                if one.column not in self.table.header:
                    frame = self._filtered(frame, one)
            for gathering in self.gatherings:
                frame, missing = gathering.gathered(frame)
                self._count_unmatched(gathering.collect.file, gathering.collect.unmatched, missing)
            yield self._piece(frame)

    def noticed(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(code, Severity.WARNING, where, {"rows": count, "file": where, "condition": condition})
            for (code, where, condition), count in self.counts.items()
            if count
        )

    def _filtered(self, frame: Frame, one: Filter) -> Frame:
        kept = passes(one, frame.columns, self.form)
        condition = f"{one.column} {one.condition.value} {', '.join(one.values)}"
        self._count("exchange.rows_filtered", one.column, condition, len(kept) - sum(kept))
        return frame.where(kept)

    def _count_unmatched(self, file: str, unmatched: Unmatched, rows: int) -> None:
        if unmatched is Unmatched.KEEP:
            self._count("exchange.rows_without_match", file, "", rows)
        elif unmatched is Unmatched.DROP:
            self._count("exchange.rows_dropped", file, "", rows)

    def _count(self, code: str, where: str, condition: str, rows: int) -> None:
        key = (code, where, condition)
        self.counts[key] = self.counts.get(key, 0) + rows

    def _piece(self, frame: Frame) -> Piece:
        mapping, count = self.mapping, len(frame.lines)
        columns = [taken(take, frame.columns, self.form) for _, take in mapping.columns]
        columns += [[text] * count for _, text in mapping.constants]
        collected = [column for gathering in self.gatherings for column in gathering.columns]
        columns += [frame.columns[column] for column in collected]
        return Piece(frame.lines, columns, frame.refused)


def _proved_form(mapping: Mapping, table: Table) -> NumberForm:
    """Return how the numbers that are multiplied or compared are written in our file."""
    multiplied = [column for _, take in mapping.columns if take.times is not None for column in take.columns]
    compared = [one.column for one in mapping.filters if one.condition.compares_numbers]
    places = {table.header.index(column) for column in (*multiplied, *compared) if column in table.header}
    if not places:
        return ENGLISH
    evidence = NumberEvidence()
    for piece in pieces_of(table):
        for place in places:
            evidence.look(piece.columns[place])
    form = evidence.form()
    if form is None:
        column = table.header[min(places)]
        raise DecimalSignUnclear(column=column, text=evidence.open or evidence.comma)
    return form


def _needed(mapping: Mapping, lookups: Sequence[Lookup]) -> list[Lookup]:
    """Return the other files with only the columns the mapping looks at."""
    named = set(_named(mapping))
    return [
        lookup.only({name for name in lookup.columns if f"{join.name}.{name}" in named})
        for join, lookup in zip(mapping.joins, lookups, strict=True)
    ]


def _require_columns(mapping: Mapping, table: Table, lookups: Sequence[Lookup]) -> None:
    there = list(table.header)
    for join, lookup in zip(mapping.joins, lookups, strict=True):
        require_columns([column for column, _ in join.on], there, file=table.name)
        there += [f"{join.name}.{column}" for column in lookup.columns]
    require_columns(_named(mapping), there, file=table.name)


def _named(mapping: Mapping) -> Iterator[str]:
    """Yield the columns of the file, and of those joined to it, that the mapping looks at."""
    yield from columns_of(take for _, take in mapping.columns)
    yield from (one.column for one in mapping.filters)
    for pairs in _pairs(mapping):
        yield from (column for column, _ in pairs)


def _pairs(mapping: Mapping) -> Iterator[tuple[tuple[str, str], ...]]:
    joins: tuple[Join, ...] = mapping.joins
    yield from (join.on for join in joins)
    yield from (collect.on for collect in mapping.collects)


def _unmapped(mapping: Mapping, table: Table) -> tuple[str, ...]:
    named = set(_named(mapping))
    return tuple(column for column in table.header if column not in named)
