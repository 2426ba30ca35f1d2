"""What can happen between files and records, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class FileEvent(StrEnum):
    """A fact about a file that was taken in or given out."""

    IMPORTED = "file.imported"
    EXPORTED = "file.exported"
