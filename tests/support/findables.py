"""What the search finds, for tests."""

from __future__ import annotations

from uuid import UUID

from app.store.search import Found
from app.store.search_index import Findable, Scope
from app.store.store import Store
from tests.support.stores import an_act


def a_findable(number: int, label: str = "", title: str = "", more: str = "") -> Findable:
    return Findable(UUID(int=number), label or f"C-{number}", title, more)


def indexed(store: Store, *findables: Findable, scope: Scope = Scope.PRODUCT) -> None:
    with store.writing(an_act()) as uow:
        uow.search_index.put(scope, *findables)


def found(store: Store, typed: str, *scopes: Scope, limit: int = 50, milliseconds: int = 10_000) -> Found:
    """Ask without hurry, so that a slow machine finds the same."""
    with store.reading() as unit:
        return unit.search.find(typed, scopes or (Scope.PRODUCT,), limit=limit, milliseconds=milliseconds)
