"""Backups: a verified copy while the file is in use, a rotation, and the way back."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.kernel.errors import Unavailable
from app.kernel.findings import Finding
from app.store.connection import connect, connect_unwritable
from app.store.faults import FileDamaged, FileMissing, NotADatabase, NotOurDatabase, faults_named
from app.store.location import backup_folder
from app.store.lock import InstanceLock
from app.store.records import Ids, Records
from app.store.replacing import STAMP, clear, copied, keep_aside, put_in_place, put_in_place_alone
from app.store.transaction import SqliteTransaction
from app.store.unit_of_work import Reading
from app.store.verify import verify
from app.store.version import APPLICATION_ID, SCHEMA_VERSION

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""Backups kept: the last of each of so many days, weeks and months that have one."""

STALE = timedelta(hours=1)
"""Age from which a copy that was never finished is nobody's work any more."""

_PART = re.compile(r"-(\d{8}T\d{6}Z)\.db\.part(?:-wal|-shm|-journal)?$")
_NAME = re.compile(r"-(\d{8}T\d{6}Z)(?:-\d+)?\.db$")


class BackupBroken(Unavailable):
    """The copy did not pass its proof; choose another backup, or look after the disk."""

    code = "store.backup_broken"


class FileFaulty(BackupBroken):
    """The file itself does not pass the proof, so no copy of it is a backup; restore one that passes."""

    code = "store.file_faulty"


class BackupNewer(Unavailable):
    """The backup was written by a newer version, which alone can write it; install that version."""

    code = "store.backup_newer"


def make_backup(file: Path, at: datetime, folder: Path | None = None) -> Path:
    """Copy the file as it is now, prove the copy, drop the backups that are too many.

    Writers may go on meanwhile; the copy shows the moment it began.

    Args:
        file: The database.
        at: The instant, UTC; it names the backup.
        folder: Where to, by default a folder beside the file.

    Returns:
        The backup.

    Raises:
        FileFaulty: The file itself does not pass the proof; no backup was made.
        BackupBroken: The copy did not pass its proof; it was removed.
        Unavailable: The file cannot be read, or the folder cannot be written.
    """
    with faults_named(str(file)):
        source = connect(file, read_only=True)
        try:
            target = folder or backup_folder(file)
            target.mkdir(parents=True, exist_ok=True)
            sweep(target, file.stem, at)
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the snapshot begins here
            made = copy_and_prove(source, target / f"{file.stem}-{at.strftime(STAMP)}.db")
        finally:
            source.shut()
    rotate(target, file.stem)
    return made


def copy_and_prove(source: sqlite3.Connection, name: Path) -> Path:
    """Write a copy under a name that is free, proven before it gets the name.

    Raises:
        FileFaulty: The source does not pass either.
        BackupBroken: The copy did not pass.
    """
    building = name.with_name(f"{name.name}.part")
    try:
        copied(source, building)
        bad = fault_of(building)
        if bad is not None:
            if _fault_in(source) is not None:
                raise FileFaulty(file=source.execute("PRAGMA database_list").fetchone()[2], reason=bad.code)
            raise BackupBroken(file=str(name), reason=bad.code)
        free, count = name, 1
        while free.exists():
            count += 1
            free = name.with_name(f"{name.stem}-{count}{name.suffix}")
        building.rename(free)
    finally:
        clear(building)
    return free


def backups(folder: Path, stem: str) -> dict[Path, datetime]:
    """Return the backups of a file and when they were made, oldest first."""
    found = {
        path: datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
        for path in folder.glob(f"{stem}-*.db")
        if (match := _NAME.search(path.name)) and path.name[: match.start()] == stem
    }
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


def is_due(file: Path, at: datetime, folder: Path | None = None) -> bool:
    """Test whether the day has no backup yet."""
    made = backups(folder or backup_folder(file), file.stem).values()
    return all(moment.date() != at.date() for moment in made)


def rotate(folder: Path, stem: str) -> tuple[Path, ...]:
    """Remove the backups that are too many and return them."""
    made = backups(folder, stem)
    wanted = kept(made.values())
    surplus = tuple(path for path, moment in made.items() if moment not in wanted)
    for path in surplus:
        path.unlink(missing_ok=True)
    return surplus


