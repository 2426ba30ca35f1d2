"""People who act in tests."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from app.access.act import Act
from app.access.actor import Actor, solo_owner
from app.access.roles import Role

A_DAY = date(2026, 3, 2)


def an_actor(*roles: Role, name: str = "Ruth", device: str = "A") -> Actor:
    return Actor(UUID(int=7), name, frozenset(roles), device)


def an_act(actor: Actor | None = None, *, today: date = A_DAY, key: str = "") -> Act:
    return Act(actor or solo_owner(), datetime.combine(today, time(12), UTC), today, key)
