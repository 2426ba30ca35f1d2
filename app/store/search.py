"""Find products, customers and documents by the beginnings of words, in any order, within a bounded time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from app.store.records import Records
from app.store.search_index import Scope
from app.store.search_question import SURE, Candidate, Question
from app.store.search_text import LONGEST_WORD, key_of, normal
from app.store.transaction import SqliteTransaction

MILLISECONDS = 12
"""When a question stops and answers with what it has."""

MOST_WORDS = 8
MOST_HITS = 200


class Hit(NamedTuple):
    """One record found.

    Attributes:
        scope: What it is.
        subject: Its id.
        label: Its code or number.
        title: Its name.
    """

    scope: Scope
    subject: UUID
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, best first.

    Attributes:
        hits: At most as many as asked for.
        more: There are, or may be, further hits: the question was broad or the time was up.
    """

    hits: tuple[Hit, ...]
    more: bool


class Search:
    """The search of one unit. On a server it comes with the hub: there it finds nothing yet."""

    def __init__(self, records: Records) -> None:
        self._transaction = records.transaction

    def find(
        self,
        text: str,
        scopes: Iterable[Scope] = tuple(Scope),
        *,
        limit: int = 50,
        milliseconds: int = MILLISECONDS,
    ) -> Found:
        """Return the best matches for what was typed so far, the exact code first.

        Args:
            text: Words in any order, each whole or begun; the first 8 count.
            scopes: What to look for.
            limit: Hits wanted, at most 200.
            milliseconds: When to stop.
        """
        words = tuple(word[:LONGEST_WORD] for word in normal(text).split()[:MOST_WORDS])
        if not words or not isinstance(self._transaction, SqliteTransaction):
            return Found((), False)
        wanted = min(limit, MOST_HITS)
        question = Question(self._transaction.raw, words, key_of(text), wanted)
        candidates = question.ask(tuple(scopes), milliseconds * 1_000_000)
        best = sorted(candidates, key=lambda one: _rank(one, words, question.key))[:wanted]
        return Found(tuple(map(_to_hit, best)), question.stopped or len(candidates) > len(best))


def _rank(one: Candidate, words: tuple[str, ...], key: str) -> tuple[object, ...]:
    """Order: the exact code, what was typed before guesses, more words whole, earlier, shorter code."""
    step, _, _, code, _, _, said, _ = one
    padded = f" {said} "
    whole = sum(f" {word} " in padded for word in words)
    return (
        code != key,
        step > SURE,
        -whole,
        step,
        padded.find(f" {words[0]}"),
        len(code),
        code,
    )


def _to_hit(one: Candidate) -> Hit:
    _, scope, subject, _, label, title, _, _ = one
    return Hit(Scope(scope), UUID(subject), label, title)
