"""SQLAlchemy over the connections the store keeps; imported when a unit of work first speaks SQLAlchemy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool, PoolProxiedConnection

from app.store.connection import SharedConnection
from app.store.faults import faults_named

SERVER_ISOLATION = "READ COMMITTED"
"""Enough with `rev` compared on every save and series locked by their counter row."""

_handed: ContextVar[sqlite3.Connection] = ContextVar("handed")


class BorrowingDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect without a say in transactions: the store begins, commits and rolls back itself."""

    supports_statement_cache = True

    def on_connect(self) -> Callable[[DBAPIConnection], None]:
        """Leave the connection as `app.store.connection` set it up."""
        return _leave

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Do nothing: the store has begun."""

    def do_commit(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Do nothing: the store commits."""

    def do_rollback(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Do nothing: the store rolls back."""


def _leave(_connection: DBAPIConnection) -> None:
    """Do nothing."""


registry.register("sqlite.borrowing", __name__, "BorrowingDialect")


def borrowed(raw: sqlite3.Connection) -> Connection:
    """Return a SQLAlchemy connection that runs on this very connection, inside its transaction."""
    engine = _borrowing_engine()
    token = _handed.set(raw)
    try:
        return engine.connect()
    finally:
        _handed.reset(token)


@cache
def _borrowing_engine() -> Engine:
    """Return the one engine of the process: it holds no connection, only compiled statements."""
    engine = create_engine("sqlite+borrowing://", creator=lambda: _handed.get(), poolclass=NullPool)
    scratch = sqlite3.connect(":memory:", isolation_level=None, factory=SharedConnection)
    token = _handed.set(scratch)  # the first connection asks the engine for its version, outside any work
    engine.connect().close()
    _handed.reset(token)
    scratch.shut()
    return engine


@contextmanager
def server_transaction(url: str) -> Iterator[Connection]:
    """Give one transaction on a server, for work that opens no store; committed at the end.

    Raises:
        ServerUnreachable: The server does not answer.
    """
    engine = server_engine(url)
    try:
        with faults_named(engine.url.render_as_string(hide_password=True)), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def server_engine(url: str) -> Engine:
    """Return the engine of a PostgreSQL server.

    Args:
        url: ``postgresql://user@host:port/database``; psycopg 3 is the driver.
    """
    driver = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(driver, isolation_level=SERVER_ISOLATION, pool_size=4, pool_pre_ping=True)
