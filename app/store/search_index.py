"""Keep the search index true: every save of a record that can be found puts its words here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby, islice
from typing import NamedTuple
from uuid import UUID

from app.store.records import Records
from app.store.search_text import LONGEST_WORD, is_letters, keys_of, normal_lines
from app.store.transaction import Row


class Scope(StrEnum):
    """What can be found; its value is also the kind of the record."""

    PRODUCT = "product"
    CUSTOMER = "customer"
    QUOTE = "quote"
    CONTRACT = "contract"
    INVOICE = "invoice"
    PAYMENT = "payment"


SHARDS = {
    Scope.PRODUCT: "abcdefgh",
    Scope.CUSTOMER: "ijkl",
    Scope.QUOTE: "mnop",
    Scope.CONTRACT: "qrst",
    Scope.INVOICE: "uvwx",
    Scope.PAYMENT: "yz",
}
"""The letters in front of the words of each scope; rows go to them in blocks, by their number."""

BLOCK = 1 << 13
"""Rows that follow each other in one shard."""

STEM_MARK = "#"
"""Behind a word of the vocabulary: codes begin with these letters, and digits follow."""

INDEXED_LETTERS = 4
"""Longest beginning the index keeps ready; a longer one asks the vocabulary or each row."""

STEM_LETTERS = INDEXED_LETTERS + 1

_KNOWN = (
    "SELECT subject, seq, words FROM search_entry "
    "WHERE subject IN (SELECT value FROM json_each(:subjects)) AND +scope = :scope"
)
_ANY = "SELECT 1 FROM search_entry WHERE scope = :scope LIMIT 1"
_HIGHEST = "SELECT coalesce(max(seq), 0) FROM search_entry"
_ADD = (
    "INSERT INTO search_entry (seq, scope, subject, key, label, title, words) "
    "VALUES (:seq, :scope, :subject, :key, :label, :title, :words) "
    "ON CONFLICT (seq) DO UPDATE SET key = excluded.key, label = excluded.label, title = excluded.title, "
    "words = excluded.words"
)
_INDEX = "INSERT INTO search_index (rowid, words) VALUES (:seq, :words)"
_UNINDEX = "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', :seq, :words)"
_COUNT = (
    "INSERT INTO search_word (scope, word, backwards, uses) VALUES (:scope, :word, :backwards, :uses) "
    "ON CONFLICT (scope, word) DO UPDATE SET uses = uses + excluded.uses"
)
_FORGET = "DELETE FROM search_word WHERE scope = :scope AND word = :word AND uses <= 0"
_AT_ONCE = 4_000


class Findable(NamedTuple):
    """What a record is found by.

    Attributes:
        subject: The record's id.
        label: Its code or number as written; the exact code comes first among the hits.
        title: Its name.
        more: Further words, such as the category or the customer's town.
    """

    subject: UUID
    label: str
    title: str
    more: str = ""


class SearchIndex:
    """The writing half of search; on a server it comes with the hub and keeps nothing."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def put(self, scope: Scope, *findables: Findable) -> None:
        """Add records or replace what they are found by."""
        self.put_all(scope, findables)

    def put_all(self, scope: Scope, findables: Iterable[Findable]) -> None:
        """Add or replace any number of records, in the order given."""
        if self._records.transaction.dialect != "sqlite":
            return
        uses: Counter[str] = Counter()
        fresh = not self._records.transaction.rows(_ANY, {"scope": scope})
        remaining = iter(findables)
        while chunk := list(islice(remaining, _AT_ONCE)):
            known = {} if fresh else self._known(scope, [one.subject for one in chunk])
            self._put_chunk(scope, chunk, known, uses)
        self._count(scope, uses)

    def remove(self, scope: Scope, subject: UUID) -> None:
        """Let a record be found no more."""
        if self._records.transaction.dialect != "sqlite":
            return
        uses: Counter[str] = Counter()
        for seq, words in self._known(scope, [subject]).values():
            self._unindex(scope, seq, words, uses)
            self._records.transaction.rows("DELETE FROM search_entry WHERE seq = :seq", {"seq": seq})
        self._count(scope, uses)

    def _put_chunk(
        self, scope: Scope, chunk: Sequence[Findable], known: dict[str, tuple[int, str]], uses: Counter[str]
    ) -> None:
        lines = normal_lines(f"{one.label} {one.title} {one.more}" for one in chunk)
        following = self._records.transaction.rows(_HIGHEST)[0][0] + 1
        entries: list[Row] = []
        for one, key, words in zip(chunk, keys_of(one.label for one in chunk), lines, strict=True):
            subject = one.subject.hex
            if subject in known:
                seq, before = known[subject]
                self._unindex(scope, seq, before, uses)
            else:
                seq, following = following, following + 1
            entries.append((seq, scope, subject, key, one.label, one.title, words))
        raw = self._records.transaction
        raw.many_placed(_ADD, entries)
        raw.many_placed(_INDEX, _indexed(scope, entries))
        uses.update(" ".join(lines).split())

    def _known(self, scope: Scope, subjects: Sequence[UUID]) -> dict[str, tuple[int, str]]:
        wanted = {"scope": scope, "subjects": json.dumps([subject.hex for subject in subjects])}
        rows = self._records.transaction.rows(_KNOWN, wanted)
        return {subject: (seq, words) for subject, seq, words in rows}

    def _unindex(self, scope: Scope, seq: int, words: str, uses: Counter[str]) -> None:
        self._records.transaction.many_placed(_UNINDEX, [(seq, sharded(words, shard_of(scope, seq)))])
        uses.subtract(words.split())

    def _count(self, scope: Scope, uses: Counter[str]) -> None:
        counted = list(_vocabulary(uses))
        raw = self._records.transaction
        raw.many_placed(_COUNT, [(scope, word, word[::-1], n) for word, n in counted])
        raw.many_placed(_FORGET, [(scope, word) for word, n in counted if n < 0])


def shard_of(scope: Scope, seq: int) -> str:
    """Return the letter in front of every word of this row."""
    letters = SHARDS[scope]
    return letters[seq // BLOCK % len(letters)]


def sharded(words: str, letter: str) -> str:
    """Return the words with the shard's letter before each."""
    return f"{letter}{words.replace(' ', f' {letter}')}" if words else ""


def _indexed(scope: Scope, entries: Iterable[Row]) -> Iterator[Row]:
    for block, rows in groupby(entries, key=lambda entry: int(entry[0]) // BLOCK):
        letter = shard_of(scope, block * BLOCK)
        apart = f" {letter}"
        for row in rows:
            words = row[-1]
            yield row[0], letter + words.replace(" ", apart) if words else ""


def _vocabulary(uses: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield the words to count, and the stems of codes that begin with many letters."""
    stems: Counter[str] = Counter()
    for word, count in uses.items():
        if not count or not 3 <= len(word) <= LONGEST_WORD:
            continue
        if is_letters(word):
            yield word, count
        elif word[:STEM_LETTERS].isalpha():
            stems[_letters_before_digits(word) + STEM_MARK] += count
    yield from stems.items()


def _letters_before_digits(word: str) -> str:
    return word[: next(place for place, sign in enumerate(word) if not sign.isalpha())]
