"""Put a finished copy in the place of a database file, with nobody else in it, and keep the old one aside."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.store.connection import SharedConnection
from app.store.faults import FileInUse

WAIT_MILLISECONDS = 2_000
"""How long other processes are given to finish before the file counts as in use."""

STAMP = "%Y%m%dT%H%M%SZ"


@contextmanager
def exclusively(file: Path) -> Iterator[sqlite3.Connection]:
    """Hold a file alone: its log is folded in, and nobody else can read or write it until the block ends.

    Raises:
        FileInUse: Somebody has the file open.
        sqlite3.DatabaseError: The file is damaged.
    """
    raw = sqlite3.connect(
        file, timeout=WAIT_MILLISECONDS / 1000, isolation_level=None, factory=SharedConnection
    )
    try:
        try:
            raw.execute("PRAGMA journal_mode=DELETE")  # refused while any other connection is open
            raw.execute("PRAGMA synchronous=FULL")
            raw.execute("PRAGMA locking_mode=EXCLUSIVE")
            raw.execute(
                "BEGIN EXCLUSIVE"
            )  # the lock outlasts the transaction, which a copy could not be made in
            raw.execute("COMMIT")
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise FileInUse(file=str(file), pid=0, host="") from failure
        yield raw
    finally:
        raw.shut()


def copied(source: sqlite3.Connection, copy: Path) -> None:
    """Write a copy of an open database, in one piece and without a log, durable when this returns.

    Raises:
        sqlite3.Error: The disk is full, or a page cannot be read.
    """
    clear(copy)
    target = sqlite3.connect(copy, isolation_level=None)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()
    _flush(copy)


def put_in_place(finished: Path, file: Path) -> None:
    """Rename a finished copy over the file; there is no moment without a file.

    Args:
        finished: The copy, in the same folder, with no log.
        file: The name it takes.

    Raises:
        OSError: The folder cannot be written.
    """
    with suppress(FileNotFoundError):  # a log belongs to the file it was written for
        file.with_name(f"{file.name}-wal").unlink()
    with suppress(FileNotFoundError):
        file.with_name(f"{file.name}-shm").unlink()
    finished.replace(file)
    _flush(file.parent)


def put_in_place_alone(finished: Path, file: Path, at: datetime) -> Path:
    """Do `put_in_place` while nobody else is in the file, and return where the old one is kept.

    Raises:
        FileInUse: Somebody has the file open.
        sqlite3.DatabaseError: The file is too damaged to be opened.
        OSError: The folder cannot be written.
    """
    with exclusively(file):
        aside = keep_aside(file, at)
        if os.name != "nt":
            put_in_place(finished, file)
            return aside
    put_in_place(finished, file)  # Windows renames over no open file; one that is open refuses it
    return aside


def clear(file: Path) -> None:
    """Remove a left-over copy and its logs."""
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)


def keep_aside(file: Path, at: datetime) -> Path:
    """Give the file, and its log if any, a second name that says when it was replaced; return the name."""
    aside = _free_name(file.with_name(f"{file.stem}-replaced-{at.strftime(STAMP)}{file.suffix}"))
    for ending in ("", "-wal"):
        kept = file.with_name(f"{file.name}{ending}")
        if kept.exists():
            _link(kept, aside.with_name(f"{aside.name}{ending}"))
    return aside


def _link(file: Path, name: Path) -> None:
    try:
        name.hardlink_to(file)
    except OSError:  # a file system without links
        shutil.copy2(file, name)


def _free_name(path: Path) -> Path:
    count = 1
    free = path
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free


def _flush(path: Path) -> None:
    """Make a file's content, or a folder's names, durable."""
    if path.is_dir() and os.name == "nt":
        return  # Windows keeps names by itself
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
