"""The chain of issued documents: each carries the hash of the one before, so that none slips in or out."""

from __future__ import annotations

from app.billing.invoice import Chain
from app.kernel.canonical import content_hash

SCHEMA = "issued/1"


def link(*, position: int, previous: str, number: str, content: str) -> Chain:
    """Return the link of a document.

    Args:
        position: 1 for the first document the company issued.
        previous: Hash of the link before it, empty for the first.
        number: The document's number.
        content: Content hash of what it says.
    """
    said = {"position": position, "previous": previous, "number": number, "content": content}
    return Chain(position, previous, content_hash(said, schema=SCHEMA))
