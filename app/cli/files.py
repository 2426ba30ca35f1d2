"""``import`` and ``export``: tables in and out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.records import AMOUNTS, DOCUMENTS, document_records
from app.cli.session import Session, finding_facts, shared
from app.exchange.tables.cells import OutCell
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.writing import write_table
from app.services import backups, exports, imports
from app.services.imports import Preview

if TYPE_CHECKING:
    from app.cli.facts import Facts

NOUNS = ("products", "prices", "offers", "customers")


@click.command("import")
@click.argument("noun", type=click.Choice(NOUNS))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "mapping", default=None, type=click.Path(path_type=Path), metavar="MAP.toml")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@shared
def import_group(session: Session, *, noun: str, file: Path, mapping: Path | None, dry_run: bool) -> None:
    """Read a table into the file: all of its rows, or none when one is wrong."""
    with session.application() as application:
        act, backup = application.act(), None
        if dry_run:
            with application.reading() as unit:
                parsed = imports.read(unit, noun=noun, file=file, mapping_file=mapping)
                seen = imports.preview(unit, parsed=parsed, today=act.today)
        else:
            with application.reading() as unit:
                parsed = imports.read(unit, noun=noun, file=file, mapping_file=mapping)
                backup = backups.before_import(unit, act, file=Path(session.place))
            with application.writing(act) as uow:
                seen = imports.carry_out(uow, act, parsed=parsed)
    findings = (*seen.findings, *seen.row_findings)
    facts: Facts = {
        "file": file.name,
        "table": noun,
        "written": not dry_run,
        "backup": str(backup) if backup else None,
        **seen.counts,
        "unmapped": list(seen.parsed.unmapped),
        "findings": [finding_facts(finding) for finding in findings],
    }
    session.show(facts, _told(noun, seen, backup, written=not dry_run))
    session.warn(findings)


@click.command("export")
@click.argument("noun", type=click.Choice((*NOUNS, *DOCUMENTS)), metavar="TABLE")
@click.option("-o", "--output", "file", required=True, type=click.Path(path_type=Path), metavar="FILE")
@shared
def export(session: Session, *, noun: str, file: Path) -> None:
    """Write a table as csv, xlsx or json, by the ending of the file's name."""
    with session.application() as application:
        act = application.act()
        with application.reading() as unit:
            if noun in NOUNS:
                exports.write(unit, act, noun=noun, file=file, overwrite=True)
            else:
                records = document_records(unit, act, noun)
                sheet = _sheet(noun, records, is_typed=file.suffix.lower() == ".xlsx")
                write_table(file, sheet, records, overwrite=True)
    session.show({"table": noun, "file": str(file)}, f"wrote {file}")


def _sheet(noun: str, records: list[Facts], *, is_typed: bool) -> Sheet:
    """A table has no lines: of a document it shows what has one value.

    Args:
        noun: Which documents.
        records: The documents.
        is_typed: Amounts are numbers and days are days, to compute with; else they are the texts of JSON.
    """
    columns = DOCUMENTS[noun]
    cell = _typed_cell if is_typed else _text_cell
    return Sheet(noun, columns, [[cell(name, record[name]) for name in columns] for record in records])


def _text_cell(_column: str, value: object) -> OutCell:
    return None if value is None else str(value)


def _typed_cell(column: str, value: object) -> OutCell:
    if column in AMOUNTS:
        return Decimal(str(value))
    return value if isinstance(value, date | int) else _text_cell(column, value)


def _told(noun: str, seen: Preview, backup: Path | None, *, written: bool) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in seen.counts.items())
    unmapped = f"; not taken: {', '.join(seen.parsed.unmapped)}" if seen.parsed.unmapped else ""
    kept = f"\nthe backup of today is {backup}" if backup else ""
    return f"{noun} {'read' if written else 'looked at'}: {counts}{unmapped}{kept}"
