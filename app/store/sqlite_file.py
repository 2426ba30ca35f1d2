"""A SQLite file as the store keeps it open: one writing connection, a few for readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, get_ident

from app.kernel.errors import Unavailable
from app.store.connection import SharedConnection, connect, connect_unwritable
from app.store.faults import FileNewer, FileOlder, FileReadOnly, FileReplaced, NotOurDatabase, faults_named
from app.store.transaction import SqliteTransaction
from app.store.version import APPLICATION_ID, SCHEMA_VERSION

_READERS_KEPT = 4
_CANNOT_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


class NestedWriting(RuntimeError):
    """A unit of work was opened inside another on the same thread: a bug, one action is one transaction."""


class SqliteFile:
    """An open database file of this schema; a newer one, or one on a medium without writing, only to read."""

    def __init__(self, file: Path) -> None:
        """Open the file.

        Raises:
            Unavailable: It is missing, locked, damaged, not allowed, none of ours, or older than this schema.
        """
        self.file = file
        self.refusal: Unavailable | None = None
        self._closed = False
        self._turn = Lock()
        self._writing_thread: int | None = None
        self._readers: list[SharedConnection] = []
        with faults_named(self.name):
            self._writer = self._open()
            try:
                self._check_version()
            except BaseException:
                self._writer.shut()
                raise
            self._identity = _identity(file)

    @property
    def name(self) -> str:
        """Return the file's path."""
        return str(self.file)

    def close(self) -> None:
        """Close every connection; the last one folds the log back into the file."""
        self._closed = True  # a reader still at work is closed when it comes back
        while reader := self._idle_reader():
            reader.shut()
        self._writer.shut()

    @contextmanager
    def write(self) -> Iterator[SqliteTransaction]:
        """Open a writing transaction, one at a time, committed at the end.

        Raises:
            FileReplaced: Another process restored or upgraded the file.
        """
        if self._writing_thread == get_ident():
            raise NestedWriting
        with self._turn:
            self._writing_thread = get_ident()
            try:
                yield from self._write()
            finally:
                self._writing_thread = None

    @contextmanager
    def read(self) -> Iterator[SqliteTransaction]:
        """Open a snapshot on a reader of its own."""
        reader = self._idle_reader() or self._connect_reader()
        transaction = SqliteTransaction(reader)
        try:
            reader.execute("BEGIN")
            yield transaction
        finally:
            transaction.roll_back()
            self._put_back(reader)

    def _write(self) -> Iterator[SqliteTransaction]:
        self._writer.execute("BEGIN IMMEDIATE")
        transaction = SqliteTransaction(self._writer)
        try:
            self._check_identity()
            yield transaction
            transaction.commit()
        except BaseException:
            transaction.roll_back()
            raise

    def _check_identity(self) -> None:
        """Refuse to write into a file that no longer stands under its name: nobody would find it again."""
        try:
            same = _identity(self.file) == self._identity
        except FileNotFoundError:
            same = False
        if not same:
            raise FileReplaced(file=self.name)

    def _open(self) -> SharedConnection:
        try:
            connection = connect(self.file)
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & 0xFF not in _CANNOT_WRITE or _has_log(self.file):
                raise
            self.refusal = FileReadOnly(file=self.name)
            return connect_unwritable(self.file)
        return connection

    def _check_version(self) -> None:
        application = self._writer.execute("PRAGMA application_id").fetchone()[0]
        version = self._writer.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise NotOurDatabase(file=self.name)
        if version < SCHEMA_VERSION:
            raise FileOlder(file=self.name, version=version, current=SCHEMA_VERSION)
        if version > SCHEMA_VERSION:
            self.refusal = FileNewer(file=self.name, version=version, current=SCHEMA_VERSION)
            self._writer.execute("PRAGMA query_only=ON")

    def _idle_reader(self) -> SharedConnection | None:
        try:
            return self._readers.pop()
        except IndexError:
            return None

    def _connect_reader(self) -> SharedConnection:
        if isinstance(self.refusal, FileReadOnly):
            return connect_unwritable(self.file)
        return connect(self.file, read_only=True)

    def _put_back(self, reader: SharedConnection) -> None:
        if len(self._readers) < _READERS_KEPT and not self._closed:
            self._readers.append(reader)
        else:
            reader.shut()


def _identity(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino


def _has_log(file: Path) -> bool:
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0
