"""Write the first schema as it is now: ``python -m app.store.migrations.freeze``.

Until the first release every change of a table is followed by this command; a test says so when it was
forgotten. After the release (its hash stands in `frozen.RELEASED`) the snapshot is closed, and a change needs
a migration: ``--propose`` prints what Alembic would write into it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from sqlalchemy import create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from app.store import schema
from app.store.migrations.frozen import ENGINES, RELEASED, joined, path_of

FIRST = "0001_first"
LEFT_TO_ALEMBIC = "alembic_version"


def current_statements(engine: str) -> tuple[str, ...]:
    """Return the statements that make every table and index on this engine."""
    said: list[str] = []
    url = "sqlite://" if engine == "sqlite" else "postgresql+psycopg://"

    def note(element: ExecutableDDLElement, *_: object, **__: object) -> None:
        lines = str(element.compile(dialect=mock.dialect)).strip().splitlines()
        said.append("\n".join(line.rstrip() for line in lines))

    mock = create_mock_engine(url, note)
    tables = [table for table in schema.tables().sorted_tables if table.name != LEFT_TO_ALEMBIC]
    schema.tables().create_all(mock, tables=tables, checkfirst=False)
    return tuple(_indexes_in_order(said))


def _indexes_in_order(statements: Iterable[str]) -> Iterator[str]:
    """Yield the statements, the indexes of each table by name: a table holds them as a set."""
    for is_index, run in groupby(statements, key=_makes_an_index):
        together = list(run)
        yield from sorted(together) if is_index else together


def _makes_an_index(statement: str) -> bool:
    return " INDEX " in statement.split("(", 1)[0]


def freeze() -> tuple[str, ...]:
    """Write the snapshot of both engines and return the names of the files that changed.

    Raises:
        SystemExit: The snapshot was released.
    """
    changed = []
    for engine in ENGINES:
        path, text = path_of(FIRST, engine), joined(current_statements(engine))
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if path.name in RELEASED:
            raise SystemExit(f"{path.name} was released: write the next migration (--propose)")
        path.write_text(text, encoding="utf-8")
        changed.append(path.name)
    return tuple(changed)


def propose() -> str:
    """Return what Alembic would write into the next migration."""
    from app.store.migrations.difference import difference_as_code

    return difference_as_code()


def main(arguments: list[str], out: TextIO) -> None:
    """Run the command."""
    if arguments == ["--propose"]:
        out.write(propose() + "\n")
    else:
        out.write("\n".join(freeze()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout)
