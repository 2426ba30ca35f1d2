"""What can be searched: one row per record, the vocabulary, and on SQLite the full-text index over them.

The index (FTS5) keeps no text and no positions: rowids only. Each of its words carries one letter in front,
the shard of its row, so that a question is asked shard by shard and can stop between two of them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Text

from app.store.tables.base import Id, Whole, table

search_entry = table(
    "search_entry",
    Column("seq", Whole, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("subject", Id, nullable=False, unique=True),
    Column("key", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_search_entry_key", "scope", "key"),
)

search_word = table(
    "search_word",
    Column("scope", Text, primary_key=True),
    Column("word", Text, primary_key=True),
    Column("backwards", Text, nullable=False),
    Column("uses", Whole, nullable=False),
    Index("ix_search_word_backwards", "scope", "backwards"),
)

SQLITE_ONLY = {
    "search_index": (
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', detail=none, columnsize=0, "
        "tokenize='ascii', prefix='2 3 4 5')"
    ),
}
"""Virtual tables by name, made and compared as they stand here."""
