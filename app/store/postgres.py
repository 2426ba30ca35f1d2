"""A PostgreSQL server (15 or newer) behind the same face as a file; triggers and search come with the hub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.kernel.errors import Unavailable
from app.store.faults import FileNewer, FileOlder, NotOurDatabase, ServerUnreachable, faults_named
from app.store.transaction import ServerTransaction
from app.store.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMES = ("postgresql://", "postgres://")
OLDEST = 15


class PostgresServer:
    """A database on a server, of this schema."""

    def __init__(self, url: str) -> None:
        """Connect.

        Raises:
            ServerUnreachable: The server does not answer, or is older than PostgreSQL 15.
            NotOurDatabase: The database has no tables of ours.
            FileOlder: Its schema must be upgraded first.
        """
        from app.store.engine import server_engine

        self._engine = server_engine(_canonical(url))
        self.name = self._engine.url.render_as_string(hide_password=True)
        self.refusal: Unavailable | None = None
        try:
            with faults_named(self.name), self._engine.connect() as connection:
                self._check_version(connection)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def write(self) -> Iterator[ServerTransaction]:
        """Open a writing transaction, committed at the end."""
        with self._engine.connect() as connection:
            transaction = ServerTransaction(connection)
            try:
                yield transaction
                transaction.commit()
            except BaseException:
                transaction.roll_back()
                raise

    @contextmanager
    def read(self) -> Iterator[ServerTransaction]:
        """Open a snapshot that cannot write."""
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._engine.connect() as connection:
            transaction = ServerTransaction(connection.execution_options(**options))
            try:
                yield transaction
            finally:
                transaction.roll_back()

    def _check_version(self, connection: Connection) -> None:
        transaction = ServerTransaction(connection)
        number = int(transaction.rows("SHOW server_version_num")[0][0])
        if number < OLDEST * 10_000:
            raise ServerUnreachable(server=self.name)
        if transaction.rows("SELECT to_regclass('meta')")[0][0] is None:
            raise NotOurDatabase(file=self.name)
        found = transaction.rows("SELECT version_num FROM alembic_version")
        version = int(found[0][0]) if found else 0
        if version < SCHEMA_VERSION:
            raise FileOlder(file=self.name, version=version, current=SCHEMA_VERSION)
        if version > SCHEMA_VERSION:
            self.refusal = FileNewer(file=self.name, version=version, current=SCHEMA_VERSION)


def is_server(place: str) -> bool:
    """Test whether the text names a server and not a file."""
    return place.startswith(SCHEMES)


def _canonical(url: str) -> str:
    return url.replace("postgres://", "postgresql://", 1)
