"""Import use cases: read a file, see what it would change, carry it out in one piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.access.permissions import Permission, permit
from app.exchange.events import FileEvent
from app.exchange.importing import read_rows
from app.exchange.mapping.applying import beside, no_files
from app.exchange.mapping.guessing import guess
from app.exchange.mapping.joining import OpenFile
from app.exchange.mapping.mapping import Mapping
from app.exchange.mapping.toml_reading import read_mapping
from app.exchange.records.comparing import Comparison, compare
from app.exchange.records.parsing import Parsed
from app.exchange.records.problems import RowProblem
from app.exchange.tables.reading import DETECT, Choices, read_table
from app.exchange.tables.table import Table
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, Severity, blockers
from app.services.file_rows.keepers import keeper_of
from app.services.file_rows.pieces import Progress
from app.services.file_rows.setting import Setting, setting_of
from app.services.file_rows.unswept import unswept

if TYPE_CHECKING:
    from datetime import date

    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class MappingOfAnotherNoun(RuleViolation):
    """The mapping is for other records than those asked for."""

    code = "exchange.mapping_of_another_noun"


class ImportRefused(RuleViolation):
    """Something in the file must be mended or decided first; nothing was imported.

    Attributes:
        findings: Everything that stands in the way, and what deserves a second look.
    """

    code = "exchange.import_refused"

    def __init__(self, findings: tuple[Finding, ...], **params: object) -> None:
        super().__init__(**params)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a file would do, or did.

    Attributes:
        parsed: The rows of the file with everything that is wrong with them.
        comparison: What is new, what changes, what is the same.
        findings: What concerns the file as a whole.
    """

    parsed: Parsed[Any]
    comparison: Comparison[Any]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows are new, changed, same and faulty."""
        return {
            "new": len(self.comparison.new),
            "changed": len(self.comparison.changed),
            "same": self.comparison.same,
            "faulty": self.parsed.faulty,
        }

    @property
    def row_findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with single rows, as findings that name line and column."""
        return tuple(map(_finding, self.parsed.problems))

    @property
    def is_ready(self) -> bool:
        """Test whether nothing is left to be mended or decided."""
        return not blockers(self.findings) and not self.parsed.faulty


def suggested(unit: Nouns, table: Table, *, noun: str) -> Mapping:
    """Return the mapping that the names of a table's columns suggest; unpriced currencies are the company's.

    Raises:
        NoCompany: The file has no company yet.
    """
    return _in_company(unit, guess(noun, table.header, file=table.name).mapping)


def read(
    unit: Nouns,
    *,
    noun: str,
    file: Path,
    mapping_file: Path | None = None,
    choices: Choices = DETECT,
) -> Parsed[Any]:
    """Return the rows of a file by the mapping in another, or by the names of its columns.

    Args:
        unit: Any unit of the database; only the company is read.
        noun: ``products``, ``prices``, ``offers`` or ``customers``.
        file: csv, xlsx, ods or xls; other files a mapping names lie beside it.
        mapping_file: TOML, see docs/examples.
        choices: What not to detect about the file.

    Raises:
        MappingOfAnotherNoun: The mapping is for other records.
        AppError: A file cannot be read, or the mapping does not fit it.
    """
    mapping = read_mapping(mapping_file) if mapping_file else None
    if mapping is not None and mapping.noun != noun:
        raise MappingOfAnotherNoun(noun=mapping.noun, wanted=noun)
    table = read_table(file, choices if mapping is None or choices != DETECT else mapping.choices)
    mapping = suggested(unit, table, noun=noun) if mapping is None else _in_company(unit, mapping)
    return rows(unit, mapping, table, open_file=beside(file.parent))


def rows(
    unit: Nouns,
    mapping: Mapping,
    table: Table,
    *,
    open_file: OpenFile = no_files,
    progress: Callable[[int], None] = lambda _rows: None,
) -> Parsed[Any]:
    """Return the rows of a table by a mapping, its texts without a language in the company's.

    Raises:
        AppError: The mapping does not fit the files it names.
    """
    language = unit.company.get().seller.language
    with unswept():
        return read_rows(mapping, table, open_file, language=language, progress=progress)


def preview(
    unit: Nouns, *, parsed: Parsed[Any], today: date, progress: Progress = lambda _rows: None
) -> Preview:
    """Return what importing these rows would do; nothing is written.

    Args:
        unit: Any unit of the database.
        parsed: What `read` or `rows` gave.
        today: The business day.
        progress: Is handed the number of rows compared so far; an error it raises stops the comparing.
    """
    return _preview(unit, parsed, setting_of(unit, today), progress)


def carry_out(
    uow: UnitOfWork,
    act: Act,
    *,
    parsed: Parsed[Any],
    skip_faulty: bool = False,
    progress: Progress = lambda _rows: None,
) -> Preview:
    """Write what is new or changes; compared once more, in the transaction that writes.

    Args:
        uow: The open unit.
        act: Who imports.
        parsed: What `read` or `rows` gave.
        skip_faulty: Import the good rows where others are faulty.
        progress: Is handed the number of rows compared, then of rows written; an error it raises stops the
            import, and the unit it leaves through undoes what was written.

    Raises:
        NotPermittedHere: The person may not import.
        ImportRefused: Something is to be decided first, or rows are faulty and not to be skipped; it carries
            all findings.
    """
    permit(act.actor, Permission.IMPORT)
    with unswept():
        setting = setting_of(uow, act.today)
        return _carry_out(uow, setting, parsed, progress, skip_faulty=skip_faulty)


def _carry_out(
    uow: UnitOfWork, setting: Setting, parsed: Parsed[Any], progress: Progress, *, skip_faulty: bool
) -> Preview:
    seen = _preview(uow, parsed, setting, progress)
    if blockers(seen.findings) or (seen.parsed.faulty and not skip_faulty):
        raise ImportRefused((*seen.findings, *seen.row_findings), file=parsed.name, faulty=seen.parsed.faulty)
    if not seen.comparison.changes_nothing:
        keeper_of(parsed.noun).write(uow, setting, seen.comparison, progress)
        facts: dict[str, str | int | None] = {"noun": parsed.noun, **seen.counts}
        uow.journal.append(DomainEvent(FileEvent.IMPORTED, Ref("company", setting.company.id), facts=facts))
    return seen


def _preview(unit: Nouns, parsed: Parsed[Any], setting: Setting, progress: Progress) -> Preview:
    keeper = keeper_of(parsed.noun)
    settled = keeper.settled(unit, setting, parsed, progress)
    if settled.problems:
        parsed = replace(
            parsed,
            rows=settled.rows,
            problems=tuple(sorted((*parsed.problems, *settled.problems), key=lambda one: one.line)),
            faulty=parsed.faulty + len(settled.problems),
            problem_count=parsed.problem_count + len(settled.problems),
        )
    else:
        parsed = replace(parsed, rows=settled.rows)
    there = keeper.existing(unit, setting, parsed.rows, progress)
    comparison = compare(keeper.noun, there, parsed, progress)
    return Preview(parsed, comparison, (*parsed.findings, *settled.findings))


def _in_company(unit: Nouns, mapping: Mapping) -> Mapping:
    if mapping.noun not in {"products", "prices"}:
        return mapping
    return mapping.with_constants({"currency": unit.company.get().seller.currency.code})


def _finding(problem: RowProblem) -> Finding:
    where = f"line {problem.line}" + (f", {problem.column}" if problem.column else "")
    facts = {**problem.params, "line": problem.line, "column": problem.column}
    return Finding(problem.code, Severity.BLOCKER, where, facts)
