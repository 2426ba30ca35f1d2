"""``verify``, ``backup`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

import click

from app.bootstrap import now
from app.cli.session import REFUSED, Session, finding_facts, shared


@click.command("verify")
@shared
def verify(session: Session) -> int:
    """Prove the whole file: every sum, hash, number and chain. Exit code 1 when something is wrong."""
    from app.i18n.messages import sentence
    from app.services import verification

    with session.application() as application, application.reading() as unit:
        verdicts = verification.verify(unit)
    bad = [verdict for verdict in verdicts if verdict.bad is not None]
    facts = {
        "ok": not bad,
        "checks": [
            {"check": each.check, "ok": each.ok, "finding": finding_facts(each.bad) if each.bad else None}
            for each in verdicts
        ],
    }
    lines = [f"{each.check}: {sentence(each.bad)}" for each in bad if each.bad]
    session.show(facts, "\n".join(lines) or f"verify: {len(verdicts)} checks, all in order")
    return REFUSED if bad else 0


@click.command("backup")
@shared
def backup(session: Session) -> None:
    """Copy the file beside it and prove the copy."""
    from app.store.backup import make_backup

    made = make_backup(Path(session.place), now())
    session.show({"file": str(made)}, f"wrote {made}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@shared
def restore(session: Session, *, file: Path) -> None:
    """Put a proven backup in the place of the file; what it replaces is kept aside."""
    from app.store.backup import restore as put_back

    aside = put_back(Path(session.place), file, now())
    kept = str(aside) if aside else None
    text = f"restored {session.place}" + (f"; the replaced file is {kept}" if kept else "")
    session.show({"file": session.place, "replaced": kept}, text)
