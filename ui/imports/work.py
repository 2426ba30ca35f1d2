"""The steps of an import on other threads: open the table, try it, carry it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.i18n.translations import gettext as _
from app.kernel.changes import Changes, Ref
from ui.kit.progress import Cancelled, LongJob, Report
from ui.widgets.findings import ShownFinding, shown

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.exchange.mapping.mapping import Mapping
    from app.exchange.records.parsing import Parsed
    from app.exchange.tables.table import Table
    from app.kernel.findings import Finding
    from app.services.imports import Preview
    from ui.shell.session import CompanyFile, Unit

MOST_PROBLEMS = 500
"""Rows with a problem that are listed; the count says how many there are."""

DECIMAL, ORDER = "exchange.decimal_sign_unclear", "exchange.date_order_unclear"
_KIND_OF = {"products": ("product",), "prices": ("product", "price"), "customers": ("customer",)}


class Opened(NamedTuple):
    """A table, and what the names of its columns suggest."""

    table: Table
    mapping: Mapping


class Trial(NamedTuple):
    """What importing would do, or did.

    Attributes:
        counts: Rows by ``new``, ``changed``, ``same``, ``faulty``.
        findings: What concerns the file as a whole.
        problems: What is wrong with single rows, as sentences; the first 500.
        problem_count: How many there are in all.
        unmapped: Columns that are left out.
        asks: Codes of what must be decided first.
        parsed: The rows, for the import itself.
        backup: The backup of the day, from before something was written; None where there is none.
    """

    counts: dict[str, int]
    findings: tuple[ShownFinding, ...]
    problems: tuple[str, ...]
    problem_count: int
    unmapped: tuple[str, ...]
    asks: frozenset[str]
    parsed: Parsed[Any]
    backup: Path | None = None

    @property
    def is_decided(self) -> bool:
        """Test whether nothing about the file as a whole stands in the way."""
        from app.kernel.findings import Severity

        return all(finding.severity is not Severity.BLOCKER for finding in self.findings)

    @property
    def writes(self) -> int:
        """Return how many records would be written."""
        return self.counts["new"] + self.counts["changed"]


class Imported(NamedTuple):
    """An import that was carried out, and the records it wrote."""

    trial: Trial
    changes: Changes


class _Stopped(Exception):
    """The person wants to stop; nothing is written."""


def open_job(
    file: CompanyFile, noun: str, read: Callable[[], Table], parent: QObject | None = None
) -> LongJob:
    """Return the opening of a table; it succeeds with an `Opened`."""

    def work(_report: Report, _cancelled: Cancelled) -> Opened:
        from app.services import imports

        table = read()
        with file.reading() as opened:
            unit: Unit = opened
            return Opened(table, imports.suggested(unit, table, noun=noun))

    return LongJob(_("Opening the table"), work, parent)


def trial_job(file: CompanyFile, opened: Opened, parent: QObject | None = None) -> LongJob:
    """Return the dry run of a table; it succeeds with a `Trial`, or `None` where it was stopped."""

    def work(report: Report, cancelled: Cancelled) -> Trial | None:
        from app.services import imports

        told = _told(report, cancelled)
        try:
            with file.reading() as opened_unit:
                unit: Unit = opened_unit
                parsed = imports.rows(unit, opened.mapping, opened.table, progress=told)
                seen = imports.preview(unit, parsed=parsed, today=file.act("").today, progress=told)
        except _Stopped:
            return None
        return None if cancelled() else trial_of(seen, parsed)

    return LongJob(_("Trying the import"), work, parent)


def import_job(
    file: CompanyFile, parsed: Parsed[Any], *, skip_faulty: bool, parent: QObject | None = None
) -> LongJob:
    """Return backup, then import in one transaction; it succeeds with an `Imported`, `None` where stopped."""

    def work(report: Report, cancelled: Cancelled) -> Imported | None:
        from app.services import backups, imports

        act = file.act("")
        report(0, 0, _("Backing up"))
        with file.reading() as opened:
            unit: Unit = opened
            backup = backups.before_import(unit, act, file=file.path)
        try:
            with file.writing(act) as writing:
                uow: Unit = writing
                seen = imports.carry_out(
                    uow, act, parsed=parsed, skip_faulty=skip_faulty, progress=_told(report, cancelled)
                )
                if cancelled():
                    raise _Stopped
        except _Stopped:
            return None
        return Imported(trial_of(seen, parsed)._replace(backup=backup), writing.changes | _kinds(parsed.noun))

    return LongJob(_("Importing"), work, parent)


def _told(report: Report, cancelled: Cancelled) -> Callable[[int], None]:
    """Return what shows how many rows are done, and stops the work when the person wants it."""

    def told(rows: int) -> None:
        if cancelled():
            raise _Stopped
        report(0, 0, _("{n} rows").format(n=rows))

    return told


def trial_of(seen: Preview, parsed: Parsed[Any]) -> Trial:
    """Return a preview as the page shows it."""
    from app.i18n.messages import sentence

    problems = tuple(_row(problem, sentence) for problem in seen.row_findings[:MOST_PROBLEMS])
    return Trial(
        counts=seen.counts,
        findings=tuple(shown(finding) for finding in seen.findings),
        problems=problems,
        problem_count=seen.parsed.problem_count,
        unmapped=seen.parsed.unmapped,
        asks=frozenset(finding.code for finding in seen.findings) & {DECIMAL, ORDER},
        parsed=parsed,
    )


def _row(finding: Finding, sentence: Callable[[Finding], str]) -> str:
    return _("Line {line}: {text}").format(line=finding.params["line"], text=sentence(finding))


def _kinds(noun: str) -> Changes:
    """Return what the lists must ask for again; rows written in bulk are not told one by one."""
    from uuid import UUID

    return Changes(frozenset(Ref(kind, UUID(int=0)) for kind in _KIND_OF.get(noun, ())))


def file_reader(path: Path) -> Callable[[], Table]:
    """Return what reads a file: csv, xlsx, ods or xls."""

    def read() -> Table:
        from app.exchange.tables.reading import read_table

        return read_table(path)

    return read


def text_reader(text: str) -> Callable[[], Table]:
    """Return what reads rows copied from a spreadsheet."""
    name = _("Pasted rows")

    def read() -> Table:
        from app.exchange.tables.csv_reading import read_pasted

        return read_pasted(text, name=name)

    return read
