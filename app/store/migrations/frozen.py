"""The SQL of a migration, frozen as text, so that later changes of the tables cannot change the past."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "versions"
ENGINES = ("sqlite", "postgresql")

RELEASED: dict[str, str] = {}
"""File name -> SHA-256 of every snapshot that has reached a user; `freeze` refuses to write it again."""

_END = ";\n\n"


def path_of(name: str, engine: str) -> Path:
    """Return the file of a snapshot."""
    return FOLDER / f"{name}.{engine}.sql"


def statements(name: str, engine: str) -> tuple[str, ...]:
    """Return the statements of a snapshot, in order."""
    return tuple(path_of(name, engine).read_text(encoding="utf-8").removesuffix(_END).split(_END))


def joined(all_statements: tuple[str, ...]) -> str:
    """Return the text of a snapshot."""
    return "".join(f"{statement}{_END}" for statement in all_statements)


def digest(path: Path) -> str:
    """Return the hash by which a released snapshot is known."""
    return sha256(path.read_bytes()).hexdigest()
