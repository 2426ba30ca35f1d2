"""Collect the candidates of one question in steps, each bounded; stop when the time is up and say so.

1. The exact code, and codes that begin so. 2. and 3. Rows that have every word, by its beginning. 4. When
these are few: words that hold what was typed. 5. When there are none: words one typing error away; 6. parts
of codes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter_ns
from typing import NamedTuple

from app.store.search_index import INDEXED_LETTERS, SHARDS, STEM_MARK, Scope
from app.store.search_text import is_letters, one_error_apart

CANDIDATES = 1_000
"""Rows that are collected before they are ranked."""

SHORTEST_NEIGHBOUR = 3
"""From so many letters on, a word has substrings and typing errors."""

SURE = 3
"""The last step that finds what was typed and guesses nothing."""

_VARIANTS = 32
_STEPS_BETWEEN_LOOKS = 500
_LAST_SIGN = "\U0010ffff"

_COLUMNS = "?, e.scope, e.subject, e.key, e.label, e.title, e.words, e.seq"
_BY_KEY = (
    f"SELECT {_COLUMNS} FROM search_entry e WHERE e.scope = ? AND e.key >= ? AND e.key < ? "
    "ORDER BY e.key LIMIT ?"
)
_KEY_HOLDS = f"SELECT {_COLUMNS} FROM search_entry e WHERE e.scope = ? AND instr(e.key, ?) > 0 LIMIT ?"
_BY_WORDS = (
    f"SELECT {_COLUMNS} FROM search_index CROSS JOIN search_entry e ON e.seq = search_index.rowid "
    "WHERE search_index MATCH ?"
)
_HAS_WORD = " AND instr(' ' || e.words, ' ' || ?) > 0"
_WORDS_FROM = "SELECT word FROM search_word WHERE scope = ? AND word >= ? AND word < ? LIMIT ?"
_WORDS_HOLDING = "SELECT word FROM search_word WHERE scope = ? AND instr(word, ?) > 1 LIMIT ?"
_WORDS_LIKE = (
    "SELECT word FROM search_word WHERE scope = :scope AND word >= :start AND word < :start_end "
    "UNION SELECT word FROM search_word "
    "WHERE scope = :scope AND backwards >= :finish AND backwards < :finish_end"
)


Candidate = tuple[int, str, str, str, str, str, str, int]
"""A row that may be what was meant: step that found it, scope, subject, key, label, title, words, number.

