"""Load and save the people who may work in this file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from app.access.roles import Role
from app.kernel.errors import RuleViolation
from app.store import masters
from app.store.masters import Master
from app.store.native import id_of
from app.store.records import Records

PERSON = Master("person", "name", ("name", "roles"))


class UnknownPerson(RuleViolation):
    """Nobody of this name works here."""

    code = "access.unknown_person"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may work in this file.

    Attributes:
        name: Unique, as colleagues call them.
        roles: Every role they have.
    """

    id: UUID
    name: str
    roles: frozenset[Role]
    version: int = 0


class Users:
    """The people of one unit of work; nobody at all means that the owner is alone."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def all(self) -> tuple[Person, ...]:
        """Return everybody outside the bin by name."""
        rows = self._records.transaction.rows(f"{PERSON.select} WHERE NOT binned ORDER BY name")
        return tuple(map(_to_person, rows))

    def by_name(self, name: str) -> Person:
        """Return the person of this name.

        Raises:
            UnknownPerson: Nobody has it, or they left.
        """
        rows = self._records.transaction.rows(
            f"{PERSON.select} WHERE name = :name AND NOT binned", {"name": name}
        )
        if not rows:
            raise UnknownPerson(name=name[:80])
        return _to_person(rows[0])

    def save(self, person: Person) -> Person:
        """Insert the person or replace what was read; returns them with their new version.

        Raises:
            CodeTaken: Somebody has this name.
            RecordChanged: Somebody saved them since they were read.
        """
        values = {"name": person.name, "roles": " ".join(sorted(role.value for role in person.roles))}
        saved = masters.save(self._records, PERSON, person.id, person.version, values)
        return replace(person, version=saved.version)

    def leave(self, person: UUID) -> None:
        """Take somebody off the list; what they did stays in the journal under their id."""
        masters.put_in_bin(self._records, PERSON, person, binned=True)


def _to_person(row: Sequence[Any]) -> Person:
    return Person(id_of(row[0]), row[3], frozenset(map(Role, row[4].split())), row[2])
