"""The search index holds the words of every entry and nothing else: a wrong index hides records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from app.kernel.findings import Finding, Severity
from app.store.search_index import Scope, shard_of
from app.store.transaction import SqliteTransaction
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

NAME = "search.index"
_STEP = 50_000
_OPEN = "CREATE VIRTUAL TABLE temp.indexed_word USING fts5vocab(main, search_index, instance)"
_ENTRIES = "SELECT seq, scope, label, words FROM search_entry ORDER BY seq"


def _index(reading: Reading, watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    if not isinstance(transaction, SqliteTransaction):
        return None
    with _indexed_words(transaction.raw):
        sums = _sums(transaction.raw, watch)
    for seq, scope, label, words in transaction.raw.execute(_ENTRIES):
        letter = shard_of(Scope(scope), seq)
        if sums.pop(seq, 0) != sum(hash(letter + word) for word in set(words.split())):
            return Finding("verify.not_findable", Severity.BLOCKER, label, {"label": label})
    for seq in sums:
        return Finding("verify.index_strange", Severity.BLOCKER, f"search_index[{seq}]", {"row": seq})
    return None


@contextmanager
def _indexed_words(raw: sqlite3.Connection) -> Iterator[None]:
    """Make the index's own list of words readable; it lives in this connection's memory only."""
    raw.execute("PRAGMA query_only=OFF")
    try:
        raw.execute(_OPEN)
        yield
        raw.execute("DROP TABLE temp.indexed_word")
    finally:
        raw.execute("PRAGMA query_only=ON")


def _sums(raw: sqlite3.Connection, watch: Watch) -> dict[int, int]:
    """Return for each row the sum of its words' hashes: the words come by word, not by row."""
    sums: dict[int, int] = {}
    for done, (word, row) in enumerate(raw.execute("SELECT term, doc FROM temp.indexed_word")):
        sums[row] = sums.get(row, 0) + hash(word)
        if not done % _STEP:
            watch.step(NAME, done)
    return sums


CHECKS = (Check(NAME, _index),)
