"""Where the database, its backups and its lock live on this machine."""

from __future__ import annotations

import os
from pathlib import Path

APPLICATION = "quotewright"
DATABASE_VARIABLE = "QUOTEWRIGHT_DB"


def data_folder() -> Path:
    """Return the person's data folder for this application, as the system names it (not created)."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def default_file() -> Path:
    """Return the database a start without `--db` opens: QUOTEWRIGHT_DB if set, else the data folder's."""
    named = os.environ.get(DATABASE_VARIABLE, "")
    return Path(named) if named else data_folder() / f"{APPLICATION}.db"


def sample_file() -> Path:
    """Return the sample company's own database, so that removing it touches nothing else."""
    return data_folder() / "sample.db"


def backup_folder(file: Path) -> Path:
    """Return the folder beside a database that keeps its backups."""
    return file.with_name(f"{file.stem}-backups")


def lock_file(file: Path) -> Path:
    """Return the lock beside a database."""
    return file.with_name(f"{file.name}-lock")
