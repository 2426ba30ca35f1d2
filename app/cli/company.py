"""``init`` and ``company show|set``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.bootstrap import create_application
from app.cli.session import Session, finding_facts, shared
from app.kernel.errors import AppError

if TYPE_CHECKING:
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


@click.command("init")
@click.option("--company", "name", required=True, metavar="NAME")
@click.option("--country", required=True, metavar="CC", help="ISO code: DE, US, CH ...")
@click.option("--sample", is_flag=True, help="Fill it with the sample catalog and customers.")
@shared
def init(session: Session, *, name: str, country: str, sample: bool) -> None:
    """Make a new file with a company."""
    from app.services import company

    file = Path(session.place)
    file.parent.mkdir(parents=True, exist_ok=True)
    with create_application(file) as application:
        act = application.act()
        try:
            with application.writing(act) as uow:
                company.set_up(uow, act, name=name, country=country)
                if sample:
                    from app.services import sample_company

                    sample_company.fill(uow, act)
                made = _facts(uow, act.today)
        except AppError:
            application.close()
            _discard(file)
            raise
    session.show(made, f"made {file} for {name.strip()}")


def _discard(file: Path) -> None:
    """Remove a file that was just made and holds nothing: the next try finds its place free."""
    for name in (file, *(file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm", "-lock"))):
        name.unlink(missing_ok=True)


@click.group("company")
def company_group() -> None:
    """Show and change the company's settings."""


@company_group.command("show")
@shared
def show(session: Session) -> None:
    """Show every setting by its name."""
    with session.application() as application:
        today = application.act().today
        with application.reading() as unit:
            _show(session, unit, today)


@company_group.command("set", context_settings={"ignore_unknown_options": True})
@click.argument("key")
@click.argument("value")
@shared
def change(session: Session, *, key: str, value: str) -> None:
    """Set one setting: company set tax_id DE136695976, company set rate.CHF 1.0417."""
    from app.services import company

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            company.change(uow, act, name=key, text=value)
            _show(session, uow, act.today)


def _show(session: Session, unit: Nouns | UnitOfWork, today: date) -> None:
    from app.services import company

    settings = company.shown(unit, today=today)
    width = max(map(len, settings))
    lines = [f"{name.ljust(width)}  {value}".rstrip() for name, value in settings.items()]
    session.show(_facts(unit, today), "\n".join(lines))


def _facts(unit: Nouns | UnitOfWork, today: date) -> dict[str, object]:
    from app.services import company

    findings = unit.company.get().seller.findings()
    settings = company.shown(unit, today=today)
    return {"settings": settings, "findings": [finding_facts(finding) for finding in findings]}