A plain tuple, as the driver made it: a question makes a thousand of them.
"""


class _Group(NamedTuple):
    """What stands for one typed word: any of these terms, and a beginning the row itself must show."""

    terms: tuple[str, ...]
    check: str = ""


class Question:
    """One question while it is answered."""

    def __init__(self, raw: sqlite3.Connection, words: Sequence[str], key: str, wanted: int) -> None:
        self.key = key
        self.stopped = False
        self._raw = raw
        self._words = words
        self._wanted = wanted
        self._rows: dict[int, Candidate] = {}
        self._asked: set[tuple[Scope, tuple[_Group, ...]]] = set()
        self._deadline = 0
        self._longest = 0

    def ask(self, scopes: Sequence[Scope], nanoseconds: int) -> Sequence[Candidate]:
        """Return the candidates found within the time."""
        self._deadline = perf_counter_ns() + nanoseconds
        self._raw.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)
        try:
            self._collect(scopes)
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            self.stopped = True
        finally:
            self._raw.set_progress_handler(None, 0)
        return tuple(self._rows.values())

    def _collect(self, scopes: Sequence[Scope]) -> None:
        for scope in scopes:
            bounds = (1, scope, self.key, self.key + _LAST_SIGN, self._wanted + 1)
            self._keep(self._raw.execute(_BY_KEY, bounds))
        steps: tuple[tuple[int, Callable[[Scope, str], _Group]], ...] = (
            (2, self._whole_or_begun),
            (3, self._begun),
            (4, self._holding),
            (5, self._mistyped),
        )
        for step, group_of in steps:
            if self.stopped or len(self._rows) >= self._enough(step):
                continue
            for scope in scopes:
                self._by_words(step, scope, tuple(group_of(scope, word) for word in self._words))
        if not self._rows and not self.stopped and len(self._words) == 1 and not is_letters(self._words[0]):
            for scope in scopes:
                self._keep(self._raw.execute(_KEY_HOLDS, (6, scope, self.key, self._wanted)))

    def _enough(self, step: int) -> int:
        """Return how many rows make this step needless."""
        return {2: CANDIDATES, 4: self._wanted}.get(step, 1)

    def _by_words(self, step: int, scope: Scope, groups: tuple[_Group, ...]) -> None:
        if (scope, groups) in self._asked or not all(group.terms for group in groups):
            return
        self._asked.add((scope, groups))
        checks = tuple(group.check for group in groups if group.check)
        sql = f"{_BY_WORDS}{_HAS_WORD * len(checks)} LIMIT ?"
        for letter in SHARDS[scope]:
            room = CANDIDATES - len(self._rows)
            started = perf_counter_ns()
            if room <= 0:
                return
            if started + self._longest > self._deadline:
                self.stopped = True
                return
            self._keep(self._raw.execute(sql, (step, _match(groups, letter), *checks, room)))
            self._longest = max(self._longest, perf_counter_ns() - started)

    def _whole_or_begun(self, scope: Scope, word: str) -> _Group:
        """Take a long code as a whole first: the rows that only begin so may be all there are."""
        if len(word) > INDEXED_LETTERS and not is_letters(word):
            return _Group((_term(word),))
        return self._begun(scope, word)

    def _begun(self, scope: Scope, word: str) -> _Group:
        if len(word) <= INDEXED_LETTERS:
            return _Group((_begin(word),))
        by_hand = _Group((_begin(word[:INDEXED_LETTERS]),), word)
        if not is_letters(word):
            return by_hand
        known = self._vocabulary(_WORDS_FROM, (scope, word, word + _LAST_SIGN, _VARIANTS + 1))
        if len(known) > _VARIANTS or any(one.endswith(STEM_MARK) for one in known):
            return by_hand
        return _Group(tuple(map(_term, known)))

    def _holding(self, scope: Scope, word: str) -> _Group:
        begun = self._begun(scope, word)
        if len(word) < SHORTEST_NEIGHBOUR or not is_letters(word) or begun.check:
            return begun
        holding = self._vocabulary(_WORDS_HOLDING, (scope, word, _VARIANTS))
        return _Group((*begun.terms, *map(_term, _real(holding))))

    def _mistyped(self, scope: Scope, word: str) -> _Group:
        begun = self._begun(scope, word)
        if len(word) < SHORTEST_NEIGHBOUR or not is_letters(word) or self._is_known(scope, word):
            return begun
        near = list(_near(word, self._neighbours(scope, word)))[:_VARIANTS]
        return _Group(tuple(map(_term, near)))

    def _is_known(self, scope: Scope, word: str) -> bool:
        """Test whether some word begins so: then it is no typing error."""
        return bool(self._vocabulary(_WORDS_FROM, (scope, word, word + _LAST_SIGN, 1)))

    def _neighbours(self, scope: Scope, word: str) -> Iterator[str]:
        """Yield words that share the first or the last half: one error leaves one of the halves as it is."""
        half = len(word) // 2
        start, finish = word[: max(half - 1, 0)], word[: half - 1 : -1]
        rows = self._raw.execute(
            _WORDS_LIKE,
            {
                "scope": scope,
                "start": start,
                "start_end": start + _LAST_SIGN,
                "finish": finish,
                "finish_end": finish + _LAST_SIGN,
            },
        )
        return (row[0] for row in rows)

    def _vocabulary(self, sql: str, parameters: tuple[object, ...]) -> list[str]:
        return [row[0] for row in self._raw.execute(sql, parameters)]

    def _keep(self, rows: Iterable[Candidate]) -> None:
        kept = self._rows
        for row in rows:
            kept.setdefault(row[-1], row)

    def _is_late(self) -> bool:
        return perf_counter_ns() > self._deadline


def _match(groups: Sequence[_Group], letter: str) -> str:
    """Return the question in the index's language; every term is quoted and has letters and digits only."""
    return " AND ".join(f"({' OR '.join(term.format(letter) for term in group.terms)})" for group in groups)


def _term(word: str) -> str:
    return f'"{{0}}{word}"'


def _begin(word: str) -> str:
    return f'"{{0}}{word}"*'


def _real(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if not word.endswith(STEM_MARK))


def _near(typed: str, words: Iterable[str]) -> Iterator[str]:
    """Yield the words one error away; a word that goes on after what was typed counts too."""
    size = len(typed)
    for word in _real(words):
        if any(one_error_apart(typed, word[:length]) for length in (size - 1, size, size + 1)):
            yield word
