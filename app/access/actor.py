"""The person who acts, and the device they act on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.access.roles import EVERY_ROLE, Role

SOLO_ID = UUID(int=1)
"""Id of the only person of a company that has no list of users yet."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with their roles.

    Attributes:
        id: The person's id, as the journal keeps it.
        name: As colleagues call them.
        roles: Every role the person has.
        device: Short name of the device; quotes have a number series per device.
    """

    id: UUID
    name: str
    roles: frozenset[Role]
    device: str = "A"


def solo_owner(name: str = "owner", device: str = "A") -> Actor:
    """Return the only person of the company, who has every role."""
    return Actor(SOLO_ID, name, EVERY_ROLE, device)
