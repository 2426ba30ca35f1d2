"""What can go wrong with the file or the server, each by its name; anything else stays a bug."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.kernel.errors import Conflict, RuleViolation, Unavailable


class FileLocked(Unavailable):
    """Another program is writing to the file and did not finish in time; try again."""

    code = "store.locked"


class FileInUse(Unavailable):
    """Another window or program has the file open; use that one, or close it."""

    code = "store.in_use"


class DiskFull(Unavailable):
    """No room left where the file lies; nothing was written. Free some space and try again."""

    code = "store.disk_full"


class FileDamaged(Unavailable):
    """The file's content is broken; restore the last backup."""

    code = "store.damaged"


class NotADatabase(Unavailable):
    """The file is no SQLite database at all; choose another file."""

    code = "store.not_a_database"


class NotOurDatabase(Unavailable):
    """A database, but of another program; choose another file."""

    code = "store.not_ours"


class FileReadOnly(Unavailable):
    """The file or its folder may only be read."""

    code = "store.read_only"


class FileNotAllowed(Unavailable):
    """This person may not open the file."""

    code = "store.not_allowed"


class FileMissing(Unavailable):
    """No file or folder of this name."""

    code = "store.missing"


class FileExists(Unavailable):
    """A new database may not take the place of a file that is there."""

    code = "store.exists"


class FileReplaced(Unavailable):
    """The file was restored or upgraded by another process since it was opened; open it again."""

    code = "store.replaced"


class FileNewer(Unavailable):
    """The file was written by a newer version; it can be read, not written."""

    code = "store.newer"


class FileOlder(Unavailable):
    """The file must be upgraded before it can be opened."""

    code = "store.older"


class DiskFault(Unavailable):
    """The disk or the network drive failed to read or write."""

    code = "store.disk_fault"


class ServerUnreachable(Unavailable):
    """The database server does not answer or refused the connection."""

    code = "store.server_unreachable"


class RecordChanged(Conflict):
    """Somebody else saved the record since it was read."""

    code = "store.record_changed"


class RecordInUse(RuleViolation):
    """Other records point at this one, so it cannot go."""

    code = "store.record_in_use"


class RecordGone(Conflict):
    """A record this one points at was deleted meanwhile; choose another."""

    code = "store.record_gone"


class RecordFrozen(RuleViolation):
    """An issued document never changes; correct it by a credit note or a revision."""

    code = "store.record_frozen"


FROZEN = "frozen: "
"""How the message of every trigger that guards issued documents and the journal begins."""

_BY_CODE: dict[int, type[Unavailable]] = {
    sqlite3.SQLITE_BUSY: FileLocked,
    sqlite3.SQLITE_LOCKED: FileLocked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_NOTADB: NotADatabase,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_PERM: FileNotAllowed,
    sqlite3.SQLITE_AUTH: FileNotAllowed,
    sqlite3.SQLITE_CANTOPEN: FileNotAllowed,
    sqlite3.SQLITE_IOERR: DiskFault,
    sqlite3.SQLITE_PROTOCOL: FileLocked,
}


@contextmanager
def faults_named(file: str) -> Iterator[None]:
    """Raise what the world did to the file as an `AppError` that names the file.

    Raises:
        Unavailable: One of this module's errors.
        RecordInUse: A row that others point at was to be deleted.
        RecordFrozen: A row of an issued document or of the journal was to be changed.
    """
    try:
        yield
    except Exception as failure:
        named = _of(failure, file)
        if named is None:
            raise
        raise named from failure


def _of(failure: Exception, file: str) -> Exception | None:
    if isinstance(failure, sqlite3.Error):
        return _named(failure, file)
    return (
        _of_the_system(failure, file) if isinstance(failure, OSError) else _through_sqlalchemy(failure, file)
    )


def _named(failure: BaseException, file: str, statement: str = "") -> Exception | None:
    code = getattr(failure, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & 0xFF == sqlite3.SQLITE_CONSTRAINT:
        return _broken_rule(code, failure, statement)
    kind = _BY_CODE.get(code & 0xFF)
    return None if kind is None else kind(file=file)


def _broken_rule(code: int, failure: BaseException, statement: str) -> Exception | None:
    message = str(failure)
    if message.startswith(FROZEN):
        return RecordFrozen(record=message.removeprefix(FROZEN))
    if code not in (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER):
        return None  # a unique key or a check that the rules should have kept: a bug
    return _of_reference(statement or "".join(getattr(failure, "__notes__", ())))


def _of_reference(statement: str) -> Exception:
    """Deleting what others point at, or pointing at what was deleted: the engine calls both the same."""
    return RecordInUse() if statement.lstrip().upper().startswith("DELETE") else RecordGone()


def _of_the_system(failure: OSError, file: str) -> Exception | None:
    import errno

    kinds: dict[int, type[Unavailable]] = {
        errno.ENOSPC: DiskFull,
        errno.EDQUOT: DiskFull,
        errno.EACCES: FileNotAllowed,
        errno.EPERM: FileNotAllowed,
        errno.EROFS: FileReadOnly,
        errno.ENOENT: FileMissing,
        errno.ENOTDIR: FileMissing,
        errno.EISDIR: NotADatabase,
        errno.EEXIST: FileExists,
        errno.EIO: DiskFault,
        errno.ETXTBSY: FileLocked,
        errno.EBUSY: FileLocked,
    }
    kind = kinds.get(failure.errno or 0)
    return None if kind is None else kind(file=file)


def _through_sqlalchemy(failure: Exception, file: str) -> Exception | None:
    """Look into an error SQLAlchemy wrapped; without SQLAlchemy loaded there is none."""
    if "sqlalchemy" not in sys.modules:
        return None
    from sqlalchemy.exc import DBAPIError, OperationalError

    if not isinstance(failure, DBAPIError) or failure.orig is None:
        return None
    statement = failure.statement or ""
    if isinstance(failure.orig, sqlite3.Error):
        return _named(failure.orig, file, statement)
    state = getattr(failure.orig, "sqlstate", None) or ""
    named = _of_the_server(state, statement, file)
    return named or (ServerUnreachable(server=file) if isinstance(failure, OperationalError) else None)


def _of_the_server(state: str, statement: str, file: str) -> Exception | None:
    """Return what a server's code says: PostgreSQL, appendix A."""
    if state in {"23503", "23001"}:
        return _of_reference(statement)
    if state in {"55P03", "40P01", "40001"}:
        return FileLocked(file=file)
    if state == "25006":
        return FileReadOnly(file=file)
    return DiskFull(file=file) if state.startswith("53") else None
