"""A mail with a paper attached, as a draft that the person's own mail program opens (U19)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import IO, NamedTuple

from app.documents.mail_draft import MailDraft, eml
from app.exchange.tables.atomic import write_atomically
from app.exchange.tables.file_names import safe_file_name

_FOLDER = "quotewright-"


class Letter(NamedTuple):
    """What a mail says.

    Attributes:
        to: The recipient's address; may be empty, the person then fills it in.
        sender: The seller's address; empty leaves it to the mail program.
    """

    to: str
    subject: str
    text: str
    sender: str = ""


def write_draft(letter: Letter, pdf: bytes, name: str) -> Path:
    """Write a draft where the mail program can read it and nobody else; return its file.

    Args:
        letter: What it says.
        pdf: The stored paper, attached byte for byte.
        name: What the attachment and the file are called, without their endings.

    Raises:
        FileNotWritten: The disk is full, or the folder for temporary files cannot be written.
    """
    made = MailDraft(letter.to, letter.sender, letter.subject, letter.text, safe_file_name(name, ".pdf"), pdf)
    file = Path(tempfile.mkdtemp(prefix=_FOLDER)) / safe_file_name(name, ".eml")

    def write(stream: IO[bytes]) -> None:
        stream.write(eml(made))

    write_atomically(file, write)
    return file
