"""Backups of the open file: one made now, and those there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.access.permissions import Permission, permit
from app.store.holdings import holds_records

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was proven when it was made.

    Attributes:
        file: Where it lies.
        made_at: When, in UTC.
    """

    file: Path
    made_at: datetime


def make(act: Act, *, file: Path) -> Path:
    """Copy the file beside it, prove the copy and drop the backups that are too many; return the copy.

    Others may go on writing meanwhile; the copy shows the moment it began.

    Raises:
        NotPermittedHere: The person may not make backups.
        BackupBroken: The copy did not pass its proof; it was removed.
        Unavailable: The file cannot be read, or the folder cannot be written.
    """
    from app.store.backup import make_backup

    permit(act.actor, Permission.BACKUP)
    return make_backup(file, act.at)


def before_import(unit: Nouns, act: Act, *, file: Path) -> Path | None:
    """Return the backup of today, made now where the day has none; None for a file that holds nothing yet.

    Args:
        unit: Any unit of the file, not one that writes.
        act: Who imports, and when.
        file: The database; nothing is copied where it is no file but a server.

    Raises:
        NotPermittedHere: The person may not make backups.
        BackupBroken: The copy did not pass its proof; nothing should be imported.
        Unavailable: The file cannot be read, or the folder cannot be written.
    """
    from app.store.backup import is_due

    if not file.is_file() or not holds_records(unit.records.transaction):
        return None
    if is_due(file, act.at):
        return make(act, file=file)
    return next(backup.file for backup in made(file) if backup.made_at.date() == act.at.date())


def made(file: Path) -> tuple[Backup, ...]:
    """Return the backups of a file, newest first."""
    from app.store.backup import backups
    from app.store.location import backup_folder

    found = backups(backup_folder(file), file.stem)
    return tuple(Backup(path, at) for path, at in reversed(found.items()))
