"""Find anything by what was typed so far: products, customers, documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from app.store.search_index import Scope

if TYPE_CHECKING:
    from app.store.nouns import Nouns

DOCUMENTS = (Scope.QUOTE, Scope.CONTRACT, Scope.INVOICE, Scope.PAYMENT)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    Attributes:
        kind: ``product``, ``customer``, ``quote``, ``contract``, ``invoice`` or ``payment``.
        label: Its SKU, reference or number.
        title: Its name, or its customer's.
    """

    kind: str
    id: UUID
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, best first; `more` says that there are or may be others."""

    hits: tuple[Hit, ...]
    more: bool


def find(unit: Nouns, text: str, *, kinds: Sequence[str] = (), limit: int = 12) -> SearchResult:
    """Return the best matches, the exact code first.

    Args:
        unit: A reading unit.
        text: Words in any order, each whole or begun.
        kinds: Kinds of records, ``document`` for all documents; empty looks everywhere.
        limit: Hits wanted.
    """
    scopes = [
        scope
        for scope in Scope
        if not kinds or scope.value in kinds or ("document" in kinds and scope in DOCUMENTS)
    ]
    found = unit.search.find(text, scopes, limit=limit)
    hits = tuple(Hit(hit.scope.value, hit.subject, hit.label, hit.title) for hit in found.hits)
    return SearchResult(hits, found.more)
