"""A database of an older schema that no real version ever had, and the migration that upgrades it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.store.checks.file import CHECKS
from app.store.migrations import __file__ as our_migrations
from app.store.upgrade import Migrations
from app.store.verify import Check
from app.store.version import APPLICATION_ID

CHILDREN = 200

_TRIGGER = (
    "CREATE TRIGGER parent_no_delete BEFORE DELETE ON parent BEGIN SELECT RAISE(ABORT, 'frozen: parent'); END"
)
_FIRST = """
from alembic import op
revision = "0001"
down_revision = None
def upgrade():
    pass
"""
_SECOND = """
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.alter_column("name", new_column_name="said")
        batch.add_column(sa.Column("more", sa.Text, nullable=True))
    op.execute("UPDATE parent SET more = said")
    {more}
"""


@dataclass(frozen=True)
class Contents:
    version: int
    children: int
    parent_columns: tuple[str, ...]
    triggers: set[str]
    intact: bool


def an_old_file(file: Path) -> Path:
    """Return a file of version 1: parents with children that go with them, and a trigger."""
    file.parent.mkdir(exist_ok=True)
    raw = sqlite3.connect(file, isolation_level=None)
    raw.executescript(
        f"""
        PRAGMA journal_mode=WAL;
        PRAGMA application_id={APPLICATION_ID};
        PRAGMA user_version=1;
        CREATE TABLE alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT;
        INSERT INTO alembic_version VALUES ('0001');
        CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE child (parent_id TEXT NOT NULL REFERENCES parent(id) ON DELETE CASCADE) STRICT;
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY, format INTEGER, at INTEGER, actor TEXT, device TEXT, kind TEXT,
            subject_kind TEXT, subject_id TEXT, number TEXT, facts TEXT, previous TEXT, hash TEXT
        ) STRICT;
        {_TRIGGER};
        """
    )
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO parent VALUES (?, 'x')", [(f"p{n}",) for n in range(20)])
    raw.executemany("INSERT INTO child VALUES (?)", [(f"p{n % 20}",) for n in range(CHILDREN)])
    raw.execute("COMMIT")
    raw.close()
    return file


def some_migrations(
    folder: Path,
    more: str = "",
    checks: tuple[Check, ...] = CHECKS,
    rows_change: Iterable[str] = (),
) -> Migrations:
    """Return migrations 0001 and 0002 in a folder of their own; `more` is a last line of the second."""
    place = folder / "migrations"
    (place / "versions").mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(our_migrations).with_name("env.py"), place / "env.py")
    (place / "versions" / "m0001.py").write_text(_FIRST)
    (place / "versions" / "m0002.py").write_text(_SECOND.format(more=more or "pass"))
    return Migrations(
        place, 2, lambda raw: raw.execute(_TRIGGER) and None, lambda: checks, frozenset(rows_change)
    )


def contents(file: Path) -> Contents:
    raw = sqlite3.connect(file, isolation_level=None)
    try:
        return Contents(
            raw.execute("PRAGMA user_version").fetchone()[0],
            raw.execute("SELECT count(*) FROM child").fetchone()[0],
            tuple(row[1] for row in raw.execute("PRAGMA table_info(parent)")),
            {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")},
            raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)],
        )
    finally:
        raw.close()
