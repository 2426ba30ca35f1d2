"""The bytes of a file somebody chose, with a limit and a sentence for every way this fails."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.kernel.errors import RuleViolation, Unavailable

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of a file read in one piece: some two million rows."""


class FileUnreadable(Unavailable):
    """The file is missing, locked, a folder, or not ours to read."""

    code = "exchange.file_unreadable"


class FileEmpty(RuleViolation):
    """The file holds nothing."""

    code = "exchange.file_empty"


class FileTooLarge(RuleViolation):
    """The file is larger than any table we take in one piece."""

    code = "exchange.file_too_large"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was at one moment.

    Attributes:
        name: File name without folders, for messages.
        folder: Where it lies; the files a mapping joins are looked for here.
        content: All its bytes, at least one.
    """

    name: str
    folder: Path
    content: bytes


def read_file(path: Path, *, largest: int = LARGEST_FILE) -> SourceFile:
    """Return the file's bytes.

    Args:
        path: File to read.
        largest: Bytes accepted at most.

    Raises:
        FileUnreadable: Missing, locked, a folder or forbidden.
        FileEmpty: Nothing but blanks.
        FileTooLarge: More than `largest` bytes.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise FileTooLarge(file=path.name, megabytes=size // 2**20, largest=largest // 2**20)
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or type(error).__name__) from error
    if not content.strip():
        raise FileEmpty(file=path.name)
    return SourceFile(path.name, path.parent, content)
