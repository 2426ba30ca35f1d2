"""Long work on the whole file: a backup, and the proof that everything is in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from ui.kit.progress import Cancelled, LongJob, Report
from ui.widgets.findings import ShownFinding, shown

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.shell.session import CompanyFile, Unit

STOPPED = "verify.cancelled"
"""Code of the refusal that only says that the person stopped the proof."""


def backup_job(file: CompanyFile, parent: QObject | None = None) -> LongJob:
    """Return the making of a backup; it succeeds with the backup's path."""

    def work(_report: Report, _cancelled: Cancelled) -> Path:
        from app.services import backups

        return backups.make(file.act(""), file=file.path)

    return LongJob(_("Backing up"), work, parent)


def check_job(file: CompanyFile, parent: QObject | None = None) -> LongJob:
    """Return the proof of the whole file; it succeeds with the number of checks and what they found."""

    def work(report: Report, cancelled: Cancelled) -> tuple[int, tuple[ShownFinding, ...]]:
        from app.services import verification

        def reached(check: str, done: int, of: int) -> None:
            report(done, of, check)

        with file.reading() as opened:
            unit: Unit = opened
            verdicts = verification.verify(unit, verification.watch(reached, cancelled))
        bad = tuple(shown(verdict.bad) for verdict in verdicts if verdict.bad is not None)
        return len(verdicts), bad

    return LongJob(_("Checking the file"), work, parent)