def sweep(folder: Path, stem: str, at: datetime) -> None:
    """Remove what backups that were killed an hour ago or longer have left half done."""
    for path in folder.glob(f"{stem}-*.db.part*"):
        match = _PART.search(path.name)
        if match and path.name[: match.start()] == stem:
            begun = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
            if begun <= at - STALE:
                path.unlink(missing_ok=True)


def kept(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return which backups stay: the last of 7 days, of 4 weeks and of 12 months that have one."""
    newest_first = sorted(moments, reverse=True)
    rules: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAILY, lambda moment: moment.date()),
        (WEEKLY, lambda moment: moment.isocalendar()[:2]),
        (MONTHLY, lambda moment: (moment.year, moment.month)),
    )
    return frozenset().union(*(_last_of_each(newest_first, count, span) for count, span in rules))


def _last_of_each(
    newest_first: Iterable[datetime], count: int, span: Callable[[datetime], Hashable]
) -> frozenset[datetime]:
    last: dict[Hashable, datetime] = {}
    for moment in newest_first:
        last.setdefault(span(moment), moment)
    return frozenset(list(last.values())[:count])


def restore(file: Path, backup: Path, at: datetime, lock: InstanceLock | None = None) -> Path | None:
    """Put a proven backup in the place of the file and keep the replaced file aside.

    Args:
        file: The database; it may be damaged or missing.
        backup: Any backup of this application.
        at: The instant, UTC.
        lock: The lock of the file when the caller holds it; the caller's store must be closed.

    Returns:
        Where the replaced file is kept, None when there was none.

    Raises:
        BackupBroken: The backup did not pass its proof; nothing was touched.
        BackupNewer: A newer version wrote the backup; nothing was touched.
        FileInUse: Another process has the file open.
        Unavailable: A file cannot be read or written.
    """
    if file.is_dir():
        raise NotADatabase(file=str(file))
    _require_sound(backup)
    own = None if lock else InstanceLock(file)
    try:
        return _restore(file, backup, at)
    finally:
        if own:
            own.release()


def _require_sound(backup: Path) -> None:
    try:
        with faults_named(str(backup)):
            if not backup.exists():
                raise FileMissing(file=str(backup))
            if backup.is_dir():
                raise NotADatabase(file=str(backup))
            _require_known(backup)
            bad = fault_of(backup)
    except FileDamaged as damaged:
        raise BackupBroken(file=str(backup), reason="verify.page_damaged") from damaged
    if bad is not None:
        raise BackupBroken(file=str(backup), reason=bad.code)


def _require_known(backup: Path) -> None:
    raw = connect_unwritable(backup)
    try:
        ours = raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if ours and raw.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
            raise BackupNewer(file=str(backup))
    finally:
        raw.shut()


def _restore(file: Path, backup: Path, at: datetime) -> Path | None:
    building = file.with_name(f"{file.name}-new")
    with faults_named(str(file)):
        file.parent.mkdir(parents=True, exist_ok=True)
        source = connect_unwritable(backup)
        try:
            copied(source, building)
        finally:
            source.shut()
        return _put_alone(building, file, at)


def _put_alone(building: Path, file: Path, at: datetime) -> Path | None:
    """Put the copy in place with nobody in the file; a file too damaged to be opened has nobody in it."""
    if not file.exists():
        put_in_place(building, file)
        return None
    try:
        return put_in_place_alone(building, file, at)
    except sqlite3.DatabaseError:
        aside = keep_aside(file, at)
        put_in_place(building, file)
        return aside


def fault_of(file: Path) -> Finding | None:
    """Return what is wrong with a copy that nobody has open: its pages, its references or its journal.

    Raises:
        NotOurDatabase: It is a database of another program.
        sqlite3.Error: It is no database, or cannot be read.
    """
    raw = connect_unwritable(file)
    try:
        if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotOurDatabase(file=str(file))
        return _fault_in(raw)
    finally:
        raw.shut()


def _fault_in(raw: sqlite3.Connection) -> Finding | None:
    from app.store.checks import quick_checks

    reading = Reading(Records(SqliteTransaction(raw), Ids(lambda _bits: 0)))
    return next((verdict.bad for verdict in verify(reading, quick_checks()) if not verdict.ok), None)
