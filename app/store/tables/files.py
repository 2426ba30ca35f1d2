"""The PDFs of sent and issued documents, byte for byte as they left."""

from __future__ import annotations

from sqlalchemy import Column, Text, UniqueConstraint

from app.store.tables.base import Bytes, Id, Instant, table

document_file = table(
    "document_file",
    Column("id", Id, primary_key=True),
    Column("document_kind", Text, nullable=False),
    Column("document_id", Id, nullable=False),
    Column("template", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("content", Bytes, nullable=False),
    UniqueConstraint("document_kind", "document_id"),
)
"""The PDF of a sent or issued document: stored at its first rendering and never rendered again."""
