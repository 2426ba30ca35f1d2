"""The roles people have in a company that sells; a person may have several."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A job in the house."""

    REP = "rep"
    MANAGER = "manager"
    OFFICE = "office"
    ADMIN = "admin"
    AUDITOR = "auditor"


EVERY_ROLE = frozenset(Role)
"""What the only person in a company has."""
