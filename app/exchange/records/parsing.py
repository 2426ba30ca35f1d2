"""From columns to typed rows: everything checked, everything wrong named, the rest ready to be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from app.exchange.records.assembling import Assembly
from app.exchange.records.columns import ColumnReader
from app.exchange.records.fields import DATE, NUMBER, Forms, Noun, R
from app.exchange.records.problems import RowProblem
from app.exchange.records.source import Source
from app.exchange.values.number_form import NumberForm
from app.kernel.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Told:
    """What a person said about how values are written; '' leaves it to what the values prove.

    Attributes:
        decimal: Sign before the decimals.
        order: What stands first in slashed dates, ``dmy`` or ``mdy``.
    """

    decimal: str = ""
    order: str = ""


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Parsed(Generic[R]):
    """The rows of a file, typed and checked.

    Attributes:
        noun: Name of the noun.
        name: Name of the file.
        rows: Rows without a problem, in their order.
        columns: Fields the file fills; what is not among them is not changed by an import.
        problems: What is wrong with rows, by line; at most 10,000.
        faulty: Number of rows that are not in `rows`.
        problem_count: Number of problems, also those not kept.
        unmapped: Columns of the file that no field takes.
        findings: What concerns the file as a whole; a blocker leaves `rows` empty.
    """

    noun: str
    name: str
    rows: tuple[R, ...]
    columns: tuple[str, ...]
    problems: tuple[RowProblem, ...] = ()
    faulty: int = 0
    problem_count: int = 0
    unmapped: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def parse(
    noun: Noun[R],
    source: Source,
    *,
    told: Told = NOTHING_TOLD,
    progress: Callable[[int], None] = lambda _rows: None,
) -> Parsed[R]:
    """Return the rows of a source.

    Args:
        noun: What the rows are.
        source: Columns named as the noun's fields.
        told: How values are written, where a person said so.
        progress: Is handed the number of rows read so far; an error it raises stops the reading.
    """
    if missing := _missing(noun, source):
        return _refused(noun, source, missing)
    readers = _readers(noun, source, told)
    made = _read(noun, source, readers, progress)
    if questions := [reader.question() for reader in readers if reader.proved() is None]:
        return _refused(noun, source, questions)
    if any([reader.settle(reader.proved()) for reader in readers]):
        made = _read(noun, source, readers, progress)
    noticed = [finding for reader in readers for finding in reader.findings()]
    return Parsed(
        noun=noun.name,
        name=source.name,
        rows=tuple(made.rows),
        columns=source.columns,
        problems=tuple(sorted(made.problems, key=lambda problem: problem.line)),
        faulty=made.faulty,
        problem_count=made.problem_count,
        unmapped=source.unmapped,
        findings=(*source.findings, *source.later(), *noticed),
    )


def _missing(noun: Noun[R], source: Source) -> list[Finding]:
    return [
        Finding("exchange.column_missing", Severity.BLOCKER, key, {"column": key, "file": source.name})
        for key in noun.missing(source.columns)
    ]


def _refused(noun: Noun[R], source: Source, why: list[Finding]) -> Parsed[R]:
    findings = (*why, *source.findings)
    return Parsed(noun.name, source.name, (), source.columns, unmapped=source.unmapped, findings=findings)


def _readers(noun: Noun[R], source: Source, told: Told) -> list[ColumnReader]:
    readers = []
    for column in source.columns:
        field = noun.field_of(column)
        if field is None:
            raise ValueError(f"{noun.name} have no field {column}")
        forms = Forms(NumberForm(told.decimal or Forms().number.decimal), told.order or Forms().order)
        said = {NUMBER: told.decimal, DATE: told.order}.get(field.kind.evidence, "")
        readers.append(ColumnReader(column, field, forms, bool(said)))
    return readers


def _read(
    noun: Noun[R], source: Source, readers: list[ColumnReader], progress: Callable[[int], None]
) -> Assembly[R]:
    """Read all pieces, the first in the way it proves itself; a later piece may prove that to be wrong."""
    made = Assembly(noun, readers)
    count = 0
    for piece in source.pieces():
        made.add(piece, first=count == 0)
        count += len(piece.lines)
        progress(count)
    return made
