"""Open a database by its name: a file, upgraded when it is older, or a server."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.store.creation import create_file
from app.store.faults import FileOlder
from app.store.lock import InstanceLock
from app.store.postgres import PostgresServer, is_server
from app.store.records import RandomBits
from app.store.sqlite_file import SqliteFile
from app.store.store import Store


def open_store(
    place: str | Path, *, at: datetime, random_bits: RandomBits, lock: InstanceLock | None = None
) -> Store:
    """Return an open store; an older file is backed up and upgraded first, a newer one opens read-only.

    Args:
        place: Path of a file, or ``postgresql://user@host/database``.
        at: The instant, UTC; it names the backup of an upgrade.
        random_bits: Where the randomness of ids comes from.
        lock: The file's lock when the caller, a window, holds it.

    Raises:
        Unavailable: The file or server cannot be opened; the error names it and says why.
    """
    if is_server(str(place)):
        return Store(PostgresServer(str(place)), random_bits)
    file = Path(place)
    try:
        return Store(SqliteFile(file), random_bits)
    except FileOlder:
        from app.store.upgrade import upgrade_file

        upgrade_file(file, at, lock)
        return Store(SqliteFile(file), random_bits)


def create_store(file: Path, *, at: datetime, random_bits: RandomBits) -> Store:
    """Make a new file and return it open.

    Raises:
        FileExists: There is a file of this name.
        Unavailable: The folder cannot be written.
    """
    create_file(file, at=at, random_bits=random_bits)
    return Store(SqliteFile(file), random_bits)
