"""The PDFs of documents: kept once, handed out byte for byte."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, select

from app.store.records import Records
from app.store.tables.files import document_file


class StoredFile(NamedTuple):
    """A stored PDF: its bytes, their SHA-256 in hex, and the template that made them."""

    content: bytes
    sha256: str
    template: str


class Files:
    """The stored PDFs of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def of_document(self, kind: str, document_id: UUID) -> StoredFile | None:
        """Return the PDF of a document as it left, `None` when it was never rendered."""
        row = self._records.connection.execute(
            select(document_file.c.content, document_file.c.sha256, document_file.c.template).where(
                document_file.c.document_kind == kind, document_file.c.document_id == document_id
            )
        ).one_or_none()
        return None if row is None else StoredFile(bytes(row.content), row.sha256, row.template)

    def keep(self, kind: str, document_id: UUID, content: bytes, *, template: str) -> StoredFile:
        """Keep the PDF of a document; a second one for the same document is refused by the store."""
        digest = sha256(content).hexdigest()
        self._records.connection.execute(
            insert(document_file).values(
                id=self._records.new_id(),
                document_kind=kind,
                document_id=document_id,
                template=template,
                sha256=digest,
                made_at=self._records.stamp.at,
                content=content,
            )
        )
        return StoredFile(content, digest, template)
