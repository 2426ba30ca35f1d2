"""Open one SQLite connection with the settings that keep acknowledged data (architecture.md, "The store")."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.store.faults import FileMissing, NotADatabase

BUSY_MILLISECONDS = 5_000
"""How long a writer waits for another process before it says the file is locked."""

_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA recursive_triggers=ON",  # INSERT OR REPLACE fires the delete triggers too
    "PRAGMA cache_size=-8000",  # KiB, per connection
    "PRAGMA journal_size_limit=67108864",  # what a large import left of the log is given back
    "PRAGMA mmap_size=0",  # a page that cannot be read is an error here, with a map it ends the process
    "PRAGMA temp_store=MEMORY",
)


class SharedConnection(sqlite3.Connection):
    """A connection the store keeps; SQLAlchemy may borrow it but not close it."""

    def close(self) -> None:
        """Do nothing: the borrower is done with it, the store is not."""

    def shut(self) -> None:
        """Close the file handle."""
        super().close()


def connect(file: Path, *, read_only: bool = False, create: bool = False) -> SharedConnection:
    """Return an open connection in autocommit mode; transactions are begun by hand.

    A reader refuses writes by `query_only` and still opens the file writable, since reading a file in
    WAL mode needs its shared memory.

    Raises:
        FileMissing: The file is not there and `create` was not said.
        NotADatabase: It is a folder.
        sqlite3.Error: The file cannot be opened; see `app.store.faults.faults_named`.
    """
    if not create and not file.exists():
        raise FileMissing(file=str(file))
    if file.is_dir():
        raise NotADatabase(file=str(file))
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
        factory=SharedConnection,
    )
    try:
        configure(connection, read_only=read_only)
    except BaseException:
        connection.shut()
        raise
    return connection


def connect_unwritable(file: Path) -> SharedConnection:
    """Return a connection to a file on a medium that cannot be written: no log, no locks.

    Raises:
        sqlite3.Error: The file cannot be opened.
    """
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=SharedConnection,
    )
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def configure(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Set what every connection to a file in use has.

    Raises:
        sqlite3.Error: The file is damaged, locked or no database.
    """
    for setting in _SETTINGS:
        connection.execute(setting)
    if not read_only:
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if read_only:
        connection.execute("PRAGMA query_only=ON")
