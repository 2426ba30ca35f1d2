"""A catalog of any size to search in: every code begins alike, half is black, half is white."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from uuid import UUID

from app.store.search_index import Findable, Scope
from app.store.store import Store
from tests.support.stores import an_act

_KINDS = [
    "heavy",
    "light",
    "compact",
    "industrial",
    "premium",
    "basic",
    "standard",
    "flexible",
    "rigid",
    "galvanized",
    "coated",
    "insulated",
]
_THINGS = [
    thing + part
    for thing in [
        "screw",
        "bolt",
        "hammer",
        "wrench",
        "cable",
        "filter",
        "valve",
        "pump",
        "motor",
        "sensor",
        "switch",
        "panel",
        "hinge",
        "lamp",
        "drill",
    ]
    for part in ("", "set", "kit", "box", "holder", "driver", "mount", "cover")
]
_STUFF = ("steel",) * 8 + ("aluminium", "copper", "plastic", "rubber", "brass", "titanium", "carbon")
_GROUPS = ("Fasteners", "Tools", "Electric", "Fluid")


def findables(count: int, seed: int = 1) -> Iterator[Findable]:
    """Yield products whose codes all begin with PRD; black and white never meet, steel is in every second."""
    random = Random(seed)
    for number in range(1, count + 1):
        colour = "Black" if number % 2 else "White"
        words = (random.choice(_KINDS), colour, random.choice(_STUFF), random.choice(_THINGS))
        size = f"{random.randrange(1, 500)}mm M{random.randrange(1, 64)}"
        identity = UUID(int=(0x19A0000000000 + number) << 76 | 7 << 74 | number)
        yield Findable(
            identity, f"PRD-{number:07}", " ".join(words) + " " + size, f"Hardware {random.choice(_GROUPS)}"
        )


def filled(store: Store, count: int) -> None:
    """Put that many products into the search index."""
    with store.writing(an_act()) as uow:
        uow.search_index.put_all(Scope.PRODUCT, findables(count))
