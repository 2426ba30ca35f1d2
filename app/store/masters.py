"""Write rows of master data: what was read must still stand; the bin keeps what is thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from app.kernel.errors import RuleViolation
from app.store.faults import RecordChanged
from app.store.native import to_native
from app.store.records import Records

STAMPS = ("id", "rev", "version", "binned", "created_at", "created_by", "updated_at", "updated_by")


class CodeTaken(RuleViolation):
    """Another record has this SKU, reference or code already; it may lie in the bin."""

    code = "store.code_taken"


class Saved(NamedTuple):
    """What the record carries from now on."""

    rev: UUID
    version: int


class Master:
    """A table of master data.

    Attributes:
        name: Of the table, which is also the kind of its `Ref`.
        key: The unique column people know a record by.
        columns: The noun's own columns, `key` among them.
    """

    def __init__(self, name: str, key: str, columns: tuple[str, ...]) -> None:
        self.name = name
        self.key = key
        self.columns = columns

    @cached_property
    def select(self) -> str:
        """Return the statement up to its condition: id, rev, version, then the noun's columns."""
        return f"SELECT id, rev, version, {', '.join(self.columns)} FROM {self.name}"

    @cached_property
    def insert(self) -> str:
        """Return the statement that adds a row."""
        names = (*STAMPS, *self.columns)
        return f"INSERT INTO {self.name} ({', '.join(names)}) VALUES ({', '.join(f':{n}' for n in names)})"

    @cached_property
    def update(self) -> str:
        """Return the statement that replaces the row that was read; it returns the id when it did."""
        moved = ("rev", "version", "updated_at", "updated_by", *self.columns)
        assignments = ", ".join(f"{name} = :{name}" for name in moved)
        return f"UPDATE {self.name} SET {assignments} WHERE id = :id AND rev = :read_rev RETURNING id"


def save(
    records: Records, master: Master, record: UUID, read_version: int, values: Mapping[str, object]
) -> Saved:
    """Insert a new record or replace the one that was read.

    Args:
        records: The open unit.
        master: The table.
        record: Id of the record.
        read_version: The version the value carries; anything for a new record.
        values: Every one of the noun's own columns.

    Returns:
        The new token and version; the version is 1 when the record is new.

    Raises:
        CodeTaken: Another record has the same key.
        RecordChanged: Somebody saved it since it was read.
    """
    _require_free(records, master, record, values[master.key])
    known = standing(records, master, record)
    if known is None:
        return _insert(records, master, record, values)
    if known.version != read_version:
        raise RecordChanged(kind=master.name, id=str(record))
    parameters = {**_moved(records), **values, "id": record, "read_rev": known.rev}
    parameters["version"] = known.version + 1
    if not records.transaction.rows(master.update, to_native(records.transaction.dialect, parameters)):
        raise RecordChanged(kind=master.name, id=str(record))
    records.touch(master.name, record)
    return _saved(parameters)


def standing(records: Records, master: Master, record: UUID) -> Saved | None:
    """Return the token and version a record has in the file, None when it is not there."""
    found = records.transaction.rows(
        f"SELECT rev, version FROM {master.name} WHERE id = :id",
        to_native(records.transaction.dialect, {"id": record}),
    )
    return Saved(UUID(str(found[0][0])), int(found[0][1])) if found else None


def put_in_bin(records: Records, master: Master, record: UUID, *, binned: bool) -> bool:
    """Move a record into the bin or back out of it; False when there is none of this id."""
    parameters = {**_moved(records), "id": record, "binned": binned}
    found = records.transaction.rows(
        f"UPDATE {master.name} SET binned = :binned, rev = :rev, version = version + 1, "
        "updated_at = :updated_at, updated_by = :updated_by WHERE id = :id RETURNING id",
        to_native(records.transaction.dialect, parameters),
    )
    records.touch(master.name, record)
    return bool(found)


def is_binned(records: Records, master: Master, record: UUID) -> bool:
    """Test whether the record lies in the bin."""
    found = records.transaction.rows(
        f"SELECT binned FROM {master.name} WHERE id = :id",
        to_native(records.transaction.dialect, {"id": record}),
    )
    return bool(found and found[0][0])


def _insert(records: Records, master: Master, record: UUID, values: Mapping[str, object]) -> Saved:
    stamp = records.stamp
    parameters = {**_moved(records), **values, "id": record, "version": 1, "binned": False}
    parameters |= {"created_at": stamp.at, "created_by": stamp.by}
    records.transaction.rows(master.insert, to_native(records.transaction.dialect, parameters))
    records.touch(master.name, record)
    return _saved(parameters)


def _moved(records: Records) -> dict[str, object]:
    stamp = records.stamp
    return {"rev": records.new_rev(), "updated_at": stamp.at, "updated_by": stamp.by}


def _saved(parameters: Mapping[str, object]) -> Saved:
    return Saved(UUID(str(parameters["rev"])), int(str(parameters["version"])))


def _require_free(records: Records, master: Master, record: UUID, key: object) -> None:
    taken = records.transaction.rows(
        f"SELECT id FROM {master.name} WHERE {master.key} = :key AND id <> :id",
        to_native(records.transaction.dialect, {"key": key, "id": record}),
    )
    if taken:
        raise CodeTaken(kind=master.name, code=key)
