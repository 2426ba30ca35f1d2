"""``init`` and ``company show|set``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.bootstrap import create_application
from app.cli.session import Session, finding_facts, shared
from app.company.settings import shown
from app.kernel.errors import AppError

if TYPE_CHECKING:
    from app.company.company import Company


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
                made = company.set_up(uow, act, name=name, country=country)
                if sample:
                    from app.services import sample_company

                    sample_company.fill(uow, act)
        except AppError:
            application.close()
            _discard(file)
            raise
    _show(session, made, f"made {file} for {made.seller.name}")


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
    with session.application() as application, application.reading() as unit:
        _show(session, unit.company.get(), "")


@company_group.command("set")
@click.argument("key")
@click.argument("value")
@shared
def change(session: Session, *, key: str, value: str) -> None:
    """Set one setting: company set tax_id DE136695976."""
    from app.services import company

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            saved = company.change(uow, act, name=key, text=value)
        _show(session, saved, "")


def _show(session: Session, company: Company, headline: str) -> None:
    settings = shown(company)
    width = max(map(len, settings))
    lines = [f"{name.ljust(width)}  {value}" for name, value in settings.items()]
    findings = company.seller.findings()
    facts = {"settings": settings, "findings": [finding_facts(finding) for finding in findings]}
    session.show(facts, headline or "\n".join(lines))
